package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.problem.Plain;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that others wrote, made harmless for a terminal, for Markdown, and as a reference. */
class PlainTest {
  private static String of(int character) {
    return Character.toString(character);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066,
        0x2069, 0x206A, 0xD800, 0xDFFF, 0xFDD0, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xDFFFF, 0xE0000,
        0xE007F
      })
  void whatHidesOrMovesTextIsReplaced(int character) {
    assertThat(Plain.text("a" + of(character) + "b")).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {'!', 0xA1, 0x200D, 0x202F, 0x2065, 0x2070, 0xFFFD, 0xDFFFD, 0xE0080, 0x1F917, 0xE9})
  void whatShowsStays(int character) {
    assertThat(Plain.text("a" + of(character) + "b")).isEqualTo("a" + of(character) + "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {' ', '\t', '\n', '\r', 0x0B, 0x1C, 0x2003, 0x2028, 0x2029})
  void blanksAreOneBlank(int character) {
    String blank = of(character);
    assertThat(Plain.text(blank + "a" + blank + blank + "b" + blank)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3040, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30,
        0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1FAFF, 0x20000, 0x3FFFD
      })
  void aWideCharacterTakesTwoColumns(int character) {
    assertThat(Columns.of(character)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        'a', 0x10FF, 0x1160, 0x2E7F, 0x303F, 0xA4D0, 0xABFF, 0xD7A4, 0xF8FF, 0xFB00, 0xFE10, 0xFE70,
        0xFF61, 0xFFDF, 0xFFE7, 0x1F2FF, 0x1FB00, 0x1FFFF, 0x3FFFE
      })
  void anyOtherTakesOne(int character) {
    assertThat(Columns.of(character)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x301, 0x20DD, 0x200D, 0xFEFF})
  void aMarkTakesNone(int character) {
    assertThat(Columns.of(character)).isZero();
    assertThat(Columns.of("a" + of(character) + "昇")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a *b* _c_ `d` | a \\*b\\* \\_c\\_ \\`d\\`",
        "<b>&amp;</b> | \\<b\\>\\&amp;\\</b\\>",
        "[a](b) !c ~d~ $e$ #f a\\b | \\[a\\](b) \\!c \\~d\\~ \\$e\\$ \\#f a\\\\b",
        "- a | \\- a",
        "+ a | \\+ a",
        "= a | \\= a",
        ": a | \\: a",
        "12. a | 12\\. a",
        "1) a | 1\\) a",
        "12 a | 12 a",
        "a - b | a - b",
        "http://a.b | http:\\/\\/a.b",
      })
  void markdownHasNoMarkup(String raw, String text) {
    assertThat(Markdown.text(raw)).isEqualTo(text);
  }

  @Test
  void markdownLinksAndNotifiesNobody() {
    assertThat(Markdown.text("@a www.b WWW.c")).isEqualTo("@\u200Ba www.\u200Bb WWW.\u200Bc");
  }

  @Test
  void codeIsFencedByMoreBackticksThanItHolds() {
    assertThat(Markdown.code("a")).isEqualTo("`a`");
    assertThat(Markdown.code("a`b")).isEqualTo("`` a`b ``");
    assertThat(Markdown.code("`a``b")).isEqualTo("``` `a``b ```");
    assertThat(Markdown.cell("a|b")).isEqualTo("`a\\|b`");
  }

  @Test
  void aTargetIsAWebAddress() {
    assertThat(Markdown.target("https://a.example/b?c")).isEqualTo("https://a.example/b?c");
    assertThat(Markdown.target("http://a")).isEqualTo("http://a");
    assertThat(Markdown.target("ftp://a")).isNull();
    assertThat(Markdown.target("javascript:https://a")).isNull();
    assertThat(Markdown.target("https://a b")).isNull();
    assertThat(Markdown.target("https://a)b")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b.yaml, true, a/b.yaml, a/b.yaml",
    "./a/../b c.yaml, true, b c.yaml, b%20c.yaml",
    "/tree/x/é.yaml, true, x/é.yaml, x/%C3%A9.yaml",
    "../b.yaml, false, ../b.yaml, file:///b.yaml",
    "/other/b.yaml, false, /other/b.yaml, file:///other/b.yaml",
    "a:b/c.yaml, true, a:b/c.yaml, ./a:b/c.yaml",
    "a/b:c.yaml, true, a/b:c.yaml, a/b:c.yaml",
    "<stdin>, false, <stdin>, %3Cstdin%3E",
  })
  void filesOfTheTreeAreNamedFromItsRoot(String file, boolean held, String name, String uri) {
    SourceTree tree = new SourceTree(Path.of("/tree"));
    assertThat(tree.holds(file)).isEqualTo(held);
    assertThat(tree.name(file)).isEqualTo(name);
    assertThat(tree.uri(file)).isEqualTo(uri);
  }
}
