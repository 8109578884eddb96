package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.report.rules.RuleCoverage;
import eu.policyadvisor.report.rules.RuleList;
import eu.policyadvisor.report.rules.UncoveredList;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules, one on each line. */
@Command(
    name = "rules",
    description = {
      "List the rules, or show one of them.",
      "One line for each rule that concludes findings: id, key points, layer, severity, whether in"
          + " force."
    })
final class RulesCommand extends Subcommand {
  @Option(names = "--all", description = "List concepts, advice and precedence as well.")
  private boolean all;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which a rule is in force or not. Default: today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--coverage",
      description =
          "Show which rules encode each key point, layer and addressee instead, and what the rules"
              + " do not know.")
  private boolean coverage;

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  RulesCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    LocalDate day = door.day(asOf, null);
    if (coverage) {
      KnowledgeBase knowledge = door.advisor(rules).knowledge();
      door.out().print(RuleCoverage.render(knowledge.cards().values(), door.columns()));
      if (!knowledge.uncovered().isEmpty()) {
        door.out().print("\n" + UncoveredList.render(knowledge.uncovered(), day, door.columns()));
      }
      return Exit.DONE;
    }
    door.out()
        .print(
            RuleList.render(
                door.advisor(rules).knowledge().cards().values().stream()
                    .filter(card -> all || card.kind() == Kind.FINDING)
                    .toList(),
                day));
    return Exit.DONE;
  }
}
