package eu.policyadvisor.session;

import java.util.List;

/**
 * What depends on values that are not known.
 *
 * @param possible conclusions that did not come and may come
 * @param presumed conclusions that came and may fall
 */
public record Waiting(List<Possible> possible, List<Possible> presumed) {
  /** Copies the lists. */
  public Waiting {
    possible = List.copyOf(possible);
    presumed = List.copyOf(presumed);
  }
}
