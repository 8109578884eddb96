package eu.policyadvisor.report.rules;

import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Uncovered;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules do not know, as a list: the question, the law that governs it, where to turn. */
public final class UncoveredList {
  private static final String INDENT = "    ";

  private UncoveredList() {}

  /**
   * The list, each entry with the instruments that were there on a day.
   *
   * @param columns the width of the lines
   */
  public static String render(List<Uncovered> uncovered, LocalDate day, int columns) {
    StringBuilder text = new StringBuilder("what the rules do not know\n");
    for (Uncovered each : uncovered) {
      text.append('\n').append(each.id()).append(": ").append(each.title()).append('\n');
      for (String sentence :
          List.of(each.says(), "Law: " + law(each, day), "Turn to: " + each.turnTo())) {
        Paragraph.of(sentence)
            .lines(columns - INDENT.length(), false)
            .forEach(line -> text.append(INDENT).append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private static String law(Uncovered each, LocalDate day) {
    List<Citation> cites = each.citesOn(day);
    return cites.isEmpty()
        ? each.law()
        : cites.stream()
            .map(UncoveredList::cited)
            .collect(Collectors.joining("; ", each.law() + " (", ")"));
  }

  private static String cited(Citation citation) {
    return citation.text() + (citation.instrument().verified() ? "" : " [not verified]");
  }
}
