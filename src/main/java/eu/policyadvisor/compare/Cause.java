package eu.policyadvisor.compare;

import java.util.List;

/**
 * A difference with what makes it.
 *
 * @param difference what differs
 * @param ways sets of steps each of which, taken alone, was run and makes the difference; of none
 *     can a step be left out. Empty when none was found
 * @param inProof whether the steps of the first way stand in the proof of what differs; if not, the
 *     runs alone tell
 * @param <S> a step: an edit of rules or a difference between facts
 */
public record Cause<S>(Difference difference, List<List<S>> ways, boolean inProof) {
  /** Copies the ways. */
  public Cause {
    ways = ways.stream().map(List::copyOf).toList();
  }
}
