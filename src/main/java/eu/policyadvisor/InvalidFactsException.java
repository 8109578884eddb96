package eu.policyadvisor;

import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A fact set cannot be assessed: its facts contradict each other or name what does not exist. */
public final class InvalidFactsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All problems at once. */
  public InvalidFactsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
