package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.report.Extras;
import eu.policyadvisor.report.JsonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assesses fact files and reports the advice. */
@Command(
    name = "assess",
    sortOptions = false,
    description = {
      "Assess facts and print findings and recommendations.",
      "A file with problems does not stop the others."
    })
final class AssessCommand implements Callable<Integer> {
  private final Door door;
  private final AdvisorCommand advisorCommand;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Fact files, directories that hold some, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form of the report on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.Format format = Choice.Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = Output.Converter.class,
      description = "Write a report to a file as well; may be repeated.")
  private List<Output> outputs = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The date the advice is given for. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 at a finding this grave: ${COMPLETION-CANDIDATES}. Default: none.")
  private Choice.FailOn failOn = Choice.FailOn.NONE;

  @Option(
      names = "--unknowns",
      paramLabel = "WHAT",
      description =
          "What rules do that wait for values not known: ${COMPLETION-CANDIDATES}. Default: ignore.")
  private Choice.UnknownsDo unknowns = Choice.UnknownsDo.IGNORE;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "What is shown: ${COMPLETION-CANDIDATES}; all lists each rule with what came of it."
              + " Default: advice.")
  private Choice.Show show = Choice.Show.ADVICE;

  @Option(
      names = "--explain",
      paramLabel = "HOW",
      description =
          "Key reasons, a line each, in text and Markdown: ${COMPLETION-CANDIDATES}."
              + " Default: none; see 'advisor explain' for more.")
  private Choice.Explain explain = Choice.Explain.NONE;

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no report; the exit code and --output tell.")
  private boolean quiet;

  AssessCommand(Door door, AdvisorCommand advisorCommand) {
    this.door = door;
    this.advisorCommand = advisorCommand;
  }

  @Override
  public Integer call() {
    requireDifferentFiles();
    Advisor advisor = door.advisor(rules);
    FactInput input = FactInput.read(files, advisor, door);
    Exit exit = input.exit();
    List<Assessment> assessments = new ArrayList<>();
    for (FactSet facts : input.factSets()) {
      try {
        assessments.add(asOf == null ? advisor.assess(facts) : advisor.assess(facts, asOf));
      } catch (InvalidFactsException e) {
        e.problems().forEach(door.err()::println);
        exit = exit.or(Exit.INVALID_FACTS);
      }
    }
    if (!assessments.isEmpty()) {
      exit = exit.or(report(assessments));
    }
    return exit.or(judge(assessments)).code();
  }

  private void requireDifferentFiles() {
    Set<Path> seen = new HashSet<>();
    for (Output output : outputs) {
      if (!seen.add(output.file().toAbsolutePath().normalize())) {
        throw new UsageException("two reports go to '" + output.file() + "'; name two files");
      }
    }
  }

  private Exit report(List<Assessment> assessments) {
    Exit exit = Exit.DONE;
    for (Output output : outputs) {
      try {
        output.write(render(output.format(), Door.COLUMNS, false, assessments));
      } catch (IOException e) {
        door.err()
            .println(
                new Problem(
                    output.file().toString(), 0, 0, "cannot be written: " + Faults.reason(e)));
        exit = Exit.USAGE;
      }
    }
    if (!quiet) {
      door.out().print(render(format, door.columns(), door.colour(), assessments));
    }
    return exit;
  }

  private String render(
      Choice.Format as, int columns, boolean colour, List<Assessment> assessments) {
    if (as == Choice.Format.JSON) {
      JsonReport json = new JsonReport();
      return (show == Choice.Show.ALL ? json.withStatuses() : json).render(assessments);
    }
    Extras extras = new Extras(explain == Choice.Explain.SHORT, show == Choice.Show.ALL);
    return as.report(columns, colour, advisorCommand.verbose(), extras).render(assessments);
  }

  private Exit judge(List<Assessment> assessments) {
    Exit exit = Exit.DONE;
    for (Assessment assessment : assessments) {
      if (failOn.met(assessment)) {
        exit = exit.or(Exit.FINDINGS);
      }
      if (unknowns == Choice.UnknownsDo.FAIL && !assessment.undeterminedFindings().isEmpty()) {
        exit = exit.or(Exit.UNDETERMINED);
      }
    }
    return exit;
  }
}
