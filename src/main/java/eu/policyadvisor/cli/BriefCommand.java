package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.cli.io.BriefFormat;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.FactInput;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.cli.io.OutputGuard;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.document.Brief;
import eu.policyadvisor.report.document.Briefing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page for who decides. */
@Command(
    name = "brief",
    description = {
      "Write one page for who decides: question, answer, what turns it, each item, what to do, and"
          + " what it rests on."
    })
final class BriefCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A fact file, or - for standard input; of several documents one page each.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form on standard output: text, markdown or html; pdf and docx go to a file only."
              + " Default: text.")
  private @Nullable BriefFormat format;

  @Option(
      names = "--output",
      paramLabel = "[FORMAT=]FILE",
      converter = Output.OfBriefs.class,
      description =
          "Write to a file instead; may be repeated. The ending tells the form (.txt, .md, .html,"
              + " .pdf, .docx) where FORMAT does not.")
  private List<Output<BriefFormat>> outputs = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The date the advice is given for. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  @Mixin private ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.ASKED)
  private @Nullable Path lists;

  @Option(
      names = "--force",
      description = "Overwrite what --output names, also where it reads as input.")
  private boolean force;

  BriefCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    if (format != null && format.needsFile()) {
      throw new UsageException(
          "%s goes to a file; write --output brief.%s".formatted(format, format.ending()));
    }
    List<Path> read = new ArrayList<>(OutputGuard.paths(FactFiles.find(List.of(file)).names()));
    Stream.ofNullable(confirm.file()).forEach(read::add);
    new OutputGuard(read, force).check(outputs.stream().map(Output::file).toList());
    Output.requireDifferent(outputs);
    Advisor advisor = confirm.of(ListDirectory.asked(door.advisor(rules), lists));
    FactInput input = FactInput.read(List.of(file), advisor, door);
    Exit exit = input.exit();
    List<Brief> briefs = new ArrayList<>();
    for (FactSet facts : input.factSets()) {
      try {
        Inquiry inquiry = advisor.inquire(facts, door.day(advisor, asOf, facts.asOf()));
        Assessment advice = inquiry.advice();
        briefs.add(Briefing.of(advice.withRange(inquiry.range(advice))));
      } catch (InvalidFactsException e) {
        exit = exit.or(door.say(e.problems(), Exit.INVALID_FACTS));
      }
    }
    return briefs.isEmpty() ? exit : exit.or(write(briefs));
  }

  private Exit write(List<Brief> briefs) {
    Exit exit = Exit.DONE;
    for (Output<BriefFormat> output : outputs) {
      try {
        output.write(output.format().document(briefs));
      } catch (IOException e) {
        exit = exit.or(door.say(List.of(Faults.unwritable(output.file(), e)), Exit.USAGE));
      }
    }
    if (format != null || outputs.isEmpty()) {
      door.out()
          .print(
              (format == null ? BriefFormat.TEXT : format)
                  .text(briefs, door.columns(), door.colour()));
    }
    return exit;
  }
}
