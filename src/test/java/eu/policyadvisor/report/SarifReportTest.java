package eu.policyadvisor.report;

import static com.networknt.schema.InputFormat.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.Cut;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  private static final SourceTree TREE = new SourceTree(Path.of(""));
  private static final Advisor ADVISOR = Advisor.standard();

  /** Three tests look at each file. */
  private static final Map<Path, List<Assessment>> ASSESSED = new HashMap<>();

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(read(Path.of("src/test/resources/schemas/sarif-schema-2.1.0.json")), JSON);

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SarifReport report() {
    return new SarifReport(Scenario.VERSIONS, TREE);
  }

  private static String sarif(Assessment... assessments) {
    return report().render(List.of(assessments));
  }

  private static JsonNode run(String sarif) {
    return new JsonMapper().readTree(sarif).at("/runs/0");
  }

  private static List<Assessment> assess(Path file) throws IOException {
    List<Assessment> known = ASSESSED.get(file);
    if (known != null) {
      return known;
    }
    List<Assessment> assessments = new ArrayList<>();
    for (FactSet facts : ADVISOR.read(file).factSets()) {
      LocalDate day = facts.asOf();
      assessments.add(ADVISOR.assess(facts, day == null ? LocalDate.of(2026, 11, 1) : day));
    }
    ASSESSED.put(file, assessments);
    return assessments;
  }

  static Stream<Path> factFiles() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String directory : List.of("facts/examples", "facts/cases")) {
      try (Stream<Path> files = Files.list(Path.of(directory))) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
      }
    }
    return all.stream();
  }

  private static List<Error> errors(String sarif) {
    return SCHEMA.validate(sarif, JSON);
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.sarif"),
        report().withUndetermined().render(List.of(Scenario.waived(), Scenario.silent())));
  }

  @Test
  void writesWhatTheStandardAllows() {
    assertThat(
            errors(
                report()
                    .withUndetermined()
                    .render(List.of(Scenario.rich(), Scenario.waived(), Scenario.silent()))))
        .isEmpty();
    assertThat(errors(sarif(Scenario.named("\u0000\"\\", "</script>")))).isEmpty();
    assertThat(errors(sarif(Scenario.silent().withFindings(List.of())))).isEmpty();
    assertThat(errors(sarif(Scenario.rich()).replace("\"error\"", "\"grave\""))).isNotEmpty();
    assertThat(errors(sarif(Scenario.rich()).replace("\"startLine\": ", "\"startLine\": -")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("factFiles")
  void isValidForAllFactsThatShip(Path file) throws IOException {
    assertThat(errors(report().withUndetermined().render(assess(file)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("factFiles")
  void pointsAtWhatItQuotes(Path file) throws IOException {
    String text = Files.readString(file);
    for (JsonNode result : results(file)) {
      List<JsonNode> locations = new ArrayList<>(result.path("locations").valueStream().toList());
      assertThat(locations).hasSize(1);
      assertThat(locations.get(0).at("/physicalLocation/region").has("endLine")).isTrue();
      locations.addAll(result.path("relatedLocations").valueStream().toList());
      result.findValues("location").forEach(locations::add);
      for (JsonNode location : locations) {
        boolean ends = location.at("/physicalLocation/region").has("endLine");
        assertThat(location.at("/properties").has("value"))
            .as("what has an end is quoted: %s", location)
            .isEqualTo(ends);
        if (ends) {
          String value = location.at("/properties/value").asString();
          assertThat(value).as("%s", location).isNotEmpty();
          assertThat(bare(cut(text, location))).as("%s", location).isEqualTo(bare(value));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("factFiles")
  void saysTheValueThatStandsThere(Path file) throws IOException {
    String text = Files.readString(file);
    for (JsonNode result : results(file)) {
      JsonNode first = result.at("/locations/0");
      String message = first.at("/message/text").asString();
      String value =
          message.contains(" = ")
              ? message.substring(message.indexOf(" = ") + 3).replaceFirst(" \\(catalogue.*", "")
              : message.endsWith("unknown") ? "unknown" : message.replaceFirst("\\..*", "");
      assertThat(value).as(message).isNotEmpty();
      assertThat(bare(cut(text, first))).as(message).isEqualTo(bare(value));
    }
  }

  private static JsonNode results(Path file) throws IOException {
    List<Assessment> assessed = assess(file);
    JsonNode results = run(sarif(assessed.toArray(Assessment[]::new))).path("results");
    // Of some decisions that ship nothing is found.
    assertThat(results.size())
        .isEqualTo(assessed.stream().mapToInt(each -> each.findings().size()).sum());
    return results;
  }

  private static String cut(String text, JsonNode location) {
    JsonNode region = location.at("/physicalLocation/region");
    return Cut.from(
        text,
        region.path("startLine").asInt(),
        region.path("startColumn").asInt(),
        region.path("endLine").asInt(),
        region.path("endColumn").asInt());
  }

  /** Without what only says how a value is laid out. */
  private static String bare(String value) {
    return value.replaceAll("(?m)#.*$", "").replaceAll("[\\s\"'|>{}()\\[\\],-]", "");
  }

  @Test
  void listsAllRulesThatFindAndCountsThemFromNought() throws IOException {
    JsonNode run = run(sarif(assess(Path.of("facts/examples/ascend-cluster.yaml")).get(0)));
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSizeGreaterThan(100);
    for (JsonNode result : run.path("results")) {
      assertThat(rules.get(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
    }
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/help/text").asString()).contains("Basis:");
              assertThat(rule.at("/fullDescription/text").asString()).endsWith(".");
              assertThat(rule.at("/defaultConfiguration/level").asString())
                  .isIn("error", "warning", "note");
            });
  }

  @Test
  void leadsFromTheFactsOverConceptsToTheFinding() {
    JsonNode steps =
        run(sarif(Scenario.rich())).at("/results/0/codeFlows/0/threadFlows/0/locations");
    assertThat(steps.valueStream().map(step -> step.at("/location/message/text").asString()))
        .hasSizeGreaterThan(3)
        .anySatisfy(text -> assertThat(text).contains("by rule derived/gp10-exposure"))
        .last()
        .asString()
        .endsWith("by rule export-control/huawei-ascend-gp10");
    assertThat(steps.get(steps.size() - 1).path("nestingLevel").asInt()).isZero();
  }

  @Test
  void givesFactsOfNoFileALogicalPlace() {
    JsonNode result = run(sarif(Scenario.rich())).at("/results/2");
    assertThat(result.at("/locations/0").has("physicalLocation")).isFalse();
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("accelerators[spare].purpose");
  }

  @Test
  void makesNoLinkOfAName() {
    String evil =
        run(sarif(Scenario.named("a", "[x](https://evil.example)")))
            .at("/results/0/message/text")
            .asString();
    assertThat(evil + sarif(Scenario.named("[x](https://evil.example)", "a")))
        .contains("\\[x\\](https://evil.example)")
        .doesNotContain("[x](");
    assertThat(sarif(Scenario.named("[x] (y)", "[x] (y)"))).contains("[x] (y)");
  }

  @Test
  void suppressesWhatIsWaivedAndNothingElse() {
    JsonNode results = run(sarif(Scenario.waived())).path("results");
    JsonNode suppression = results.get(0).at("/suppressions/0");
    assertThat(suppression.path("kind").asString()).isEqualTo("external");
    assertThat(suppression.path("status").asString()).isEqualTo("accepted");
    assertThat(suppression.path("justification").asString()).isEqualTo("in use until the exit");
    assertThat(suppression.at("/properties/expires").asString()).isEqualTo("2027-03-31");
    assertThat(results.get(1).path("suppressions")).isEmpty();
    assertThat(results.get(1).at("/properties/expiredWaiver").asString()).contains("2026-10-01");
    assertThat(run(sarif(Scenario.rich())).path("results").get(0).has("suppressions")).isFalse();
  }

  @Test
  void saysOfEveryResultOrOfNoneThatItIsNew() {
    assertThat(run(sarif(Scenario.compared())).path("results"))
        .allSatisfy(result -> assertThat(result.path("baselineState").asString()).isEqualTo("new"));
    assertThat(report().withUndetermined().render(List.of(Scenario.compared())))
        .doesNotContain("baselineState");
  }

  @Test
  void keepsRunsWithoutAFinding() {
    Assessment nothing = Scenario.silent().withFindings(List.of());
    assertThat(run(sarif(nothing)).path("results")).isEmpty();
    assertThat(run(sarif(nothing, Scenario.rich(), nothing, Scenario.rich())).path("results"))
        .hasSize(2 * Scenario.rich().findings().size());
  }

  @Test
  void namesFilesFromTheRootAndNothingOfTheMachine() {
    SourceTree tree = new SourceTree(Path.of("/srv/my project"));
    assertThat(tree.uri("facts/a b.yaml")).isEqualTo("facts/a%20b.yaml");
    assertThat(tree.uri("/srv/my project/facts/é.yaml")).isEqualTo("facts/%C3%A9.yaml");
    assertThat(tree.uri("./facts/../x.yaml")).isEqualTo("x.yaml");
    assertThat(tree.uri("c:d/x.yaml")).isEqualTo("./c:d/x.yaml");
    assertThat(tree.uri("../other/x#1.yaml")).isEqualTo("file:///srv/other/x%231.yaml");
    assertThat(tree.uri("<stdin>")).isEqualTo("%3Cstdin%3E");
    assertThat(tree.holds("../other/x.yaml")).isFalse();
    assertThat(tree.holds("<stdin>")).isFalse();
    assertThat(sarif(Scenario.rich()))
        .doesNotContain(Path.of("").toAbsolutePath().toString(), "file:");
  }

  @Test
  void isTheSameInEveryLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String expected = sarif(Scenario.waived());
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(sarif(Scenario.waived())).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
