package eu.policyadvisor.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * The direction of a recommendation, and the sum of all recommendations on an item or for a
 * subject.
 *
 * <p>The order of the constants is the documented order by which a sum is derived: the first one
 * that a live recommendation takes wins. The last four are {@linkplain #isSilence silences}: what
 * is said of an item on which there is no recommendation, and of a subject without any. No rule
 * recommends one.
 */
public enum Stance {
  /** Stop, and do not start. */
  PROHIBIT(Direction.AGAINST),
  /** Answer a measure of a third country. */
  COUNTERMEASURE(Direction.NEITHER),
  /** Keep out of use, limit, phase out. */
  RESTRICT(Direction.AGAINST),
  /** Go ahead under conditions. */
  CONDITIONAL(Direction.TOWARDS),
  /** Add sources, so that no single one can be cut off. */
  DIVERSIFY(Direction.NEITHER),
  /** Find out what is not known. */
  INVESTIGATE(Direction.NEITHER),
  /** Go ahead. */
  PERMIT(Direction.TOWARDS),
  /** Watch. */
  MONITOR(Direction.NEITHER),
  /** Not enough is stated to tell; the values that are missing are named. */
  NOT_DETERMINED(Direction.NEITHER),
  /** Outside of what the rules know; the law that governs it is named. */
  NOT_COVERED(Direction.NEITHER),
  /** The rules that were tried on it conclude nothing. */
  NOTHING_FOUND(Direction.NEITHER),
  /** Nothing of this kind is stated. */
  NOT_STATED(Direction.NEITHER);

  /** What rules can recommend, in order. */
  public static final List<Stance> ADVICE =
      Stream.of(values()).filter(stance -> !stance.isSilence()).toList();

  /** Whether a stance speaks for or against the use of its object. */
  private enum Direction {
    /** Speaks for using it. */
    TOWARDS,
    /** Speaks against using it. */
    AGAINST,
    /** Speaks neither for nor against. */
    NEITHER
  }

  private final Direction direction;

  Stance(Direction direction) {
    this.direction = direction;
  }

  /** Whether it says that there is nothing to recommend, and why. */
  public boolean isSilence() {
    return compareTo(MONITOR) > 0;
  }

  /** Whether it holds only as long as nothing is waited for. */
  public boolean mayBeCapped() {
    return this == PERMIT || this == MONITOR || isSilence();
  }

  /** Whether two stances on one object cannot both be followed. */
  public boolean opposes(Stance other) {
    return direction != Direction.NEITHER
        && other.direction != Direction.NEITHER
        && direction != other.direction;
  }
}
