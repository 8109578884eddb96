package eu.policyadvisor.cli.run;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.FactStream;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.cli.io.OutputGuard;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.report.Extras;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked of a run of assessments; the descriptions of the options say what each means. */
public final class AssessmentOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form of the report on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
  Choice.ReportFormat format = Choice.ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "[FORMAT=]FILE",
      converter = Output.OfAssessments.class,
      description =
          "Write a report to a file as well; may be repeated. The ending tells the form where"
              + " FORMAT does not.")
  List<Output<Choice.ReportFormat>> outputs = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The date the advice is given for. Default: that of the facts, else today.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 at a finding this grave: ${COMPLETION-CANDIDATES}. Default: none.")
  Choice.FailOn failOn = Choice.FailOn.NONE;

  @Option(
      names = "--unknowns",
      paramLabel = "WHAT",
      description =
          "What an item does that is not determined for want of values: ${COMPLETION-CANDIDATES}."
              + " Default: ignore.")
  Choice.UnknownsDo unknowns = Choice.UnknownsDo.IGNORE;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "What is shown: ${COMPLETION-CANDIDATES}; all lists each rule with what came of it."
              + " Default: advice.")
  Choice.Show show = Choice.Show.ADVICE;

  @Option(
      names = "--detail",
      paramLabel = "HOW",
      description =
          "How much text says: ${COMPLETION-CANDIDATES}. Default: short, the answers, what to do"
              + " first and each finding on a line; full adds reasons, sources and what is not"
              + " known, everything also what was derived.")
  Choice.Detail detail = Choice.Detail.SHORT;

  @Option(
      names = "--range",
      paramLabel = "WHEN",
      description =
          "Say what the answers could become: each value that is not known is tried, one at a"
              + " time: ${COMPLETION-CANDIDATES}. Default: auto, for one fact file.")
  Choice.When range = Choice.When.AUTO;

  @Option(
      names = "--explain",
      paramLabel = "HOW",
      description =
          "Key reasons, a line each, in text and Markdown: ${COMPLETION-CANDIDATES}."
              + " Default: none; see 'advisor explain' for more.")
  Choice.Explain explain = Choice.Explain.NONE;

  @Mixin public ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  public @Nullable Path rules;

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.ASKED)
  public @Nullable Path lists;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description =
          "Findings that are accepted, each with reason, approver and expiry; they are shown and do"
              + " not count for --fail-on.")
  @Nullable Path waivers;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "An earlier report, in JSON or JSON Lines; only what is new since then is shown and"
              + " counts.")
  @Nullable Path baseline;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no report; the exit code and --output tell.")
  boolean quiet;

  @Option(
      names = "--input",
      paramLabel = "FORM",
      description =
          "How files are read: ${COMPLETION-CANDIDATES}. Default: auto, by their names; standard"
              + " input is YAML.")
  Choice.Input input = Choice.Input.AUTO;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Keep in this file what was done; after an interruption the same command goes on from"
              + " there.")
  @Nullable Path resume;

  @Option(
      names = "--summary",
      paramLabel = "WHEN",
      description =
          "Sum up on standard error, with stances, most frequent findings and slowest files:"
              + " ${COMPLETION-CANDIDATES}. Default: auto, from "
              + AssessmentRun.MANY
              + " files on unless --quiet.")
  Choice.When summed = Choice.When.AUTO;

  @Option(
      names = "--force",
      description = "Overwrite what --output names, also where it reads as input.")
  boolean force;

  /**
   * Refuses to write over what is read.
   *
   * @param facts the fact files
   */
  void requireUnread(List<String> facts) {
    List<Path> read = new ArrayList<>(OutputGuard.paths(facts));
    Stream.of(waivers, baseline, confirm.file()).filter(Objects::nonNull).forEach(read::add);
    List<Path> written = new ArrayList<>(outputs.stream().map(Output::file).toList());
    new OutputGuard(read, force || resume != null && Files.exists(resume)).check(written);
    if (resume != null) {
      new OutputGuard(read, force).check(List.of(resume));
    }
  }

  /** Refuses one file for two purposes. */
  public void requireDifferentFiles() {
    Output.requireDifferent(outputs);
    for (Output<Choice.ReportFormat> output : outputs) {
      if (resume != null
          && resume
              .toAbsolutePath()
              .normalize()
              .equals(output.file().toAbsolutePath().normalize())) {
        throw new UsageException(
            "'" + resume + "' is a report and what --resume keeps; name two files");
      }
    }
  }

  /** What reports give beside the advice. */
  Extras extras() {
    return new Extras(explain == Choice.Explain.SHORT, show == Choice.Show.ALL);
  }

  /** Whether the range is told of what these files hold. */
  boolean tellsRange(List<String> files) {
    return switch (range) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> files.size() == 1 && !FactStream.holdsLines(files.get(0), input);
    };
  }
}
