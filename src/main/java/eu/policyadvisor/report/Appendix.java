package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Node;
import eu.policyadvisor.explain.Proof;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What may be asked for after a report for people: key reasons, and what came of each rule. */
public final class Appendix {
  private static final int MOST_VALUES = 6;

  private Appendix() {}

  /** One line for each recommendation and finding: the values that decided it. */
  public static String keyReasons(List<Assessment> assessments) {
    StringBuilder text = new StringBuilder("\nKey reasons\n\n");
    for (Assessment assessment : assessments) {
      List<Reasoned<?>> conclusions = new ArrayList<>(assessment.recommendations());
      conclusions.addAll(assessment.findings());
      for (Reasoned<?> conclusion : conclusions) {
        Proof proof = new Proof(assessment.knowledge().catalogue(), Depth.SHORT);
        List<Node> values = proof.tree(conclusion).children();
        text.append("- ")
            .append(conclusion.card().id())
            .append(" on ")
            .append(Plain.text(conclusion.conclusion().on().id()))
            .append(": ")
            .append(
                values.stream()
                    .limit(MOST_VALUES)
                    .map(Appendix::value)
                    .collect(Collectors.joining("; ")))
            .append(
                values.size() > MOST_VALUES
                    ? "; and " + (values.size() - MOST_VALUES) + " more"
                    : "")
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String value(Node node) {
    String line = node.line() > 0 && node.source().isEmpty() ? " (line " + node.line() + ")" : "";
    return Plain.text(node.text())
        + (node.value() == null ? " not known" : " = " + Plain.text(node.value()))
        + line;
  }

  /** Each rule with what came of it, counted. */
  public static String statuses(List<Assessment> assessments) {
    StringBuilder text = new StringBuilder();
    for (Assessment assessment : assessments) {
      text.append("\nRules for ")
          .append(Plain.text(assessment.facts().subject().label()))
          .append(" as of ")
          .append(assessment.asOf())
          .append("\n");
      for (Kind kind : List.of(Kind.FINDING, Kind.ADVICE, Kind.CONCEPT, Kind.PRECEDENCE)) {
        List<RuleCard> rules =
            assessment.knowledge().cards().values().stream()
                .filter(card -> card.kind() == kind)
                .toList();
        for (RuleStatus status : RuleStatus.values()) {
          List<String> ids =
              rules.stream()
                  .map(RuleCard::id)
                  .filter(id -> assessment.statuses().get(id) == status)
                  .toList();
          if (!ids.isEmpty()) {
            text.append("\n")
                .append(Words.of(kind))
                .append(" rules, ")
                .append(Words.of(status))
                .append(" (")
                .append(ids.size())
                .append(")\n\n");
            ids.forEach(id -> text.append("- ").append(id).append('\n'));
          }
        }
      }
    }
    return text.toString();
  }
}
