package eu.policyadvisor.problem;

import java.util.List;

/**
 * What was read, and all that is wrong with the rest.
 *
 * @param value what was read without a problem
 * @param problems what is wrong, in order of place, each once
 */
public record Checked<T>(T value, List<Problem> problems) {

  /** Copies the list. */
  public Checked {
    problems = List.copyOf(problems);
  }
}
