package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Cut;
import eu.policyadvisor.cli.io.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Formats for other tools, as the command line writes them. */
class ReportFormatsTest {
  private static final String EXAMPLES = "facts/examples";

  /** Its gravest finding is high. */
  private static final String CLUSTER = "facts/examples/ascend-cluster.yaml";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "sarif, sarif-schema-2.1.0.json, DRAFT_4",
    "oscal, oscal_assessment-results_schema.json, DRAFT_7"
  })
  void areValid(String format, String schema, SpecificationVersion dialect) throws IOException {
    Run run = Run.of("assess", "--format", format, EXAMPLES, "facts/cases");
    assertThat(run.code()).isZero();
    assertThat(
            SchemaRegistry.withDefaultDialect(dialect)
                .getSchema(
                    Files.readString(Path.of("src/test/resources/schemas", schema)),
                    InputFormat.JSON)
                .validate(run.out(), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leaveTheExitCodeAlone(Choice.ReportFormat format) {
    Map<String, Integer> codes = Map.of("none", 0, "low", 1, "high", 1, "critical", 0);
    codes.forEach(
        (failOn, code) -> {
          Run run = Run.of("assess", "--format", format, "--fail-on", failOn, CLUSTER);
          assertThat(run.code()).as(failOn).isEqualTo(code);
          assertThat(run.out()).contains("huawei-ascend-gp10");
        });
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameBytesAgain(Choice.ReportFormat format) {
    assertThat(Run.of("assess", "--format", format, EXAMPLES).out())
        .isNotEmpty()
        .doesNotContain("\r", Path.of("").toAbsolutePath().toString())
        .isEqualTo(Run.of("assess", "--format", format, EXAMPLES).out());
  }

  @Test
  void ofSarifPointAtTheProductInTheFile() {
    Run run = Run.of("assess", "--format", "sarif", "facts/examples/ascend-cluster.yaml");
    JsonNode first = new JsonMapper().readTree(run.out()).at("/runs/0/results/0");
    assertThat(first.path("ruleId").asString()).isEqualTo("export-control/huawei-ascend-gp10");
    assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("facts/examples/ascend-cluster.yaml");
    assertThat(first.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":15,\"startColumn\":14,\"endLine\":15,\"endColumn\":32}");
  }

  /** The maker of a model, which follows from the product: it stands in no line. */
  private static boolean isOfPartyThatOnlyTheCatalogueNames(JsonNode result) {
    return result
        .at("/locations/0/logicalLocations/0/fullyQualifiedName")
        .asString()
        .contains(".developer.");
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void ofSarifPointAtWhatTheyQuoteInInventories(Path inventory) throws IOException {
    Run run =
        Run.of("assess", "--format", "sarif", "--show", "all", "--as-of", "2026-11-01", inventory);
    assertThat(run.code()).isZero();
    String text = Files.readString(inventory);
    int quoted = 0;
    for (JsonNode result : new JsonMapper().readTree(run.out()).at("/runs/0/results")) {
      assertThat(
              result.at("/locations/0/physicalLocation/region").has("endLine")
                  || result.path("kind").asString().equals("open")
                  || isOfPartyThatOnlyTheCatalogueNames(result))
          .as("the place of a finding has an end: %s", result)
          .isTrue();
      List<JsonNode> locations = new ArrayList<>(result.findValues("location"));
      result.path("locations").forEach(locations::add);
      result.path("relatedLocations").forEach(locations::add);
      for (JsonNode location : locations) {
        JsonNode region = location.at("/physicalLocation/region");
        assertThat(location.at("/properties").has("value"))
            .as("what has an end is quoted: %s", location)
            .isEqualTo(region.has("endLine"));
        if (region.has("endLine")) {
          quoted++;
          assertThat(
                  Cut.from(
                      text,
                      region.path("startLine").asInt(),
                      region.path("startColumn").asInt(),
                      region.path("endLine").asInt(),
                      region.path("endColumn").asInt()))
              .as("%s", location)
              .isNotEmpty()
              .isEqualTo(location.at("/properties/value").asString());
        }
      }
    }
    assertThat(quoted).isPositive();
  }

  static Stream<Path> inventories() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/inventories"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|ya?ml|xml)|.*/clinic\\.md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void ofSarifTellWhatWaitsWhenAskedTo() {
    Run run =
        Run.of(
            "assess", "--format", "sarif", "--show", "all", "facts/examples/ascend-cluster.yaml");
    assertThat(
            new JsonMapper().readTree(run.out()).at("/runs/0/results").findValuesAsString("kind"))
        .contains("open");
  }

  @Test
  void ofSarifAreWholeWithoutAFinding() throws IOException {
    Path quiet = directory.resolve("quiet.yaml");
    Files.writeString(quiet, "as_of: 2026-11-01\nsubject: {id: q, country: SE}\n");
    Path wrong = directory.resolve("wrong.yaml");
    Files.writeString(wrong, "subject: {nmae: x}\n");

    Run run = Run.of("assess", "--format", "sarif", quiet, quiet);
    assertThat(new JsonMapper().readTree(run.out()).at("/runs/0/results")).isEmpty();
    assertThat(Run.of("assess", "--format", "sarif", wrong).out())
        .as("a file that was not assessed is not said to be without a finding")
        .isEmpty();
  }

  @Test
  void thatAreWrittenInOneGoCannotBeResumed() {
    Path log = directory.resolve("log");
    Run run =
        Run.of(
            "assess",
            EXAMPLES,
            "--resume",
            log,
            "--output",
            "sarif=" + directory.resolve("r.sarif"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is written in one go");
    assertThat(directory).isEmptyDirectory();
    for (String format : List.of("sarif", "oscal")) {
      Run printed = Run.of("assess", EXAMPLES, "--resume", log, "--format", format);
      assertThat(printed.code()).isEqualTo(2);
      assertThat(printed.out()).isEmpty();
      assertThat(printed.err()).contains("is written in one go");
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void goToSeveralFilesAtOnce() throws IOException {
    Path sarif = directory.resolve("r.sarif");
    Path junit = directory.resolve("r.xml");
    Run run =
        Run.of(
            "assess", EXAMPLES, "-q", "--output", "sarif=" + sarif, "--output", "junit=" + junit);
    assertThat(run.out()).isEmpty();
    assertThat(sarif).content().startsWith("{").endsWith("}\n");
    assertThat(junit).content().startsWith("<?xml").endsWith("</testsuites>\n");
  }

  @Test
  void ofWaiversHaveASchemaThatEditorsCanRead() throws IOException {
    Run schema = Run.of("schema", "waivers");
    var validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.out(), InputFormat.JSON);
    String right =
        """
        waivers:
          - rule: export-control/huawei-ascend-gp10
            fact: ascend-pool
            reason: in use until the exit
            approver: CISO
            expires: 2027-01-01
        """;
    assertThat(validator.validate(right, InputFormat.YAML)).isEmpty();
    for (String wrong :
        new String[] {
          right.replace("    fact: ascend-pool\n", ""),
          right.replace("    expires: 2027-01-01\n", ""),
          right.replace("approver", "aprover"),
          right.replace("2027-01-01", "soon")
        }) {
      assertThat(validator.validate(wrong, InputFormat.YAML)).isNotEmpty();
      Path file = directory.resolve("w.yaml");
      Files.writeString(file, wrong);
      assertThat(Run.of("assess", "facts/examples/ascend-cluster.yaml", "--waivers", file).code())
          .isEqualTo(2);
    }
  }
}
