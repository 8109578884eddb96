package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlToken.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is one token, and of which kind. */
final class DrlTokenTest {
  private static List<String> texts(String drl) {
    return DrlToken.read(drl).stream().map(DrlToken::text).toList();
  }

  private static List<Kind> kinds(String drl) {
    return DrlToken.read(drl).stream().map(DrlToken::kind).toList();
  }

  @Test
  void wordsNumbersStringsSignsAndCommentsAreToldApart() {
    assertThat(texts("$a : Chip( tpp >= 10.5B, on != \"x ( y\" ) // end"))
        .containsExactly(
            "$a",
            ":",
            "Chip",
            "(",
            "tpp",
            ">=",
            "10.5B",
            ",",
            "on",
            "!=",
            "\"x ( y\"",
            ")",
            "// end");
    assertThat(kinds("a 1 10s 'x' <= true /* b */ // c"))
        .containsExactly(
            Kind.WORD,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.STRING,
            Kind.SYMBOL,
            Kind.WORD,
            Kind.BLOCK_COMMENT,
            Kind.LINE_COMMENT);
  }

  @Test
  void aHyphenBelongsToTheNamesOfAttributesAndElsewhereIsAMinus() {
    assertThat(texts("date-effective lock-on-active a-b no-loops from entry-point"))
        .containsExactly(
            "date-effective",
            "lock-on-active",
            "a",
            "-",
            "b",
            "no",
            "-",
            "loops",
            "from",
            "entry-point");
  }

  @Test
  void aTextBlockIsOneString() {
    String block = "\"\"\"\n  a \"b\" c\n  \"\"\"";
    assertThat(texts("( " + block + " )")).containsExactly("(", block, ")");
    assertThat(DrlToken.read(block).get(0).content()).isEqualTo("\n  a \"b\" c\n  ");
    assertThat(texts("\"\" + \"a\"")).containsExactly("\"\"", "+", "\"a\"");
    assertThat(DrlToken.read("''").get(0).content()).isEmpty();
  }

  @Test
  void eachKnowsWhereItStandsAndWhatIsBeforeIt() {
    DrlToken second = DrlToken.read("a // b \r\n\r\n  c").get(2);
    assertThat(second).isEqualTo(new DrlToken(Kind.WORD, "c", " \r\n\r\n  ", 13, 14));
    assertThat(second.newlines()).isEqualTo(2);
    assertThat(second.verbatim()).isEqualTo("\n\n  c");
  }

  @Test
  void aStringIsNoWord() {
    assertThat(DrlToken.read("\"when\"").get(0).is("\"when\"")).isFalse();
    assertThat(DrlToken.read("when").get(0).is("when")).isTrue();
  }

  @Test
  void spacesSayNothingButThoseInStringsDo() {
    assertThat(DrlToken.normal("a(  b==\"c  d\" )"))
        .isEqualTo(DrlToken.normal("a ( b == \"c  d\")"));
    assertThat(DrlToken.normal("\"c d\"")).isNotEqualTo(DrlToken.normal("\"c  d\""));
  }
}
