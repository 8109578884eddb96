package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.cli.io.Choice;
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
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Explainer;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.explanation.ExplanationReport.Explained;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains why rules concluded, or why one did not and what would make it. */
@Command(
    name = "explain",
    description = {
      "Show why: the proof of each finding and recommendation, down to lines of the file.",
      "For a rule that did not conclude: which condition failed, and the smallest edit that would"
          + " make it conclude."
    })
final class ExplainCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A fact file, or - for standard input.")
  private String file = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RULE",
      description = "Such as export-control/huawei-ascend-gp10. Default: all that concluded.")
  private @Nullable String rule;

  @Option(
      names = "--on",
      paramLabel = "ID",
      description = "Ask RULE about one fact, by its id. Default: any.")
  private @Nullable String on;

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      description = "How much of a proof: ${COMPLETION-CANDIDATES}. Default: normal.")
  private Depth depth = Depth.NORMAL;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the output: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.Format format = Choice.Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "[FORMAT=]FILE",
      converter = Output.OfExplanations.class,
      description = "Write to a file instead; may be repeated.")
  private List<Output<Choice.Format>> outputs = List.of();

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

  ExplainCommand(Door door) {
    super(door);
  }

  @Option(
      names = "--force",
      description = "Overwrite what --output names, also where it reads as input.")
  private boolean force;

  @Override
  Exit run() {
    List<Path> read = new ArrayList<>(OutputGuard.paths(FactFiles.find(List.of(file)).names()));
    Stream.ofNullable(confirm.file()).forEach(read::add);
    new OutputGuard(read, force).check(outputs.stream().map(Output::file).toList());
    Advisor advisor = confirm.of(ListDirectory.asked(door.advisor(rules), lists));
    if (rule != null && advisor.knowledge().rule(rule).isEmpty()) {
      throw RuleNames.unknown(rule, advisor.knowledge().cards().keySet());
    }
    FactInput input = FactInput.read(List.of(file), advisor, door);
    Exit exit = input.exit();
    requireSubject(input.factSets());
    List<Explained> explained = new ArrayList<>();
    for (FactSet facts : input.factSets()) {
      if (on != null && facts.all().stream().noneMatch(fact -> fact.id().equals(on))) {
        // Another document of the file has it.
        continue;
      }
      try {
        Explainer explainer =
            new Explainer(advisor.inquire(facts, door.day(advisor, asOf, facts.asOf())), depth);
        explained.add(new Explained(explainer.assessment(), explanations(explainer)));
      } catch (InvalidFactsException e) {
        exit = exit.or(door.say(e.problems(), Exit.INVALID_FACTS));
      }
    }
    return explained.isEmpty() ? exit : exit.or(print(explained));
  }

  private List<Explanation> explanations(Explainer explainer) {
    return rule == null
        ? explainer.all()
        : List.of(explainer.explain(Objects.requireNonNull(rule), on));
  }

  private void requireSubject(List<FactSet> factSets) {
    if (on == null || factSets.isEmpty()) {
      return;
    } else if (rule == null) {
      throw new UsageException("--on needs a rule; name it after the file");
    }
    List<String> ids =
        factSets.stream().flatMap(facts -> facts.all().stream()).map(Fact::id).distinct().toList();
    if (!ids.contains(on)) {
      throw new UsageException(
          "there is no fact '%s' in %s; its facts are %s"
              .formatted(on, file, ids.stream().limit(20).collect(Collectors.joining(", "))));
    }
  }

  private Exit print(List<Explained> explained) {
    Exit exit = Exit.DONE;
    for (Output<Choice.Format> output : outputs) {
      try {
        output.write(output.format().explanation(Door.COLUMNS, false).render(explained));
      } catch (IOException e) {
        exit = door.say(List.of(Faults.unwritable(output.file(), e)), Exit.USAGE);
      }
    }
    if (outputs.isEmpty()) {
      door.out().print(format.explanation(door.columns(), door.colour()).render(explained));
    }
    return exit;
  }
}
