package eu.policyadvisor.report;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the assessments of many fact sets come to: counts by stance, the findings that are most
 * frequent and the inputs that took longest. Its size does not grow with their number.
 */
public final class Summary {
  private static final int TOP = 5;

  private final Map<Stance, Integer> stances = new EnumMap<>(Stance.class);
  private final Map<String, Integer> findings = new TreeMap<>();
  private final List<Timed> slowest = new ArrayList<>();
  private int inputs;
  private int faulty;

  private record Timed(String name, Duration time) {}

  /**
   * One input, a file or a line.
   *
   * @param name what messages call it
   * @param faulty whether something was wrong with it
   * @param time how long reading, assessing and reporting it took
   * @param stances the stance of each fact set in it
   * @param findings ids of the rules whose findings it has, each as often as fact sets have one
   */
  public void add(
      String name, boolean faulty, Duration time, List<Stance> stances, List<String> findings) {
    inputs++;
    this.faulty += faulty ? 1 : 0;
    stances.forEach(each -> this.stances.merge(each, 1, Integer::sum));
    findings.forEach(each -> this.findings.merge(each, 1, Integer::sum));
    slowest.add(new Timed(name, time));
    slowest.sort(Comparator.comparing(Timed::time).reversed());
    if (slowest.size() > TOP) {
      slowest.remove(TOP);
    }
  }

  /** How many inputs were added. */
  public int inputs() {
    return inputs;
  }

  /**
   * The summary, with a line feed at its end.
   *
   * @param card the card of a rule; null when there is none
   * @param time how long all of it took
   */
  public String text(Function<String, @Nullable RuleCard> card, Duration time) {
    int sets = stances.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "assessed",
        "%s fact sets in %s files or lines, %s of them with errors, in %s"
            .formatted(number(sets), number(inputs), number(faulty), seconds(time)));
    line(
        text,
        "stances",
        stances.entrySet().stream()
            .map(each -> Names.inFile(each.getKey()) + " " + number(each.getValue()))
            .collect(Collectors.joining(", ")));
    String label = "findings";
    for (Map.Entry<String, Integer> each : mostFrequent()) {
      RuleCard of = card.apply(each.getKey());
      line(
          text,
          label,
          "%8s  %s%s"
              .formatted(
                  number(each.getValue()), each.getKey(), of == null ? "" : " · " + of.title()));
      label = "";
    }
    label = "slowest";
    for (Timed each : slowest) {
      line(text, label, "%8s  %s".formatted(seconds(each.time()), Plain.text(each.name())));
      label = "";
    }
    return text.toString();
  }

  private List<Map.Entry<String, Integer>> mostFrequent() {
    return findings.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(TOP)
        .toList();
  }

  private static void line(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append("%-10s%s".formatted(label, value)).append('\n');
    }
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%,.2f s", time.toMillis() / 1000.0);
  }
}
