package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each format of an assessment that has a bit of everything, and of one that has nothing. */
class EverythingTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/everything");
  private static final SourceTree TREE = new SourceTree(Path.of("/tree"));

  private static Map<String, Report> reports() {
    Map<String, Report> reports = new TreeMap<>();
    reports.put("plain.txt", new TextReport(72, false));
    reports.put("full.ansi", new TextReport(100, true).inFull().with(new Extras(true, true)));
    reports.put("extras.md", new MarkdownReport(new Extras(true, true)));
    reports.put("plain.csv", new CsvReport());
    reports.put("statuses.json", new JsonReport(Scenario.VERSIONS).withStatuses());
    reports.put("open.sarif", new SarifReport(Scenario.VERSIONS, TREE).withUndetermined());
    reports.put("plain.oscal.json", new OscalReport(Scenario.VERSIONS, TREE));
    reports.put("plain.junit.xml", new JunitReport(TREE));
    reports.put("plain.github", new GitHubReport(TREE));
    return reports;
  }

  static Stream<String> formats() {
    return reports().keySet().stream();
  }

  /** Of the long ones what the assessment that is kept elsewhere does not give. */
  @ParameterizedTest
  @MethodSource("formats")
  void readsAsKept(String format) {
    Report report = reports().get(format);
    String text = report.render(List.of(Scenario.everything()));
    if (format.matches(".*(json|sarif)")) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      report.render(List.of(Scenario.rich())).lines().forEach(lines::remove);
      Golden.assertSame(KEPT.resolve(format + ".txt"), String.join("\n", lines) + "\n");
    } else {
      Golden.assertSame(KEPT.resolve(format), text);
    }
  }

  static Stream<String> shortFormats() {
    return formats().filter(format -> !format.matches(".*(json|sarif)"));
  }

  @ParameterizedTest
  @MethodSource("shortFormats")
  void readsAsKeptOfNothingAndOfAContradiction(String format) {
    Assessment nothing =
        Scenario.silent()
            .withFindings(List.of())
            .withConcepts(List.of())
            .withSuperseded(List.of())
            .withUndetermined(List.of())
            .withUnknowns(List.of())
            .withNotStated(List.of());
    Golden.assertSame(
        KEPT.resolve("nothing-" + format),
        reports().get(format).render(List.of(nothing, Scenario.contradictory())));
  }
}
