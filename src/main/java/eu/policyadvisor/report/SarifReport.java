package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.rule.KnowledgeBase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Findings as SARIF 2.1.0, for code scanning and editors: a result for each finding, with the
 * stretch of the file that shows it and the way from there to the finding.
 *
 * <p>All rules that conclude findings are listed, so that a reader can tell a rule that found
 * nothing from one that does not exist.
 */
public final class SarifReport implements Report {
  private static final ObjectWriter WRITER =
      JsonReport.writer(PropertyNamingStrategies.LOWER_CAMEL_CASE);
  private static final String INDENT = "\n        ";

  private final Versions versions;
  private final SourceTree tree;
  private final boolean undetermined;

  /**
   * A report.
   *
   * @param versions the versions it names
   * @param tree the files of the project
   */
  public SarifReport(Versions versions, SourceTree tree) {
    this(versions, tree, false);
  }

  private SarifReport(Versions versions, SourceTree tree, boolean undetermined) {
    this.versions = versions;
    this.tree = tree;
    this.undetermined = undetermined;
  }

  /** The same with a result of kind {@code open} for each rule that waits for values. */
  public SarifReport withUndetermined() {
    return new SarifReport(versions, tree, true);
  }

  @Override
  public String head(KnowledgeBase knowledge) {
    SarifDocument.Run run =
        new SarifDocument.Run(
            SarifRules.tool(versions, knowledge),
            Map.of(
                SarifResults.ROOT,
                new SarifDocument.Base(
                    new SarifDocument.Text("The directory in which the advisor was run."))),
            "unicodeCodePoints",
            "utf-8");
    String text =
        JsonReport.written(
            WRITER,
            new SarifDocument.Head(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                "2.1.0",
                List.of(run)));
    // The results come one after the other, as the last part of the run.
    return text.substring(0, text.lastIndexOf("\n    }\n  ]")) + ",\n      \"results\": [";
  }

  @Override
  public String entry(Assessment assessment) {
    String results =
        new SarifResults(assessment, tree, undetermined)
            .all().stream()
                // A string in JSON holds no line feed, so that all of them are layout.
                .map(each -> INDENT + JsonReport.written(WRITER, each).replace("\n", INDENT))
                .collect(Collectors.joining(","));
    return results.isEmpty() ? "\n" : results;
  }

  @Override
  public String between() {
    return ",";
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return "\n      ]\n    }\n  ]\n}\n";
  }

  @Override
  public boolean isWhole() {
    return true;
  }
}
