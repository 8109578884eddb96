package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;

/** A file that cannot be read as the inventory that it seems to be. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Place at;
  private final String problem;

  Malformed(Place at, String problem) {
    super(problem, null, false, false);
    this.at = at;
    this.problem = problem;
  }

  Place at() {
    return at;
  }

  String problem() {
    return problem;
  }
}
