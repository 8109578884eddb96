package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.report.rules.RulePage;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one rule: what it says, what it rests on, its conditions, the advice that answers it. */
@Command(
    name = "show",
    description = "Show a rule: what it says, its basis, its conditions in plain words, its DRL.")
final class ShowCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "Such as export-control/huawei-ascend-gp10.")
  private String id = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which the rule is in force or not. Default: today.")
  private @Nullable LocalDate asOf;

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  ShowCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    Advisor advisor = door.advisor(rules);
    var cards = advisor.knowledge().cards();
    RuleCard card = cards.get(id);
    if (card == null) {
      throw RuleNames.unknown(id, cards.keySet());
    }
    RuleText source = advisor.source(id).orElse(null);
    door.out()
        .print(
            new RulePage(door.columns(), door.colour())
                .render(
                    card, source, answers(card, cards.values(), advisor), door.day(asOf, null)));
    return Exit.DONE;
  }

  /** Advice stands beside the findings it answers, in the same theme, and names them. */
  private static List<RuleCard> answers(
      RuleCard card, Collection<RuleCard> cards, Advisor advisor) {
    DrlSources sources = advisor.loaded().rules().compiled().sources();
    List<RuleCard> answers = new ArrayList<>();
    if (card.kind() == Kind.FINDING) {
      for (RuleCard other : cards) {
        if (other.kind() == Kind.ADVICE && theme(other.id()).equals(theme(card.id()))) {
          sources
              .rule(other.id())
              .filter(rule -> rule.names(card.id()))
              .ifPresent(rule -> answers.add(other));
        }
      }
    }
    return answers;
  }

  private static String theme(String id) {
    return id.substring(0, id.indexOf('/') + 1);
  }
}
