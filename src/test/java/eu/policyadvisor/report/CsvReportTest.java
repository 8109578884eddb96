package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

class CsvReportTest {
  private static final ObjectReader READER =
      new CsvMapper().readerFor(Map.class).with(CsvSchema.emptySchema().withHeader());

  private static List<Map<String, String>> rows(Assessment... assessments) {
    String csv = new CsvReport().render(List.of(assessments));
    return READER.<Map<String, String>>readValues(csv).readAll();
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.csv"),
        new CsvReport().render(List.of(Scenario.rich(), Scenario.silent())));
  }

  @Test
  void hasARowForEachFindingAndEachRecommendation() {
    Assessment rich = Scenario.rich();
    assertThat(rows(rich))
        .hasSize(rich.findings().size() + rich.recommendations().size())
        .allSatisfy(row -> assertThat(row).hasSize(21).containsEntry("stance", "restrict"))
        .anySatisfy(row -> assertThat(row).containsEntry("kind", "finding"))
        .anySatisfy(row -> assertThat(row).containsEntry("kind", "recommendation"));
  }

  @Test
  void keepsAFactSetThatHasNeither() {
    Assessment nothing = Scenario.silent().withFindings(List.of()).withRecommendations(List.of());
    assertThat(rows(nothing))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("kind", "none").containsKey("stance"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"x\")"})
  void letsNoNameBecomeAFormula(String name) {
    assertThat(rows(Scenario.named(name, name)))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.values())
                    .allSatisfy(cell -> assertThat(cell.strip()).doesNotMatch("(?s)[=+@＝-].*")));
  }

  @Test
  void quotesWhatWouldEndACell() {
    String name = "a \"b\", c; d";
    assertThat(rows(Scenario.named(name, name)))
        .allSatisfy(row -> assertThat(row).hasSize(21).containsEntry("name", name));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = new CsvReport().render(List.of(Scenario.rich()));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(new CsvReport().render(List.of(Scenario.rich()))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
