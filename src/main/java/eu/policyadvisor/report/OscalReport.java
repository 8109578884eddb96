package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.report.OscalDocument.BackMatter;
import eu.policyadvisor.report.OscalDocument.ImportAp;
import eu.policyadvisor.report.OscalDocument.Metadata;
import eu.policyadvisor.report.OscalDocument.Resource;
import eu.policyadvisor.rule.KnowledgeBase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Assessments as OSCAL assessment results, for governance tools: a result for each fact set, with
 * an observation, a risk and a finding for each of our findings.
 *
 * <p>All ids are made from what they name; the same facts under the same rules give the same
 * document.
 */
public final class OscalReport implements Report {
  /** The version of the model that is written. */
  static final String OSCAL = "1.1.3";

  private static final ObjectWriter WRITER = JsonReport.writer(PropertyNamingStrategies.KEBAB_CASE);

  private final Versions versions;
  private final SourceTree tree;

  /**
   * A report.
   *
   * @param versions the versions it names
   * @param tree the files of the project
   */
  public OscalReport(Versions versions, SourceTree tree) {
    this.versions = versions;
    this.tree = tree;
  }

  @Override
  public String head(KnowledgeBase knowledge) {
    return "{\n  \"assessment-results\": {\n    \"results\": [\n      ";
  }

  @Override
  public String entry(Assessment assessment) {
    // A string in JSON holds no line feed, so that all of them are layout.
    return JsonReport.written(WRITER, new OscalResults(assessment, versions, tree).result())
        .replace("\n", "\n      ");
  }

  @Override
  public String between() {
    return ",\n      ";
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return tail(knowledge, "");
  }

  @Override
  public String tail(KnowledgeBase knowledge, String digest) {
    String version = versions.program() + ", rules " + knowledge.version();
    UUID plan = NamedUuid.of("plan", version, knowledge.catalogue().compiled().toString());
    OscalDocument.Tail tail =
        new OscalDocument.Tail(
            NamedUuid.of("document", digest, version),
            new Metadata(
                "Assessments by the EU AI Policy Advisor",
                midnight(knowledge.catalogue().compiled()),
                version,
                OSCAL,
                Labels.DISCLAIMER
                    + " No clock is read: last-modified is the day the reference catalogue was"
                    + " compiled, and each result bears the date the advice is given for."),
            new ImportAp("#" + plan, "There is no assessment plan; all rules are run."),
            new BackMatter(
                List.of(
                    new Resource(
                        plan,
                        "EU AI Policy Advisor, rules " + knowledge.version(),
                        "All rules of this version, with the reference catalogue of "
                            + knowledge.catalogue().compiled()))));
    String text = JsonReport.written(WRITER, tail).replace("\n", "\n  ");
    return "\n    ]," + text.substring(1) + "\n}\n";
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  /** A day as the model wants it. */
  static String midnight(LocalDate day) {
    return day + "T00:00:00Z";
  }
}
