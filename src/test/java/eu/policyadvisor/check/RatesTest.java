package eu.policyadvisor.check;

import static eu.policyadvisor.rule.Stance.CONDITIONAL;
import static eu.policyadvisor.rule.Stance.COUNTERMEASURE;
import static eu.policyadvisor.rule.Stance.DIVERSIFY;
import static eu.policyadvisor.rule.Stance.INVESTIGATE;
import static eu.policyadvisor.rule.Stance.MONITOR;
import static eu.policyadvisor.rule.Stance.PERMIT;
import static eu.policyadvisor.rule.Stance.PROHIBIT;
import static eu.policyadvisor.rule.Stance.RESTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.check.BacktestRunner.Agreement;
import eu.policyadvisor.check.BacktestRunner.Outcome;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  @Test
  void isRightWhereTheStancesAreTheSame() {
    assertThat(today(RESTRICT, RESTRICT)).isEqualTo(new Rate(1, 1, 1, 0));
  }

  @Test
  void isRightByDirectionWhereBothAreAgainstInFavourOrNeither() {
    assertThat(today(PROHIBIT, RESTRICT)).isEqualTo(new Rate(1, 0, 1, 0));
    assertThat(today(COUNTERMEASURE, PROHIBIT)).isEqualTo(new Rate(1, 0, 1, 0));
    assertThat(today(PERMIT, CONDITIONAL)).isEqualTo(new Rate(1, 0, 1, 0));
    assertThat(today(MONITOR, INVESTIGATE)).isEqualTo(new Rate(1, 0, 1, 0));
    assertThat(today(DIVERSIFY, CONDITIONAL)).isEqualTo(new Rate(1, 0, 0, 0));
  }

  @Test
  void speaksAgainstOnlyWhatAnAuthorityAllowed() {
    assertThat(today(PERMIT, RESTRICT)).isEqualTo(new Rate(1, 0, 0, 1));
    assertThat(today(CONDITIONAL, PROHIBIT)).isEqualTo(new Rate(1, 0, 0, 1));
    assertThat(today(PERMIT, INVESTIGATE)).isEqualTo(new Rate(1, 0, 0, 0));
    assertThat(today(MONITOR, PROHIBIT)).isEqualTo(new Rate(1, 0, 0, 0));
    assertThat(today(PROHIBIT, PERMIT)).isEqualTo(new Rate(1, 0, 0, 0));
  }

  @Test
  void countsNothingFoundAsRightWhereTheAuthorityPermittedAndOtherSilencesNowhere() {
    for (Stance theirs : Stance.ADVICE) {
      for (Stance ours : Stance.values()) {
        if (ours.isSilence()) {
          int right = theirs == Stance.PERMIT && ours == Stance.NOTHING_FOUND ? 1 : 0;
          assertThat(Rates.today(List.of(outcome(theirs, ours, null, null))).total())
              .as("%s and %s", theirs, ours)
              .isEqualTo(new Rate(1, right, right, 0));
        }
      }
    }
  }

  @Test
  void addsUpOverStancesAndDirections() {
    List<Outcome> all = new ArrayList<>();
    for (Stance theirs : Stance.ADVICE) {
      for (Stance ours : Stance.ADVICE) {
        all.add(outcome(theirs, ours, null, null));
      }
    }
    Rates rates = Rates.today(all);
    // Three stances are against, two in favour, three neither: 9 + 4 + 9 pairs share a direction,
    // and each of the two in favour meets each of the three against.
    assertThat(rates.total()).isEqualTo(new Rate(64, 8, 22, 6));
    assertThat(Stream.of(Direction.values()).map(rates::of).reduce(Rate.NONE, Rate::plus))
        .isEqualTo(rates.total());
    assertThat(Stance.ADVICE.stream().map(rates::of).reduce(Rate.NONE, Rate::plus))
        .isEqualTo(rates.total());
    assertThat(Stream.of(Direction.values()).flatMap(each -> rates.stances(each).stream()))
        .containsExactlyInAnyOrderElementsOf(Stance.ADVICE);
  }

  @Test
  void countsAtFirstRunOnlyWhatWasWrittenBlindAndTheStanceOfThatDay() {
    List<Outcome> all =
        List.of(
            outcome(RESTRICT, RESTRICT, true, PERMIT),
            outcome(PERMIT, RESTRICT, true, PERMIT),
            outcome(MONITOR, MONITOR, true, null),
            outcome(PROHIBIT, PROHIBIT, false, PROHIBIT),
            outcome(DIVERSIFY, DIVERSIFY, null, null));
    Rates rates = Rates.firstRun(all);
    assertThat(rates.total()).isEqualTo(new Rate(2, 1, 1, 0));
    assertThat(rates.of(RESTRICT)).isEqualTo(new Rate(1, 0, 0, 0));
    assertThat(rates.byStance()).containsOnlyKeys(RESTRICT, PERMIT);
    assertThat(rates.of(Direction.NEITHER)).isEqualTo(Rate.NONE);
    assertThat(Rates.today(all).total()).isEqualTo(new Rate(5, 4, 4, 1));
  }

  private static Rate today(Stance theirs, Stance ours) {
    return Rates.today(List.of(outcome(theirs, ours, null, null))).total();
  }

  private static Outcome outcome(
      Stance theirs, Stance ours, @Nullable Boolean blind, @Nullable Stance first) {
    Backtest test =
        new Backtest(
            "x",
            "x.yaml",
            1,
            null,
            DAY,
            new Backtest.Decision("An authority", null, null, theirs, null, null),
            blind,
            first == null
                ? null
                : new Backtest.FirstRun(Backtest.Result.of(theirs, first), first, DAY, "0.1.0"),
            List.of(new Backtest.Source(null, "https://example.org", null)),
            List.of(),
            List.of(),
            List.of(),
            FactSet.of(Fact.unknown(Subject.class, "s")));
    return new Outcome(
        test, ours, theirs == ours ? Agreement.AGREES : Agreement.DIFFERS, List.of(), List.of());
  }
}
