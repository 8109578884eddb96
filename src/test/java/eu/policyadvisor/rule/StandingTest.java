package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which advice on one thing cannot all be followed, seen by what becomes of the thing. */
final class StandingTest {
  @Test
  void followsFromAStanceThatIsForOrAgainstAsAWhole() {
    assertThat(Standing.of(Stance.PROHIBIT)).isEqualTo(Standing.OUT_OF_USE);
    assertThat(Standing.of(Stance.CONDITIONAL)).isEqualTo(Standing.IN_USE);
    assertThat(Standing.of(Stance.PERMIT)).isEqualTo(Standing.IN_USE);
  }

  /** To restrict is at times to keep out, and at times to keep one kind of work off. */
  @Test
  void doesNotFollowFromTheOthers() {
    assertThat(Standing.of(Stance.RESTRICT)).isNull();
    assertThat(Standing.of(Stance.DIVERSIFY)).isNull();
    assertThat(Standing.of(Stance.INVESTIGATE)).isNull();
    assertThat(Standing.of(Stance.MONITOR)).isNull();
    assertThat(Standing.of(Stance.COUNTERMEASURE)).isNull();
  }

  @Test
  void testsOfAThingContradictABanOfItButNoBoundOnItsUse() {
    RuleCard.Advice test = advice(Stance.INVESTIGATE, Standing.IN_USE);
    assertThat(test.contradicts(advice(Stance.PROHIBIT, Standing.OUT_OF_USE))).isTrue();
    assertThat(test.contradicts(advice(Stance.RESTRICT, Standing.OUT_OF_USE))).isTrue();
    assertThat(test.contradicts(advice(Stance.RESTRICT, null))).isFalse();
    assertThat(test.contradicts(advice(Stance.PERMIT, Standing.IN_USE))).isFalse();
  }

  @Test
  void aBoundOnUseContradictsAPermissionAsBefore() {
    assertThat(advice(Stance.RESTRICT, null).contradicts(advice(Stance.PERMIT, Standing.IN_USE)))
        .isTrue();
  }

  private static RuleCard.Advice advice(Stance stance, @Nullable Standing standing) {
    return new RuleCard.Advice(
        "Do it",
        Addressee.SUBJECT,
        Urgency.NOW,
        Strength.SHOULD,
        stance,
        standing,
        null,
        null,
        null);
  }
}
