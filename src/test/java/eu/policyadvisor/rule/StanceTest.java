package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which stances cannot both be followed. */
final class StanceTest {
  private static final Set<Stance> AGAINST = Set.of(Stance.PROHIBIT, Stance.RESTRICT);
  private static final Set<Stance> TOWARDS = Set.of(Stance.CONDITIONAL, Stance.PERMIT);

  @Test
  void opposesWhatPullsTheOtherWayAndNothingElse() {
    for (Stance one : Stance.values()) {
      for (Stance other : Stance.values()) {
        assertThat(one.opposes(other))
            .as("%s and %s", one, other)
            .isEqualTo(
                AGAINST.contains(one) && TOWARDS.contains(other)
                    || TOWARDS.contains(one) && AGAINST.contains(other));
      }
    }
  }

  /** The overall stance is the first one taken, so that a ban is never hidden by a permission. */
  @Test
  void standInTheDocumentedOrder() {
    assertThat(Stance.values())
        .containsExactly(
            Stance.PROHIBIT,
            Stance.COUNTERMEASURE,
            Stance.RESTRICT,
            Stance.CONDITIONAL,
            Stance.DIVERSIFY,
            Stance.INVESTIGATE,
            Stance.PERMIT,
            Stance.MONITOR,
            Stance.NOT_DETERMINED,
            Stance.NOT_COVERED,
            Stance.NOTHING_FOUND,
            Stance.NOT_STATED);
  }

  @Test
  void areAdviceOrSilence() {
    assertThat(Stance.ADVICE).hasSize(8).doesNotContain(Stance.NOT_DETERMINED);
    assertThat(Stance.values()).filteredOn(Stance::isSilence).hasSize(4);
  }
}
