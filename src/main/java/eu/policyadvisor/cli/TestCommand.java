package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseReader;
import eu.policyadvisor.check.CaseRunner;
import eu.policyadvisor.check.ConditionCoverage;
import eu.policyadvisor.check.RuleCases;
import eu.policyadvisor.check.TestRun;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Explainer;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.report.rules.CoverageReport;
import eu.policyadvisor.report.rules.TestReport;
import eu.policyadvisor.rule.CoveredCondition;
import eu.policyadvisor.rule.RuleText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the cases that stand beside rules. */
@Command(
    name = "test",
    description = {
      "Run the cases beside the rules and say which fail, and why.",
      "Exits with 1 where a case fails, a rule has no case, or coverage is below the threshold."
    })
final class TestCommand extends Subcommand {
  @Parameters(
      paramLabel = "PATH",
      description =
          "Cases files (*.cases.yaml), or directories that hold some. Default: the built-in cases,"
              + " and those below --rules.")
  private List<Path> paths = List.of();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description =
          "Run only cases whose file, name or rules contain this text; with --mutate, change only"
              + " such rules and parameters.")
  private String filter = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form of the output: ${COMPLETION-CANDIDATES} (json with --mutate only). Default: text.")
  private Choice.TestFormat format = Choice.TestFormat.TEXT;

  @Option(
      names = "--require-tests",
      description =
          "Fail when a rule has no case in which it concludes, or none in which it must not.")
  private boolean requireTests;

  @Option(
      names = "--coverage",
      description = "Show which conditions of the rules the cases exercise.")
  private boolean coverage;

  @Option(
      names = "--mutate",
      description =
          "Change the rules one small step at a time and show which changes no case notices.")
  private boolean mutate;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "With --mutate: try only so many changes, drawn the same way each time.")
  private int sample;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "With --mutate: keep what was tried in this file and do not try it again.")
  private @Nullable Path resume;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description =
          "Fail when fewer per cent of the conditions are covered (implies --coverage), or, with"
              + " --mutate, fewer of the changes are noticed.")
  private @Nullable BigDecimal threshold;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the coverage as a page too; implies --coverage.")
  private @Nullable Path html;

  @Option(
      names = "--watch",
      description = "Run again whenever a file below --rules or a PATH changes, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Add rules of your own, in DRL. Rules are code: load none you do not trust.")
  private @Nullable Path rules;

  TestCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() throws IOException {
    if (!watch) {
      return once();
    }
    List<Path> watched = new ArrayList<>(paths);
    if (rules != null) {
      watched.add(rules);
    }
    if (watched.isEmpty()) {
      throw new UsageException("--watch needs --rules DIR or a PATH to watch");
    }
    try (Watch changes = new Watch(watched)) {
      do {
        runAgain();
        door.out().println("watching for changes; Ctrl-C ends");
        door.out().flush();
      } while (changes.await());
    }
    return Exit.DONE;
  }

  /** Rules that do not compile are part of writing rules: what is wrong is said, and it goes on. */
  private void runAgain() {
    try {
      once();
    } catch (eu.policyadvisor.engine.compiled.RuleBaseException e) {
      e.problems().forEach(door.err()::println);
      door.err().flush();
    }
  }

  private Exit once() {
    if (!mutate && (sample != 0 || resume != null || format == Choice.TestFormat.JSON)) {
      throw new UsageException("--sample, --resume and --format json go with --mutate");
    } else if (mutate && format == Choice.TestFormat.JUNIT) {
      throw new UsageException("--mutate reports as text or json");
    } else if (sample < 0) {
      throw new UsageException("--sample takes a number of changes, such as 500");
    }
    Advisor advisor = door.advisor(rules);
    CaseReader.Result read = cases().checked(advisor.knowledge().catalogue());
    Exit exit = door.say(read.problems(), Exit.INVALID_FACTS);
    if (mutate) {
      // All cases watch over the rules that are asked for.
      String text = filter.toLowerCase(Locale.ROOT);
      return exit.or(
          new MutationTest(
                  door,
                  new MutationTest.Options(
                      sample, resume, threshold, format == Choice.TestFormat.JSON))
              .run(advisor, read.cases(), of -> of.contains(text)));
    }
    List<Case> cases = read.cases().stream().filter(this::wanted).toList();
    if (cases.isEmpty() && read.problems().isEmpty()) {
      throw new UsageException(
          filter.isEmpty()
              ? "there are no cases; they stand in files named *.cases.yaml"
              : "no case has '" + filter + "' in its file, name or rules");
    }
    TestRun run = TestRun.of(advisor, cases);
    print(run, advisor);
    if (run.count(TestRun.Result.FAILED) > 0) {
      exit = exit.or(Exit.FINDINGS);
    }
    if (requireTests) {
      List<String> untested =
          run.untested(java.util.Set.copyOf(advisor.knowledge().cards().values()));
      exit = exit.or(door.say(untested, Exit.FINDINGS));
    }
    return coverage || threshold != null || html != null ? exit.or(cover(advisor, cases)) : exit;
  }

  private CaseReader.Result cases() {
    List<Path> from = new ArrayList<>(paths);
    boolean builtIn = paths.isEmpty();
    if (builtIn && rules != null) {
      from.add(rules);
    }
    for (Path path : from) {
      if (!Files.exists(path)) {
        throw new UsageException("there is no file or directory '" + path + "'");
      }
    }
    try {
      CaseReader.Result own = RuleCases.in(from);
      if (!builtIn) {
        return own;
      }
      List<Case> all = new ArrayList<>(RuleCases.all());
      all.addAll(own.cases());
      return new CaseReader.Result(all, own.problems());
    } catch (IOException e) {
      throw new UsageException("cases cannot be read: " + Faults.reason(e));
    }
  }

  private boolean wanted(Case test) {
    String text = filter.toLowerCase(Locale.ROOT);
    return filter.isEmpty()
        || test.name().toLowerCase(Locale.ROOT).contains(text)
        || test.file().toLowerCase(Locale.ROOT).contains(text)
        || test.rules().keySet().stream().anyMatch(rule -> rule.contains(text));
  }

  private void print(TestRun run, Advisor advisor) {
    TestReport report = new TestReport(run, (test, failure) -> explained(failure, test, advisor));
    door.out()
        .print(
            switch (format) {
              case TEXT ->
                  report.text(advisor.knowledge().cards().size(), door.columns(), door.colour());
              case JUNIT -> report.junit();
              case JSON -> throw new IllegalStateException("refused before");
            });
    door.out().flush();
  }

  private static Optional<Explanation> explained(
      CaseRunner.Failure failure, Case test, Advisor advisor) {
    return failure.rule() == null || advisor.knowledge().rule(failure.rule()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Explainer(advisor.inquire(test.facts(), test.asOf()), Depth.SHORT)
                .explain(failure.rule(), failure.on()));
  }

  private Exit cover(Advisor advisor, List<Case> cases) {
    ConditionCoverage seen = new ConditionCoverage(advisor.loaded());
    cases.forEach(test -> seen.observe(test.facts(), test.asOf()));
    Map<String, List<CoveredCondition>> conditions = new TreeMap<>(seen.conditions());
    if (!filter.isEmpty()) {
      conditions.keySet().removeIf(rule -> !rule.contains(filter.toLowerCase(Locale.ROOT)));
    }
    if (format == Choice.TestFormat.TEXT) {
      door.out().print(CoverageReport.text(conditions, door.columns(), door.colour()));
    }
    Exit exit = html == null ? Exit.DONE : write(html, conditions, advisor);
    BigDecimal percent = CoverageReport.percent(conditions);
    if (threshold != null && percent != null && percent.compareTo(threshold) < 0) {
      door.err()
          .println(
              "condition coverage is "
                  + percent
                  + " %, below the threshold of "
                  + threshold
                  + " %");
      exit = exit.or(Exit.FINDINGS);
    }
    return exit;
  }

  private Exit write(Path file, Map<String, List<CoveredCondition>> conditions, Advisor advisor) {
    Map<String, RuleText> texts =
        conditions.keySet().stream()
            .flatMap(rule -> advisor.source(rule).map(text -> Map.entry(rule, text)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    try {
      Output.write(file, CoverageReport.html(conditions, texts));
      return Exit.DONE;
    } catch (IOException e) {
      return door.say(List.of(Faults.unwritable(file, e)), Exit.USAGE);
    }
  }
}
