package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.advice.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonLinesReportTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/line.schema.json");
  private static final JsonMapper MAPPER = new JsonMapper();

  private static String lines(Assessment... assessments) {
    return new JsonLinesReport(new JsonReport(Scenario.VERSIONS)).render(List.of(assessments));
  }

  @Test
  void writesALineForEachAssessmentWithAllThatJsonHolds() {
    JsonNode whole =
        MAPPER.readTree(
            new JsonReport(Scenario.VERSIONS)
                .render(List.of(Scenario.rich(), Scenario.contradictory(), Scenario.silent())));
    List<String> lines =
        lines(Scenario.rich(), Scenario.contradictory(), Scenario.silent()).lines().toList();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = (ObjectNode) MAPPER.readTree(lines.get(i));
      assertThat(line.remove("schema").asString()).isEqualTo(JsonLinesReport.SCHEMA);
      assertThat(line.remove("made_by")).isEqualTo(whole.get("made_by"));
      line.remove(List.of("file", "line"));
      assertThat(line).isEqualTo(whole.at("/assessments/" + i));
    }
  }

  @Test
  void shipsTheSchemaOfALine() {
    Golden.assertSame(
        SCHEMA,
        JsonReportTest.schema(
            JsonDocument.Line.class,
            JsonLinesReport.SCHEMA,
            "Assessments of the EU AI Policy Advisor, one a line"));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    assertThat(
            lines(
                    Scenario.rich(),
                    Scenario.contradictory(),
                    Scenario.silent(),
                    Scenario.named("\u0000\"\\\n", "</script>"))
                .lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void isNothingWithoutAnAssessment() {
    assertThat(lines()).isEmpty();
  }
}
