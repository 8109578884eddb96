package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class InstrumentTest {
  @Test
  void isThereFromTheDayItBearsOn() {
    LocalDate day = LocalDate.of(2024, 6, 13);
    Instrument act =
        new Instrument(
            "act", "The Act", null, day, Instrument.Status.IN_FORCE, null, null, false, null);

    assertThat(act.existsOn(day.minusDays(1))).isFalse();
    assertThat(act.existsOn(day)).isTrue();
    assertThat(act.existsOn(day.plusYears(1))).isTrue();
  }
}
