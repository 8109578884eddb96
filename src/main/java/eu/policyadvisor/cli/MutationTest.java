package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.Progress;
import eu.policyadvisor.mutation.MutationLog;
import eu.policyadvisor.mutation.MutationOutcome;
import eu.policyadvisor.mutation.MutationRunner;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.report.rules.MutationReport;
import eu.policyadvisor.rule.Mutation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes rules one small step at a time and says which changes no case notices. */
final class MutationTest {
  private static final long SEED = 42;

  private final Door door;
  private final Options options;

  /**
   * What is asked for.
   *
   * @param sample so many changes, drawn the same way each time; 0 for all
   * @param resume what was tried is kept here and not tried again; null to keep nothing
   * @param threshold the least score in per cent; null for any
   * @param json whether the report is JSON
   */
  record Options(int sample, @Nullable Path resume, @Nullable BigDecimal threshold, boolean json) {}

  MutationTest(Door door, Options options) {
    this.door = door;
    this.options = options;
  }

  /**
   * Tries changes of rules on cases and prints what became of them.
   *
   * @param cases those that mark a gap that is known are left out
   * @param wanted which rules and parameters are changed, by id and name
   */
  Exit run(Advisor advisor, List<Case> cases, Predicate<String> wanted) {
    List<Case> passing = passing(advisor, cases);
    Exit exit =
        passing.size() < cases.stream().filter(test -> !test.todo()).count()
            ? Exit.FINDINGS
            : Exit.DONE;
    MutationRunner runner =
        new MutationRunner(advisor, passing, Runtime.getRuntime().availableProcessors(), true);
    List<Mutation> mutations =
        runner.mutations().stream().filter(each -> wanted.test(each.of())).toList();
    if (options.sample > 0) {
      mutations = MutationRunner.sample(mutations, options.sample, SEED);
    }
    MutationLog log;
    try {
      log = log(runner.state());
    } catch (IOException e) {
      door.err()
          .println(
              Problem.of(String.valueOf(options.resume), "cannot be used: " + Faults.reason(e)));
      return Exit.USAGE;
    }
    List<MutationOutcome> outcomes;
    try (Progress progress = Progress.of(door, "changes", 0, mutations.size())) {
      AtomicInteger survived = new AtomicInteger();
      outcomes = runner.run(mutations, log, outcome -> count(outcome, survived, progress));
    }
    door.out().print(options.json ? MutationReport.json(outcomes) : MutationReport.text(outcomes));
    door.out().flush();
    BigDecimal score = MutationReport.score(outcomes);
    if (options.threshold != null && score != null && score.compareTo(options.threshold) < 0) {
      door.err()
          .println(
              "the mutation score is "
                  + score
                  + " %, below the threshold of "
                  + options.threshold
                  + " %");
      return exit.or(Exit.FINDINGS);
    }
    return exit;
  }

  /** A case that fails without any change notices nothing. */
  private List<Case> passing(Advisor advisor, List<Case> cases) {
    List<Case> tried = cases.stream().filter(test -> !test.todo()).toList();
    Set<Case> failing =
        new HashSet<>(
            new MutationRunner(advisor, tried, Runtime.getRuntime().availableProcessors(), false)
                .failing());
    for (Case test : tried) {
      if (failing.contains(test)) {
        door.err()
            .println(
                new Problem(
                    test.file(),
                    test.line(),
                    0,
                    "'" + test.name() + "' fails without any change and is left out; mend it"));
      }
    }
    return tried.stream().filter(test -> !failing.contains(test)).toList();
  }

  private MutationLog log(String state) throws IOException {
    if (options.resume == null) {
      return MutationLog.none();
    }
    MutationLog log = MutationLog.open(options.resume, state);
    if (log.outdated()) {
      door.err()
          .println(
              Problem.of(
                  options.resume.toString(),
                  "is of other rules or cases; all changes are tried anew"));
    }
    return log;
  }

  private static void count(MutationOutcome outcome, AtomicInteger survived, Progress progress) {
    if (outcome.verdict() == MutationOutcome.Verdict.SURVIVED
        || outcome.verdict() == MutationOutcome.Verdict.SUSPECTED) {
      survived.incrementAndGet();
    }
    progress.note(survived + " survived");
    progress.step();
  }
}
