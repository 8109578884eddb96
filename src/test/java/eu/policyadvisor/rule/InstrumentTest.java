package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InstrumentTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 13);

  @Test
  void isThereFromTheDayItBearsOn() {
    Instrument act = act(Instrument.Kind.LAW, Instrument.Status.IN_FORCE);

    assertThat(act.existsOn(DAY.minusDays(1))).isFalse();
    assertThat(act.existsOn(DAY)).isTrue();
    assertThat(act.existsOn(DAY.plusYears(1))).isTrue();
  }

  @Test
  void hasTheStatusOfTheDay() {
    Instrument act =
        act(
            Instrument.Kind.LAW,
            Instrument.Status.PROPOSED,
            Instrument.Status.IN_FORCE,
            Instrument.Status.RESCINDED);

    assertThat(act.on(DAY).status()).isEqualTo(Instrument.Status.PROPOSED);
    assertThat(act.on(DAY.plusYears(1).minusDays(1)).status())
        .isEqualTo(Instrument.Status.PROPOSED);
    assertThat(act.on(DAY.plusYears(1)).status()).isEqualTo(Instrument.Status.IN_FORCE);
    assertThat(act.on(DAY.plusYears(2))).isEqualTo(act);
    assertThat(act.status()).isEqualTo(Instrument.Status.RESCINDED);
  }

  @Test
  void bindsWhereItIsLawThatApplies() {
    assertThat(act(Instrument.Kind.LAW, Instrument.Status.IN_FORCE).binds()).isTrue();
    assertThat(act(Instrument.Kind.LAW, Instrument.Status.PARTLY_APPLICABLE).binds()).isTrue();
    assertThat(act(Instrument.Kind.JUDGMENT, Instrument.Status.IN_FORCE).binds()).isTrue();
    assertThat(act(Instrument.Kind.LAW, Instrument.Status.PROPOSED).binds()).isFalse();
    assertThat(act(Instrument.Kind.LAW, Instrument.Status.ADOPTED).binds()).isFalse();
    assertThat(act(Instrument.Kind.DECISION, Instrument.Status.IN_FORCE).binds()).isFalse();
    assertThat(act(Instrument.Kind.GUIDANCE, Instrument.Status.NOT_BINDING).binds()).isFalse();
  }

  @Test
  void hasOneStateAtLeast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> act(Instrument.Kind.LAW))
        .withMessage("instrument act has no state");
  }

  /** Each status for a year. */
  private static Instrument act(Instrument.Kind kind, Instrument.Status... statuses) {
    List<Instrument.State> states = new ArrayList<>();
    for (Instrument.Status status : statuses) {
      states.add(new Instrument.State(DAY.plusYears(states.size()), status));
    }
    return new Instrument(
        "act", "The Act", null, DAY, kind, "EU", false, Set.of(), states, null, null, false, null);
  }
}
