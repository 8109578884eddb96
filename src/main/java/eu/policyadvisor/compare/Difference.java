package eu.policyadvisor.compare;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two pieces of advice.
 *
 * @param aspect what differs
 * @param before how it was; null for a conclusion that is new
 * @param after how it is; null for a conclusion that is gone
 */
public record Difference(Aspect aspect, @Nullable String before, @Nullable String after) {
  /** How something differs. */
  public enum How {
    /** It is there now. */
    ADDED,
    /** It is there no longer. */
    REMOVED,
    /** It is otherwise. */
    CHANGED
  }

  /** How it differs. */
  public How how() {
    return before == null ? How.ADDED : after == null ? How.REMOVED : How.CHANGED;
  }
}
