package eu.policyadvisor.report.rules;

import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Rules as a list, one on each line, in columns and without a heading. */
public final class RuleList {
  private RuleList() {}

  /** Id, key points, layer, severity or kind, and whether in force on that day. */
  public static String render(List<RuleCard> cards, LocalDate day) {
    List<List<String>> rows = cards.stream().map(card -> row(card, day)).toList();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        line.append(row.get(i));
        if (i < row.size() - 1) {
          line.append(" ".repeat(width - row.get(i).length() + 2));
        }
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static List<String> row(RuleCard card, LocalDate day) {
    return List.of(
        card.id(),
        card.keyPoints().stream().map(String::valueOf).collect(Collectors.joining(",")),
        Labels.of(card.layer()),
        Labels.of(card.severity() == null ? card.kind() : card.severity()),
        card.inForce(day) ? "in force" : "not in force");
  }
}
