package eu.policyadvisor.check;

import eu.policyadvisor.rule.Stance;

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
    Direction wanted = Direction.of(theirs);
    Direction taken = Direction.of(ours);
    return new Rate(
        1,
        theirs == ours ? 1 : 0,
        wanted == taken ? 1 : 0,
        wanted == Direction.IN_FAVOUR && taken == Direction.AGAINST ? 1 : 0);
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
