package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules do not compile, lack metadata, or misbehave when they run; or the parameters or the
 * catalogue beside them are wrong.
 */
public final class RuleBaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All problems at once. */
  public RuleBaseException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
