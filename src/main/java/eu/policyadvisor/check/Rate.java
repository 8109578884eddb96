package eu.policyadvisor.check;

import eu.policyadvisor.rule.Stance;
import java.util.Optional;

/**
 * How often our stance was right on some decisions.
 *
 * @param cases how many decisions there are; at least 0, as are all
 * @param right on how many our stance is that of the authority
 * @param rightByDirection on how many it goes in the same direction; these include the right ones
 * @param spokenAgainst on how many the authority was in favour and we were against
 */
public record Rate(int cases, int right, int rightByDirection, int spokenAgainst) {
  /** Of no decision. */
  static final Rate NONE = new Rate(0, 0, 0, 0);

  /** Of one decision. */
  static Rate of(Stance theirs, Stance ours) {
    Optional<Direction> wanted = Direction.of(theirs);
    Optional<Direction> taken = Direction.of(ours);
    boolean right = Backtest.Result.of(theirs, ours) == Backtest.Result.AGREES;
    return new Rate(
        1,
        right ? 1 : 0,
        right || wanted.equals(taken) ? 1 : 0,
        wanted.equals(Optional.of(Direction.IN_FAVOUR))
                && taken.equals(Optional.of(Direction.AGAINST))
            ? 1
            : 0);
  }

  /** Of these decisions and others. */
  Rate plus(Rate other) {
    return new Rate(
        cases + other.cases,
        right + other.right,
        rightByDirection + other.rightByDirection,
        spokenAgainst + other.spokenAgainst);
  }
}
