package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Problem;
import java.util.List;

/**
 * What was read, and all that is wrong with the rest.
 *
 * @param value what was read without a problem
 * @param problems what is wrong, in order of place, each once
 */
public record Reading<T>(T value, List<Problem> problems) {

  /** Copies the list. */
  public Reading {
    problems = List.copyOf(problems);
  }
}
