package eu.policyadvisor.rule;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the thing that advice is about, once the advice is followed.
 *
 * <p>A stance tells for and against; this tells, of advice that is neither, whether it rests on the
 * use of the thing, and of advice that is against, whether it ends that use or only bounds it. Who
 * is told to keep a chip out of service is not told as well to qualify a second vendor beside it.
 */
public enum Standing {
  /** It is in use: kept, tested for use, or added to. */
  IN_USE,
  /** It is out of use: not bought, not closed, not delivered, switched off. */
  OUT_OF_USE;

  /** What a stance says of it; null where the stance alone does not tell. */
  public static @Nullable Standing of(Stance stance) {
    return switch (stance) {
      case PROHIBIT -> OUT_OF_USE;
      case CONDITIONAL, PERMIT -> IN_USE;
      case COUNTERMEASURE,
          RESTRICT,
          DIVERSIFY,
          INVESTIGATE,
          MONITOR,
          NOT_DETERMINED,
          NOT_COVERED,
          NOTHING_FOUND,
          NOT_STATED ->
          null;
    };
  }
}
