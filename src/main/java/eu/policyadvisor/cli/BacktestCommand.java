package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.check.Backtest;
import eu.policyadvisor.check.BacktestReader;
import eu.policyadvisor.check.BacktestRunner;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.report.rules.BacktestReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries the advisor on documented decisions. */
@Command(
    name = "backtest",
    description = {
      "Assess documented decisions on the facts of their day and compare stances.",
      "Says how often ours was right: with the rules of today, and at first run.",
      "Exits with 1 where a stance differs and the case does not say why."
    })
final class BacktestCommand extends Subcommand {
  private static final String STANDARD_INPUT = "<stdin>";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Case files, directories that hold some, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the table: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.Format format = Choice.Format.TEXT;

  @Mixin private ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  BacktestCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    Advisor advisor = door.advisor(rules);
    FactFiles found = FactFiles.find(files);
    Exit exit = door.say(found.problems(), Exit.USAGE);
    List<Confirmation> confirmations = confirm.read(advisor);
    List<BacktestRunner.Outcome> outcomes = new ArrayList<>();
    for (String name : found.names()) {
      try {
        Checked<List<Backtest>> reading = read(name, advisor);
        exit = exit.or(door.say(reading.problems(), Exit.INVALID_FACTS));
        for (Backtest test : reading.value()) {
          BacktestRunner.Outcome outcome =
              new BacktestRunner(advisor.withConfirmations(known(confirmations, test))).run(test);
          outcomes.add(outcome);
          if (!outcome.passes()) {
            exit = exit.or(Exit.FINDINGS);
          }
        }
      } catch (IOException e) {
        exit = exit.or(door.say(List.of(Faults.unreadable(name, e)), Exit.USAGE));
      }
    }
    if (!outcomes.isEmpty()) {
      door.out()
          .print(
              switch (format) {
                case TEXT -> BacktestReport.text(outcomes, door.columns());
                case MARKDOWN -> BacktestReport.markdown(outcomes);
                case JSON -> BacktestReport.json(outcomes);
              });
    }
    return exit;
  }

  /** What was confirmed after the day of a decision was not known on it. */
  private static List<Confirmation> known(List<Confirmation> all, Backtest test) {
    return all.stream().filter(each -> !each.date().isAfter(test.asOf())).toList();
  }

  private Checked<List<Backtest>> read(String name, Advisor advisor) throws IOException {
    if (name.equals(FactFiles.STANDARD_INPUT)) {
      return BacktestReader.read(STANDARD_INPUT, door.in(), advisor.knowledge());
    }
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return BacktestReader.read(name, in, advisor.knowledge());
    }
  }
}
