package eu.policyadvisor.check;

import eu.policyadvisor.rule.Stance;
import java.util.Optional;

/**
 * Which way the decision of an authority goes, seen by those whom it concerns.
 *
 * <p>A countermeasure is a decision against the measure that it answers. That it contradicts no
 * permission is another matter, for which see {@link Stance#opposes}.
 */
public enum Direction {
  /** Stops, limits or answers something. */
  AGAINST,
  /** Lets it go on, with or without conditions. */
  IN_FAVOUR,
  /** Does neither. */
  NEITHER;

  /** The direction of a stance; empty for a silence, which has none. */
  public static Optional<Direction> of(Stance stance) {
    return switch (stance) {
      case PROHIBIT, COUNTERMEASURE, RESTRICT -> Optional.of(AGAINST);
      case CONDITIONAL, PERMIT -> Optional.of(IN_FAVOUR);
      case DIVERSIFY, INVESTIGATE, MONITOR -> Optional.of(NEITHER);
      case NOT_DETERMINED, NOT_COVERED, NOTHING_FOUND, NOT_STATED -> Optional.empty();
    };
  }
}
