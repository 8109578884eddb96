package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactInput;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.RuleSources;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.compare.RulesComparer;
import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.Side;
import eu.policyadvisor.compare.SituationComparer;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.comparison.ComparisonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares advice: under two versions of the rules, or on two situations. */
@Command(
    name = "compare",
    customSynopsis = {
      "advisor compare [-hv] [--as-of=DATE] [--format=FORMAT] A B",
      "       advisor compare --rules OLD NEW [-hv] [--as-of=DATE] [--format=FORMAT] FILE..."
    },
    description = {
      "Compare the advice on two fact files, A and B: what differs, and which differing facts cause"
          + " it.",
      "With --rules, compare what two versions of the rules advise on fact files: what differs, and"
          + " which edit of the rules causes it. Each cause was run by itself.",
      "Exits with 1 where advice differs."
    })
final class CompareCommand extends Subcommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "A and B: two files with one fact set each. With --rules: any number of fact files,"
              + " directories that hold some, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--rules",
      arity = "2",
      paramLabel = "OLD NEW",
      hideParamSyntax = true,
      description =
          "Two versions of the rules: directories, or Git revisions, of which rules/ is taken."
              + " Rules are code: load none you do not trust.")
  private List<String> rules = List.of();

  @Mixin private ConfirmOption confirm = new ConfirmOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the report: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.Format format = Choice.Format.TEXT;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The date the advice is given for. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  CompareCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    return rules.isEmpty() ? situations() : rules();
  }

  private LocalDate day(FactSet facts) {
    return door.day(asOf, facts.asOf());
  }

  private ComparisonReport report() {
    return format.comparison(door.columns(), door.colour());
  }

  private Exit rules() {
    if (rules.size() != 2) {
      throw new UsageException("--rules takes two versions of the rules, once: OLD NEW");
    } else if (files.isEmpty()) {
      throw new UsageException(
          "name the facts on which advice is compared, such as facts/examples, after --rules OLD"
              + " NEW");
    }
    try (RuleSources sources = new RuleSources(door, Path.of(""))) {
      List<Side> sides = sources.sides(rules.get(0), rules.get(1));
      FactInput input = FactInput.read(files, sides.get(1).advisor(), door);
      if (input.factSets().isEmpty()) {
        return input.exit() == Exit.DONE ? nothing() : input.exit();
      }
      List<Confirmation> confirmations = confirm.read(sides.get(1).advisor());
      List<FactSet> facts =
          input.factSets().stream().map(each -> each.confirmedBy(confirmations)).toList();
      RulesComparison comparison =
          RulesComparer.compare(sides.get(0), sides.get(1), facts, this::day);
      Exit exit = input.exit().or(door.say(comparison.invalid(), Exit.INVALID_FACTS));
      door.out().print(report().render(comparison));
      return comparison.differs() ? exit.or(Exit.FINDINGS) : exit;
    }
  }

  private static Exit nothing() {
    throw new UsageException("the files hold no facts to compare advice on");
  }

  private Exit situations() {
    if (files.size() != 2) {
      throw new UsageException(
          "takes two fact files, A and B, or --rules OLD NEW and fact files; "
              + files.size()
              + (files.size() == 1 ? " file is named" : " files are named"));
    }
    requireTwo(files.get(0), files.get(1));
    Advisor advisor = confirm.of(door.advisor(null));
    FactInput one = FactInput.read(List.of(files.get(0)), advisor, door);
    FactInput other = FactInput.read(List.of(files.get(1)), advisor, door);
    requireOne(files.get(0), one);
    requireOne(files.get(1), other);
    Exit exit = one.exit().or(other.exit());
    if (exit != Exit.DONE) {
      return exit;
    }
    FactSet before = one.factSets().get(0);
    FactSet after = other.factSets().get(0);
    try {
      SituationComparison comparison =
          SituationComparer.compare(advisor, before, day(before), after, day(after));
      door.out().print(report().render(comparison));
      return comparison.causes().isEmpty() ? Exit.DONE : Exit.FINDINGS;
    } catch (InvalidFactsException e) {
      return door.say(e.problems(), Exit.INVALID_FACTS);
    }
  }

  private static void requireTwo(String one, String other) {
    try {
      boolean same =
          one.equals(other)
              || Files.exists(Path.of(one))
                  && Files.exists(Path.of(other))
                  && Files.isSameFile(Path.of(one), Path.of(other));
      if (same) {
        throw new UsageException("'" + one + "' and '" + other + "' are the same file; name two");
      }
    } catch (IOException e) {
      throw new UsageException("'" + other + "' cannot be read: " + Faults.reason(e));
    }
  }

  private static void requireOne(String file, FactInput input) {
    int sets = input.factSets().size();
    if (sets > 1 || sets == 0 && input.exit() == Exit.DONE) {
      throw new UsageException(
          "'%s' holds %s; two situations stand in two files with one each"
              .formatted(file, sets == 0 ? "no fact set" : sets + " fact sets"));
    }
  }
}
