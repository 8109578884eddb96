package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.check.Ageing;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseReader;
import eu.policyadvisor.check.RuleCases;
import eu.policyadvisor.check.RuleCheck;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactInput;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.report.SentenceList;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.say.FactSentences;
import eu.policyadvisor.say.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Validates fact files without assessing them, and looks for what is wrong with rules. */
@Command(
    name = "check",
    description = {
      "Check that facts can be read; nothing is assessed. What is valid and hardly meant, such as"
          + " an end before its beginning or values that contradict the catalogue, is told as a"
          + " warning, which leaves the exit code as it is.",
      "With --rules, check the rules: silent when nothing is wrong with them, else one complaint on"
          + " each line, and below it facts that show it. What of the catalogue is to be confirmed"
          + " since a day that has come, and sources older than six months, are told as warnings."
    })
final class CheckCommand extends Subcommand {
  /** What --rules says when it names no directory. */
  private static final String BUILT_IN = "";

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Fact files, directories that hold some, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--rules",
      arity = "0..1",
      fallbackValue = BUILT_IN,
      paramLabel = "DIR",
      description =
          "Check the built-in rules, with those of a directory laid over them if one is named. What"
              + " follows and is no directory is a fact file. Rules are code, and checking runs"
              + " them: name none you do not trust.")
  private @Nullable String rules;

  @Option(
      names = "--say",
      description = "Read the facts back, in a sentence for each, as they were understood.")
  private boolean say;

  @Option(names = "--strict", description = "Warnings count as errors: exit code 3.")
  private boolean strict;

  @Option(
      names = "--witness",
      paramLabel = "FORM",
      description = "Facts that show a complaint: ${COMPLETION-CANDIDATES}. Default: all.")
  private Choice.Witnesses witness = Choice.Witnesses.ALL;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the complaints: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.ComplaintForm format = Choice.ComplaintForm.TEXT;

  CheckCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    List<String> facts = new ArrayList<>(files);
    String named = rules;
    if (named == null && facts.isEmpty()) {
      throw new UsageException("names nothing to check; name fact files, or --rules");
    }
    if (named != null && !named.equals(BUILT_IN) && !Files.isDirectory(Path.of(named))) {
      facts.add(0, named);
      named = BUILT_IN;
    }
    Path own = named == null || named.equals(BUILT_IN) ? null : Path.of(named);
    Advisor advisor = door.advisor(own);
    Exit exit = named == null ? Exit.DONE : rules(advisor, own);
    return facts.isEmpty() ? exit : exit.or(facts(facts, advisor));
  }

  private Exit rules(Advisor advisor, @Nullable Path own) {
    List<Case> cases = new ArrayList<>();
    Exit exit = own == null ? Exit.DONE : cases(own, advisor, cases);
    List<Complaint> complaints = RuleCheck.run(advisor, cases, witness == Choice.Witnesses.ALL);
    door.out().print(format.report(complaints));
    List<Problem> old = warnings(Ageing.of(advisor.loaded(), door.today().get()));
    old.forEach(door.err()::println);
    exit = strict && !old.isEmpty() ? exit.or(Exit.INVALID_FACTS) : exit;
    return complaints.isEmpty() ? exit : exit.or(Exit.FINDINGS);
  }

  /**
   * The cases that stand beside rules of one's own; what is wrong with them is said and no more.
   */
  private Exit cases(Path own, Advisor advisor, List<Case> cases) {
    try {
      CaseReader.Result read = RuleCases.in(List.of(own)).checked(advisor.knowledge().catalogue());
      door.say(read.problems(), Exit.INVALID_FACTS);
      cases.addAll(read.cases());
    } catch (IOException e) {
      return door.say(List.of(Faults.unreadable(own.toString(), e)), Exit.USAGE);
    }
    return Exit.DONE;
  }

  private void say(FactSet facts, Advisor advisor) {
    FactSet completed = advisor.loaded().completed(facts, door.day(null, facts.asOf()));
    List<Sentence> sentences = FactSentences.of(completed, advisor.knowledge().catalogue());
    door.out().println(SentenceList.text(completed, sentences, door.columns()));
  }

  private static List<Problem> warnings(List<Problem> problems) {
    return problems.stream()
        .map(
            each ->
                new Problem(each.file(), each.line(), each.column(), "warning: " + each.message()))
        .toList();
  }

  private Exit facts(List<String> named, Advisor advisor) {
    FactInput input = FactInput.read(named, advisor, door);
    List<Problem> warnings =
        warnings(
            input.factSets().stream().flatMap(each -> advisor.warnings(each).stream()).toList());
    warnings.forEach(door.err()::println);
    List<Problem> contradictions =
        input.factSets().stream()
            .flatMap(each -> advisor.loaded().check(each, door.day(null, each.asOf())).stream())
            .toList();
    if (!contradictions.isEmpty()) {
      return input.exit().or(door.say(contradictions, Exit.INVALID_FACTS));
    }
    int sets = input.factSets().size();
    if (sets == 0) {
      // What is wrong was said.
      return input.exit();
    } else if (say) {
      input.factSets().forEach(each -> say(each, advisor));
    }
    door.out()
        .println(
            String.format(
                Locale.ROOT,
                "%s fact %s in %s %s %s valid",
                String.valueOf(sets),
                sets == 1 ? "set" : "sets",
                String.valueOf(input.files()),
                input.files() == 1 ? "file" : "files",
                sets == 1 ? "is" : "are"));
    return strict && !warnings.isEmpty() ? input.exit().or(Exit.INVALID_FACTS) : input.exit();
  }
}
