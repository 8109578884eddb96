package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of inventories in the form that facts have. */
class WordingTest {
  private static final String FACE = Character.toString(0x1F917);

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "unknown", "NOASSERTION", "None", "null", "N/A", "na", " - ", "~", "\t"})
  void whatStandsWhereNothingIsSaidSaysNothing(String text) {
    assertThat(StatedText.says(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "unknown vendor", "--", "nano"})
  void anythingElseSaysSomething(String text) {
    assertThat(StatedText.says(text)).isTrue();
  }

  @Test
  void aLongTextSaysSomethingUnlessItIsBlank() {
    assertThat(StatedText.says("x".repeat(201))).isTrue();
    assertThat(StatedText.says(" ".repeat(201))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x1B, 0x7F, 0x85, 0x202E, 0x2066, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE, 0x1FFFE, 0x10FFFF
      })
  void whatCannotBePrintedIsReplaced(int character) {
    assertThat(StatedText.clean("a" + Character.toString(character) + "b")).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(ints = {'!', 'e', 0xE9, 0xD7FF, 0xE000, 0xFEFE, 0xFFFD, 0x1F917, 0x1FFFD})
  void whatCanBePrintedStays(int character) {
    String text = "a" + Character.toString(character) + "b";
    assertThat(StatedText.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {'\t', '\n', '\r', 0x1F, ' ', 0x2028, 0x2029})
  void blanksAreOneBlank(int character) {
    String blank = Character.toString(character);
    assertThat(StatedText.clean(blank + "a" + blank + blank + "b" + blank)).isEqualTo("a b");
  }

  @Test
  void aNameHasTwoHundredCharactersAtMost() {
    assertThat(StatedText.clean(FACE.repeat(200))).isEqualTo(FACE.repeat(200));
    assertThat(StatedText.clean(FACE.repeat(201))).isEqualTo(FACE.repeat(199) + "…");
    assertThat(StatedText.clean("a".repeat(198) + " " + "b".repeat(9)))
        .as("no blank stands before the dots")
        .isEqualTo("a".repeat(198) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "Qwen/Qwen-7B, qwen-qwen-7b",
    "Café Crème, cafe-creme",
    "v1.5.2, v1.5.2",
    "..a-._-b.., a-b",
    "a . - b, a-b",
    "昇腾910, 昇腾910",
    "ＡＢ, ab",
    "910, other",
    "unknown, other",
    "---, other",
    "'', other",
  })
  void anIdIsMadeOfTheLettersAndDigitsOfAName(String name, String id) {
    assertThat(StatedText.id(name, "other")).isEqualTo(id);
  }

  @Test
  void anIdHasSixtyCharactersAtMostAndEndsWithNoDash() {
    assertThat(StatedText.id("a".repeat(60), "other")).isEqualTo("a".repeat(60));
    assertThat(StatedText.id("a".repeat(61), "other")).isEqualTo("a".repeat(60));
    assertThat(StatedText.id("a".repeat(59) + "/b", "other")).isEqualTo("a".repeat(59));
    assertThat(StatedText.id("昇".repeat(61), "other")).isEqualTo("昇".repeat(60));
  }

  @ParameterizedTest
  @CsvSource({
    "'NVIDIA H100-SXM5 (80GB)', nvidia h100 sxm5 80gb",
    "华为昇腾910B芯片, 华为昇腾 910b 芯片",
    "' _x_ ', x",
    "Ｈ１００, h100",
  })
  void namesAreComparedWithoutCaseAndSigns(String name, String words) {
    assertThat(StatedText.comparable(name)).isEqualTo(words);
  }
}
