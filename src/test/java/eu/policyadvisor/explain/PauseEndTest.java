package eu.policyadvisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PauseEndTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 27);

  @Test
  void isSaidAsADayInWords() {
    assertThat(PauseEnd.of(List.of(paused("ban", NOVEMBER)))).isEqualTo("27 November 2026");
  }

  @Test
  void isSaidOnceForMeasuresThatEndOnTheSameDayAndInOrderForOthers() {
    List<Fact> measures =
        List.of(
            paused("ban", NOVEMBER),
            paused("checks", NOVEMBER),
            paused("licence", NOVEMBER.minusDays(17)));
    assertThat(PauseEnd.of(measures)).isEqualTo("10 November 2026 and 27 November 2026");
  }

  @Test
  void isNotKnownOfAMeasureWithoutALastDayNorOfWhatIsNoMeasure() {
    List<Fact> others =
        List.of(Fact.unknown(PolicyEvent.class, "threat"), Fact.unknown(Party.class, "supplier"));
    assertThat(PauseEnd.of(others)).isEqualTo("a day that is not known");
  }

  private static PolicyEvent paused(String id, LocalDate until) {
    return PolicyEventBuilder.builder(Fact.unknown(PolicyEvent.class, id))
        .suspendedUntil(until)
        .build();
  }
}
