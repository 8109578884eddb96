package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.advice.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OscalReportTest {
  private static String oscal(Assessment... assessments) {
    return new OscalReport(Scenario.VERSIONS, new SourceTree(Path.of("")))
        .render(List.of(assessments));
  }

  private static JsonNode results(String oscal) {
    return new JsonMapper().readTree(oscal).at("/assessment-results");
  }

  private static List<Error> errors(String oscal) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(
            Files.readString(
                Path.of("src/test/resources/schemas/oscal_assessment-results_schema.json"),
                StandardCharsets.UTF_8),
            InputFormat.JSON)
        .validate(oscal, InputFormat.JSON);
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.oscal.json"),
        oscal(Scenario.waived(), Scenario.silent().withFindings(List.of())));
  }

  @Test
  void writesWhatTheModelAllows() throws IOException {
    assertThat(errors(oscal(Scenario.rich(), Scenario.waived()))).isEmpty();
    assertThat(errors(oscal(Scenario.silent().withFindings(List.of())))).isEmpty();
    assertThat(errors(oscal(Scenario.named("\u0000\"\\ ", " ")))).isEmpty();
    assertThat(errors(oscal(Scenario.rich()).replace("not-satisfied", "bad"))).isNotEmpty();
    assertThat(errors(oscal(Scenario.rich()).replace("\"uuid\": \"", "\"uuid\": \"x")))
        .isNotEmpty();
  }

  @Test
  void refersToNothingThatIsNotThere() {
    JsonNode document = results(oscal(Scenario.rich()));
    Set<String> ids = new HashSet<>(document.findValuesAsString("uuid"));
    for (String reference :
        List.of("subject-uuid", "actor-uuid", "observation-uuid", "risk-uuid")) {
      assertThat(document.findValuesAsString(reference)).as(reference).isNotEmpty();
      assertThat(ids).containsAll(document.findValuesAsString(reference));
    }
    assertThat(document.at("/import-ap/href").asString().substring(1)).isIn(ids);
  }

  @Test
  void givesNoIdTwiceAndTheSameIdsAgain() {
    String once = oscal(Scenario.rich());
    assertThat(oscal(Scenario.rich())).isEqualTo(once);
    assertThat(results(once).findValuesAsString("uuid"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.charAt(14) == '5');
    assertThat(results(oscal(Scenario.waived())).path("uuid"))
        .as("another content is another document")
        .isNotEqualTo(results(once).path("uuid"));
  }

  @Test
  void approvesTheDeviationThatIsWaived() {
    JsonNode risks = results(oscal(Scenario.waived())).at("/results/0/risks");
    assertThat(risks.get(0).path("status").asString()).isEqualTo("deviation-approved");
    assertThat(risks.get(0).toString()).contains("in use until the exit", "CISO", "2027-03-31");
    assertThat(risks.get(1).path("status").asString()).isEqualTo("open");
    assertThat(risks.get(1).toString()).contains("expired-waiver");
  }

  @Test
  void isTheSameInEveryLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String expected = oscal(Scenario.rich());
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(oscal(Scenario.rich())).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
