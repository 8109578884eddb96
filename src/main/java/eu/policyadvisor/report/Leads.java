package eu.policyadvisor.report;

import eu.policyadvisor.advice.Range;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Stance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What answers lead to, in words: {@code yes: would be PROHIBIT}. */
final class Leads {
  /** Answers and items that are named; of more it is said that there are more. */
  private static final int MOST = 3;

  private Leads() {}

  private record Lead(List<String> answers, Stance then) {}

  /**
   * One line for each stance and the answers that lead to it; the items on which it turns are named
   * where the whole does not turn.
   *
   * @param turns what one value can turn
   */
  static List<String> of(List<Range.Turn> turns) {
    Map<Lead, List<Fact>> leads = new LinkedHashMap<>();
    for (Range.Turn turn : turns) {
      Lead lead = new Lead(turn.when().stream().map(Leads::answer).toList(), turn.then());
      leads.computeIfAbsent(lead, any -> new ArrayList<>()).add(turn.on());
    }
    List<String> lines = new ArrayList<>();
    leads.forEach((lead, on) -> lines.add(line(lead, on)));
    return lines;
  }

  private static String line(Lead lead, List<Fact> on) {
    String answers =
        lead.answers().size() > MOST
            ? String.join(", ", lead.answers().subList(0, MOST)) + " or the like"
            : Names.list(lead.answers(), "or");
    boolean whole = on.stream().anyMatch(fact -> fact.section() == Section.NONE);
    return Plain.text(answers)
        + ": "
        + Labels.word(lead.then())
        + (whole ? "" : " for " + Plain.text(named(on)));
  }

  private static String named(List<Fact> items) {
    List<String> labels = items.stream().map(Fact::label).toList();
    return labels.size() > MOST
        ? String.join(", ", labels.subList(0, MOST)) + " and " + (labels.size() - MOST) + " more"
        : Names.list(labels, "and");
  }

  /** A value as an answer gives it. */
  static String answer(Object value) {
    if (value instanceof Boolean is) {
      return is ? "yes" : "no";
    } else if (value instanceof List<?> list && list.size() < 2) {
      return list.isEmpty() ? "none" : FactText.value(list.get(0));
    }
    return FactText.value(value);
  }
}
