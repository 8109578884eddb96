package eu.policyadvisor.session;

import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import java.util.List;

/**
 * A rule that nearly concludes.
 *
 * @param nearMiss what keeps it from concluding
 * @param edits edits of the facts worth trying, those with the fewest steps first; each may or may
 *     not make the rule conclude
 */
public record Attempt(NearMiss nearMiss, List<Edit> edits) {
  /** Copies the edits. */
  public Attempt {
    edits = List.copyOf(edits);
  }
}
