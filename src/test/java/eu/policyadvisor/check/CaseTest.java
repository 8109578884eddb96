package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a case says what it expects. */
class CaseTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "a/b, a/b, -, -",
        "a/b on c, a/b, c, -",
        "a/b by d/e, a/b, -, d/e",
        "a/b on c by d/e, a/b, c, d/e",
        "'  a/b  on\n c  by\td/e ', a/b, c, d/e",
        "'x\ny', x y, -, -",
        "a/b on c on d, a/b, c on d, -",
        "onby, onby, -, -",
      })
  void namesARuleAFactAndWhatPrevails(String text, String rule, String on, String by) {
    Case.Expected expected = Case.Expected.parse(text, Place.NONE);
    assertThat(expected.rule()).isEqualTo(rule);
    assertThat(expected.on().orElse(null)).isEqualTo(on);
    assertThat(expected.by().orElse(null)).isEqualTo(by);
  }

  @Test
  void mayHaveBlanksWithoutEnd() {
    String blanks = " ".repeat(200_000);
    Case.Expected expected = Case.Expected.parse("a" + blanks + "on" + blanks + "b", Place.NONE);
    assertThat(expected).hasToString("a on b");
  }
}
