package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static String text(Assessment assessment) {
    return new TextReport(100, false).render(List.of(assessment));
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(GOLDEN.resolve("rich.txt"), text(Scenario.rich()));
  }

  @Test
  void readsAsKeptInFullAndInColour() {
    Golden.assertSame(
        GOLDEN.resolve("rich-full.ansi"),
        new TextReport(80, true).inFull().render(List.of(Scenario.rich())));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 60, 61, 72, 80, 100, 133, 200, 1000})
  void keepsWithinTheWidthAndLeavesNoTrailingBlanks(int width) {
    String text =
        new TextReport(width, false)
            .inFull()
            .render(List.of(Scenario.rich(), Scenario.contradictory(), Scenario.silent()));
    assertThat(text.lines())
        .allSatisfy(
            line -> {
              assertThat(Columns.of(line)).isBetween(0, Math.max(60, Math.min(200, width)));
              assertThat(line).doesNotEndWith(" ");
            });
  }

  @Test
  void saysTheSameWithoutColour() {
    String coloured = new TextReport(100, true).render(List.of(Scenario.rich()));
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(text(Scenario.rich()));
  }

  @Test
  void putsAdviceForOthersUnderItsOwnHeading() {
    assertThat(text(Scenario.rich()))
        .containsSubsequence(
            "Do first", "Then", "Keep in mind", "For others", "the member state, SE");
  }

  @Test
  void saysThatSilenceIsNotPermission() {
    assertThat(text(Scenario.silent())).contains("Silence is not permission.");
  }

  @Test
  void isLoudAboutContradictions() {
    assertThat(text(Scenario.contradictory()))
        .contains("ERROR OF THE KNOWLEDGE BASE", "no rule says which one prevails");
  }

  @Test
  void namesWhatWasTakenFromTheCatalogueAndWhatWasPresumed() {
    assertThat(text(Scenario.rich()))
        .contains(
            "ascend-cluster.yaml:14  pool.product = huawei-ascend-910c",
            "(catalogue: huawei-ascend-910c)",
            "authorisation said to be unknown",
            "purpose not stated");
  }

  @Test
  void letsNoNameReachTheTerminal() {
    String text = text(Scenario.named("pool\u001B[2J\nDo first\u202E\u009B31m", "{on}\t{subject}"));
    assertThat(text).doesNotContain("\u001B", "\u202E", "\u009B", "\t");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("Do first\uFFFD"));
    assertThat(text.replaceAll("\\s+", " ")).contains("US exposure of {on} {subject}");
  }

  @Test
  void countsWideCharacters() {
    String text = text(Scenario.named("昇腾".repeat(40), "北方计算中心".repeat(20)));
    assertThat(text.lines()).allMatch(line -> Columns.of(line) <= 100);
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = text(Scenario.rich());
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(text(Scenario.rich())).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isEmptyForNothing() {
    assertThat(new TextReport(100, false).render(List.of())).isEmpty();
  }
}
