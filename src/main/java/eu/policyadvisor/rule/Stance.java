package eu.policyadvisor.rule;

/**
 * The direction of a recommendation, and the sum of all recommendations for a subject.
 *
 * <p>The order of the constants is the documented order by which the overall stance is derived: the
 * first one that a live recommendation takes wins.
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
  MONITOR(Direction.NEITHER);

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

  /** Whether two stances on one object cannot both be followed. */
  public boolean opposes(Stance other) {
    return direction != Direction.NEITHER
        && other.direction != Direction.NEITHER
        && direction != other.direction;
  }
}
