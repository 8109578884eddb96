package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers and days in a condition ought to have a name. */
final class LiteralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "share >= 0.8 | 0.8",
        "months > 12B && months < 18 | 12",
        "value == new java.math.BigDecimal( \"0.5\" ) | 0.5",
        "since >= \"02-Aug-2025\" | 02-Aug-2025",
        "since.isAfter(java.time.LocalDate.of(2025, 8, 2)) | LocalDate.of(2025, 8, 2))",
        "count > 1 && share != 0 | ``",
        "name == \"7 nm\" && a8 != $b9 | ``",
        "this after[ 10s ] $other | ``",
      })
  void areFound(String condition, String literal) {
    assertThat(Literals.first(condition).orElse("")).isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource({"02-Aug-2025, 2 August 2025", "12, ''", "31-Jun-2025, ''"})
  void daysAreSaidAsPeopleWriteThem(String literal, String words) {
    assertThat(Literals.day(literal)).isEqualTo(words);
  }
}
