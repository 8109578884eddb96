package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Problem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A list, or the place where lists are kept, is not as it should be. */
public final class InvalidListException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // records of this project are not serialised
  private final List<Problem> problems;

  InvalidListException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  InvalidListException(Problem problem) {
    this(List.of(problem));
  }

  /** What is wrong, each in words a person can act on. */
  public List<Problem> problems() {
    return problems;
  }
}
