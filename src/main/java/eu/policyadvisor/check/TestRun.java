package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.RuleCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cases that were run with the rules of an advisor.
 *
 * @param outcomes what came of each, in the order of the cases
 */
public record TestRun(List<Outcome> outcomes) {
  /** Copies the list. */
  public TestRun {
    outcomes = List.copyOf(outcomes);
  }

  /** What became of a case. */
  public enum Result {
    /** All is as the case expects. */
    PASSED,
    /** Something is not. */
    FAILED,
    /** It fails and is marked as a gap that is known. */
    KNOWN_GAP
  }

  /**
   * A case that was run.
   *
   * @param test the case
   * @param failures what is not as it expects
   * @param took how long it took
   */
  public record Outcome(Case test, List<CaseRunner.Failure> failures, Duration took) {
    /** Copies the list. */
    public Outcome {
      failures = List.copyOf(failures);
    }

    /** What became of it. */
    public Result result() {
      return failures.isEmpty() ? Result.PASSED : test.todo() ? Result.KNOWN_GAP : Result.FAILED;
    }
  }

  /** Runs cases, several at once. */
  public static TestRun of(Advisor advisor, List<Case> cases) {
    CaseRunner runner = new CaseRunner(advisor);
    return new TestRun(
        cases.parallelStream()
            .map(
                test -> {
                  long start = System.nanoTime();
                  List<CaseRunner.Failure> failures = runner.run(test);
                  return new Outcome(test, failures, Duration.ofNanos(System.nanoTime() - start));
                })
            .toList());
  }

  /** How many cases came to a result. */
  public int count(Result result) {
    return (int) outcomes.stream().filter(outcome -> outcome.result() == result).count();
  }

  /**
   * Rules without a case in which they conclude, or without one in which they must not; one line
   * for each.
   */
  public List<String> untested(Set<RuleCard> rules) {
    Set<String> concluding = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Outcome outcome : outcomes) {
      outcome.test().concludes().forEach(expected -> concluding.add(expected.rule()));
      outcome.test().superseded().forEach(expected -> concluding.add(expected.rule()));
      outcome.test().silent().forEach(expected -> silent.add(expected.rule()));
    }
    List<String> untested = new ArrayList<>();
    for (RuleCard rule : new TreeSet<>(rules)) {
      if (!concluding.contains(rule.id())) {
        untested.add(rule.id() + " has no case in which it concludes");
      }
      if (!silent.contains(rule.id())) {
        untested.add(rule.id() + " has no case in which it must be silent");
      }
    }
    return untested;
  }
}
