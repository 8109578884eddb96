package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which texts are days in DRL. */
final class RuleDayTest {
  @Test
  void daysAreWrittenInEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(RuleDay.write(LocalDate.of(2026, 12, 1))).isEqualTo("01-Dec-2026");
      assertThat(RuleDay.read("1-DEC-2026")).contains(LocalDate.of(2026, 12, 1));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void othersAreNoDays() {
    assertThat(Stream.of("01-Dez-2026", "31-Jun-2026", "01-Dec-26", "2026-12-01", "1 Dec 2026", ""))
        .allSatisfy(text -> assertThat(RuleDay.read(text)).isEmpty());
  }
}
