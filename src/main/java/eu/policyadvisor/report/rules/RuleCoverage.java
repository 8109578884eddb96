package eu.policyadvisor.report.rules;

import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which rules encode each key point, each layer and each addressee, read from the rules. */
public final class RuleCoverage {
  /** Number of the key points of the source. */
  private static final int KEY_POINTS = 7;

  private RuleCoverage() {}

  /**
   * What there is to encode, each with the rules that do: the findings of key points and layers,
   * the advice to addressees. What no rule encodes stands there with an empty list.
   */
  public static Map<String, List<String>> of(Collection<RuleCard> cards) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    for (int i = 1; i <= KEY_POINTS; i++) {
      int point = i;
      rules.put(
          "key point " + i,
          ids(cards, c -> c.kind() == Kind.FINDING && c.keyPoints().contains(point)));
    }
    for (Layer layer : Layer.values()) {
      rules.put(
          "layer " + Labels.of(layer),
          ids(cards, c -> c.kind() == Kind.FINDING && c.layer() == layer));
    }
    for (Addressee addressee : Addressee.values()) {
      rules.put(
          "addressee " + Labels.of(addressee),
          ids(cards, c -> c.advice() != null && c.advice().addressee() == addressee));
    }
    return rules;
  }

  /** The same as a table: what, how many rules, which. */
  public static String render(Collection<RuleCard> cards, int columns) {
    Map<String, List<String>> coverage = of(cards);
    int first = coverage.keySet().stream().mapToInt(String::length).max().orElse(0);
    int second = 5;
    // Beside the count while there is room for an id, else below it.
    boolean beside = columns - (first + 2 + second + 2) >= longest(coverage);
    int indent = beside ? first + 2 + second + 2 : 4;
    StringBuilder text = new StringBuilder();
    coverage.forEach(
        (what, rules) -> {
          String count = String.valueOf(rules.size());
          List<String> words = rules.isEmpty() ? List.of("no rule") : rules;
          List<String> lines =
              Paragraph.of(String.join(", ", words)).lines(columns - indent, false);
          text.append(what).append(" ".repeat(first - what.length() + 2 + second - count.length()));
          text.append(count).append(beside ? "  " + lines.get(0) : "").append('\n');
          new ArrayList<>(lines.subList(beside ? 1 : 0, lines.size()))
              .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
        });
    return text.toString();
  }

  private static int longest(Map<String, List<String>> coverage) {
    return coverage.values().stream()
        .flatMap(List::stream)
        .mapToInt(id -> id.length() + 1)
        .max()
        .orElse(0);
  }

  private static List<String> ids(Collection<RuleCard> cards, Predicate<RuleCard> wanted) {
    return cards.stream().filter(wanted).map(RuleCard::id).sorted().toList();
  }
}
