package eu.policyadvisor.cli;

import eu.policyadvisor.report.Extras;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
      "A file or line with problems does not stop the others. There may be any number of them."
    })
final class AssessCommand implements Callable<Integer> {
  private final Door door;
  private final AdvisorCommand advisorCommand;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Fact files in YAML or JSON Lines (*.jsonl), inventories as 'advisor import' takes them,"
              + " directories that hold YAML files, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form of the report on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.ReportFormat format = Choice.ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = Output.OfAssessments.class,
      description = "Write a report to a file as well; may be repeated.")
  private List<Output<Choice.ReportFormat>> outputs = List.of();

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
          "What rules do that wait for values not known: ${COMPLETION-CANDIDATES}. Default:"
              + " ignore.")
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

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.ASKED)
  private @Nullable Path lists;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description =
          "Findings that are accepted, each with reason, approver and expiry; they are shown and do"
              + " not count for --fail-on.")
  private @Nullable Path waivers;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "An earlier report, in JSON or JSON Lines; only what is new since then is shown and"
              + " counts.")
  private @Nullable Path baseline;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no report; the exit code and --output tell.")
  private boolean quiet;

  @Option(
      names = "--input",
      paramLabel = "FORM",
      description =
          "How files are read: ${COMPLETION-CANDIDATES}. Default: auto, by their names; standard"
              + " input is YAML.")
  private Choice.Input input = Choice.Input.AUTO;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Keep in this file what was done; after an interruption the same command goes on from"
              + " there.")
  private @Nullable Path resume;

  @Option(
      names = "--summary",
      paramLabel = "WHEN",
      description =
          "Sum up on standard error, with stances, most frequent findings and slowest files:"
              + " ${COMPLETION-CANDIDATES}. Default: auto, from "
              + AssessmentRun.MANY
              + " files on unless --quiet.")
  private Choice.Summed summed = Choice.Summed.AUTO;

  AssessCommand(Door door, AdvisorCommand advisorCommand) {
    this.door = door;
    this.advisorCommand = advisorCommand;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireDifferentFiles();
    AssessmentRun.Options options =
        new AssessmentRun.Options(
            input,
            outputs,
            format,
            quiet,
            new Extras(explain == Choice.Explain.SHORT, show == Choice.Show.ALL),
            asOf,
            failOn,
            unknowns,
            advisorCommand.verbose(),
            summed,
            resume,
            rules,
            waivers,
            baseline);
    return new AssessmentRun(door, ListDirectory.asked(door.advisor(rules), lists), options)
        .run(files)
        .code();
  }

  private void requireDifferentFiles() {
    Set<Path> seen = new HashSet<>();
    for (Output<Choice.ReportFormat> output : outputs) {
      if (!seen.add(output.file().toAbsolutePath().normalize())) {
        throw new UsageException("two reports go to '" + output.file() + "'; name two files");
      } else if (resume != null
          && resume
              .toAbsolutePath()
              .normalize()
              .equals(output.file().toAbsolutePath().normalize())) {
        throw new UsageException(
            "'" + resume + "' is a report and what --resume keeps; name two files");
      }
    }
  }
}
