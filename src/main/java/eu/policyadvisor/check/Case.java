package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.yaml.Node;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A test of rules: facts, a date, and what must and must not be concluded.
 *
 * @param name a sentence that says what the case shows
 * @param file the cases file as the user named it
 * @param line its line there
 * @param asOf the as-of date
 * @param facts the facts
 * @param concludes what must be concluded and not superseded
 * @param silent what must not be concluded; rules that conclude findings must not be undetermined
 *     either
 * @param undetermined rules that must wait for values that are not known
 * @param superseded recommendations that must be superseded, and by what
 * @param stance the overall stance, or null when the case does not care
 * @param severity how grave what a rule concludes must be, or of what level the concept that it
 *     derives, by rule
 * @param stances the stance of the recommendations of a rule, by rule
 * @param confidenceAtMost upper bounds of confidence, by rule
 * @param awaits values that must be named as not known, as {@code field of fact-id}
 * @param todo whether the case marks a gap that is known, so that it may fail
 */
@RecordBuilder
public record Case(
    String name,
    String file,
    int line,
    LocalDate asOf,
    FactSet facts,
    List<Expected> concludes,
    List<Expected> silent,
    List<Expected> undetermined,
    List<Expected> superseded,
    @Nullable Stance stance,
    Map<String, Severity> severity,
    Map<String, Stance> stances,
    Map<String, BigDecimal> confidenceAtMost,
    List<String> awaits,
    boolean todo) {

  /**
   * A rule, and the fact it is about.
   *
   * @param rule id of the rule
   * @param on id of the fact; empty when any will do
   * @param by id of the rule of the finding or recommendation that prevails over it; empty when any
   *     will do
   * @param at where the case says so
   */
  public record Expected(String rule, Optional<String> on, Optional<String> by, Place at) {
    private static final String ON = " on ";
    private static final String BY = " by ";

    /** Reads {@code rule-id}, {@code rule-id on fact-id}, and {@code by rule-id} after either. */
    public static Expected parse(Node node) {
      return parse(node.text(), node.at());
    }

    public static Expected parse(String text, Place at) {
      String words = Plain.text(text);
      int by = words.indexOf(BY);
      String front = by < 0 ? words : words.substring(0, by);
      int on = front.indexOf(ON);
      return new Expected(
          on < 0 ? front : front.substring(0, on),
          on < 0 ? Optional.empty() : Optional.of(front.substring(on + ON.length())),
          by < 0 ? Optional.empty() : Optional.of(words.substring(by + BY.length())),
          at);
    }

    @Override
    public String toString() {
      return rule + on.map(id -> " on " + id).orElse("") + by.map(id -> " by " + id).orElse("");
    }
  }

  /** Copies the lists. */
  public Case {
    concludes = List.copyOf(concludes);
    silent = List.copyOf(silent);
    undetermined = List.copyOf(undetermined);
    superseded = List.copyOf(superseded);
    severity = Map.copyOf(severity);
    stances = Map.copyOf(stances);
    confidenceAtMost = Map.copyOf(confidenceAtMost);
    awaits = List.copyOf(awaits);
  }

  /** All rules that the case speaks of, each with the first place where it does. */
  public Map<String, Place> rules() {
    Map<String, Place> rules = new TreeMap<>();
    List.of(concludes, silent, undetermined, superseded)
        .forEach(list -> list.forEach(each -> rules.putIfAbsent(each.rule(), each.at())));
    superseded.forEach(each -> each.by().ifPresent(by -> rules.putIfAbsent(by, each.at())));
    List.of(severity.keySet(), stances.keySet(), confidenceAtMost.keySet())
        .forEach(all -> all.forEach(rule -> rules.putIfAbsent(rule, new Place(line, 1))));
    return rules;
  }
}
