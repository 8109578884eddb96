package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactInput;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.OutputGuard;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.report.QuestionList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks what is not known, what can turn an answer first, and writes the answers down. */
@Command(
    name = "ask",
    description = {
      "Ask for what is not known, as long as an answer can still change the advice.",
      "Each answer goes into the file at once; comments and everything else stay as they are."
    })
final class AskCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "A fact file with one fact set.")
  private Path file = Path.of("");

  @Option(
      names = "--questions",
      description = {
        "Print the questions and what each answer leads to, and ask nothing. First stand those that"
            + " can turn an answer, then those that settle the most."
      })
  private boolean questions;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of --questions: text or json. Default: text.")
  private Choice.Format format = Choice.Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the answers into this file and leave the other as it is.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file that --output names.")
  private boolean force;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The date the advice is given for. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.ASKED)
  private @Nullable Path lists;

  @Mixin private ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  AskCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    if (format == Choice.Format.MARKDOWN) {
      throw new UsageException("questions are printed as text or json, not as markdown");
    } else if (format == Choice.Format.JSON && !questions) {
      throw new UsageException("--format json goes with --questions");
    } else if (!questions && !Files.isRegularFile(file)) {
      throw new UsageException("'" + file + "' is no file; an interview takes one fact file");
    }
    Advisor advisor = confirm.of(ListDirectory.asked(door.advisor(rules), lists));
    requireFactFile();
    FactInput input = FactInput.read(List.of(file.toString()), advisor, door);
    if (input.exit() != Exit.DONE) {
      return input.exit();
    } else if (input.factSets().size() != 1) {
      throw new UsageException(
          "'" + file + "' holds " + input.factSets().size() + " fact sets; an interview takes one");
    }
    FactSet facts = input.factSets().get(0);
    LocalDate day = door.day(advisor, asOf, facts.asOf());
    if (questions) {
      List<Question> open = Questions.of(advisor.inquire(facts, day));
      door.out()
          .print(
              format == Choice.Format.JSON
                  ? QuestionList.json(open)
                  : QuestionList.text(open, door.columns()));
      return Exit.DONE;
    }
    Path target = output == null ? file : output;
    try {
      requireWritable(target);
      if (output != null && !force && Files.exists(target) && !Files.isSameFile(file, target)) {
        new OutputGuard(List.of(), false).check(List.of(target));
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      new Interview(door, advisor, day, target, text, facts).run();
      return Exit.DONE;
    } catch (IOException e) {
      return door.say(List.of(Faults.unwritable(target, e)), Exit.USAGE);
    }
  }

  /** An answer would be written into it. */
  private void requireFactFile() {
    try {
      if (!questions && Recognition.of(file).isPresent()) {
        throw new UsageException(
            "'%s' is an inventory; make a fact file of it first: advisor import %s --output FILE"
                .formatted(file, file));
      }
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read: " + Faults.reason(e));
    }
  }

  /** Before the first question: nobody should answer for nothing. */
  private static void requireWritable(Path target) {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UsageException("there is no directory for '" + target + "'");
    } else if (Files.isDirectory(target)) {
      throw new UsageException("'" + target + "' is a directory; answers are written into a file");
    } else if (!Files.isWritable(directory) || Files.exists(target) && !Files.isWritable(target)) {
      throw new UsageException(
          "'" + target + "' may not be written; name another file with --output");
    }
  }
}
