package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A file that an option names cannot be used: something in it is wrong. */
public final class FaultyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All problems at once, each with its place. */
  public FaultyFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
