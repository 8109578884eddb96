package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InstrumentTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 13);

  @Test
  void isThereFromTheDayItBearsOn() {
    Instrument act = act(Instrument.Kind.LAW, InstrumentStatus.IN_FORCE);

    assertThat(act.existsOn(DAY.minusDays(1))).isFalse();
    assertThat(act.existsOn(DAY)).isTrue();
    assertThat(act.existsOn(DAY.plusYears(1))).isTrue();
  }

  @Test
  void hasTheStatusOfTheDay() {
    Instrument act =
        act(
            Instrument.Kind.LAW,
            InstrumentStatus.PROPOSED,
            InstrumentStatus.IN_FORCE,
            InstrumentStatus.RESCINDED);

    assertThat(act.on(DAY).status()).isEqualTo(InstrumentStatus.PROPOSED);
    assertThat(act.on(DAY.plusYears(1).minusDays(1)).status()).isEqualTo(InstrumentStatus.PROPOSED);
    assertThat(act.on(DAY.plusYears(1)).status()).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(act.on(DAY.plusYears(2))).isEqualTo(act);
    assertThat(act.status()).isEqualTo(InstrumentStatus.RESCINDED);
  }

  @Test
  void bindsWhereItIsLawThatApplies() {
    assertThat(act(Instrument.Kind.LAW, InstrumentStatus.IN_FORCE).binds()).isTrue();
    assertThat(act(Instrument.Kind.LAW, InstrumentStatus.PARTLY_APPLICABLE).binds()).isTrue();
    assertThat(act(Instrument.Kind.JUDGMENT, InstrumentStatus.IN_FORCE).binds()).isTrue();
    assertThat(act(Instrument.Kind.LAW, InstrumentStatus.PROPOSED).binds()).isFalse();
    assertThat(act(Instrument.Kind.LAW, InstrumentStatus.ADOPTED).binds()).isFalse();
    assertThat(act(Instrument.Kind.DECISION, InstrumentStatus.IN_FORCE).binds()).isFalse();
    assertThat(act(Instrument.Kind.GUIDANCE, InstrumentStatus.NOT_BINDING).binds()).isFalse();
  }

  @Test
  void takesAConfirmedStateUntilTheCatalogueKnowsALaterOne() {
    Instrument act =
        act(Instrument.Kind.LAW, InstrumentStatus.PROPOSED, InstrumentStatus.IN_FORCE)
            .confirmed(word(DAY.plusDays(9), null));

    assertThat(act.on(DAY.plusDays(8)).confirmation()).isNull();
    assertThat(act.on(DAY.plusDays(9)).status()).isEqualTo(InstrumentStatus.SUSPENDED);
    assertThat(act.on(DAY.plusDays(9)).confirmation()).isNotNull();
    assertThat(act.on(DAY.plusYears(1)).status()).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(act.on(DAY.plusYears(1)).confirmation()).isNull();
  }

  @Test
  void isToBeConfirmedAgainAfterTheLastDayOfAConfirmedState() {
    LocalDate last = DAY.plusYears(2);
    Instrument act =
        act(Instrument.Kind.LAW, InstrumentStatus.PROPOSED, InstrumentStatus.IN_FORCE)
            .confirmed(word(DAY.plusDays(9), last));

    assertThat(act.on(last).status()).isEqualTo(InstrumentStatus.SUSPENDED);
    assertThat(act.unconfirmedSince(last)).isNull();
    assertThat(act.status()).isEqualTo(InstrumentStatus.UNKNOWN_AFTER_CUTOFF);
    assertThat(act.unconfirmedSince(last.plusDays(30))).isEqualTo(last.plusDays(1));
  }

  @Test
  void isToBeConfirmedWhileItsStateIsNotEstablished() {
    Instrument act =
        act(Instrument.Kind.LAW, InstrumentStatus.IN_FORCE, InstrumentStatus.UNKNOWN_AFTER_CUTOFF);

    assertThat(act.unconfirmedSince(DAY)).isNull();
    assertThat(act.unconfirmedSince(DAY.plusYears(3))).isEqualTo(DAY.plusYears(1));
    assertThat(act.confirmed(word(DAY.plusYears(1), null)).unconfirmedSince(DAY.plusYears(3)))
        .isNull();
  }

  private static Confirmation word(LocalDate from, @Nullable LocalDate until) {
    return new Confirmation(
        "act",
        InstrumentStatus.SUSPENDED,
        from,
        until,
        "a notice",
        "J. Doe",
        null,
        Provenance.NONE);
  }

  @Test
  void hasOneStateAtLeast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> act(Instrument.Kind.LAW))
        .withMessage("instrument act has no state");
  }

  /** Each status for a year. */
  private static Instrument act(Instrument.Kind kind, InstrumentStatus... statuses) {
    List<Instrument.State> states = new ArrayList<>();
    for (InstrumentStatus status : statuses) {
      states.add(new Instrument.State(DAY.plusYears(states.size()), status));
    }
    return new Instrument(
        "act", "The Act", null, DAY, kind, "EU", false, Set.of(), states, null, null, false, null);
  }
}
