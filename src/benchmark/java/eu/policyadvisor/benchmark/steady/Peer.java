package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.finding.Conclusion;
import java.util.Collection;
import java.util.List;

/** A way to evaluate some of the project's rules. Thread-safe. */
interface Peer {

  /**
   * What the rules conclude.
   *
   * @param memory facts, completed from the catalogue, with parameters and the as-of date
   * @return may hold equal conclusions several times
   */
  Collection<? extends Conclusion> conclude(List<Object> memory);
}
