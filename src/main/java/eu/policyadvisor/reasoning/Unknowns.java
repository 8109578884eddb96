package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.engine.reading.Waiting;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is not known, and which rules depend on it. */
public final class Unknowns {
  private final Map<RuleCard, Set<OpenValue>> values = new TreeMap<>();
  private final Map<RuleCard, Set<Section>> lists = new TreeMap<>();
  private final Map<OpenValue, Set<String>> settled = new TreeMap<>();
  private final Set<RuleCard> asked;

  /**
   * What is not known.
   *
   * @param asked what waits for what the fact set was asked about; of values nothing else counts
   * @param all what waits where any list that is not stated may hold something; only the lists
   *     count
   */
  public Unknowns(Map<String, RuleCard> cards, Waiting asked, Waiting all) {
    for (Waiting.Open open : asked.possible()) {
      RuleCard card = add(cards, open);
      Objects.requireNonNull(values.get(card)).addAll(open.awaits());
      settles(card, open.awaits());
    }
    this.asked = new TreeSet<>(values.keySet());
    for (Waiting.Open open : all.possible()) {
      if (!open.lists().isEmpty()) {
        add(cards, open);
      }
    }
    for (Waiting.Open presumed : asked.presumed()) {
      settles(Objects.requireNonNull(cards.get(presumed.rule())), presumed.awaits());
    }
  }

  private RuleCard add(Map<String, RuleCard> cards, Waiting.Open open) {
    RuleCard card = Objects.requireNonNull(cards.get(open.rule()));
    lists.computeIfAbsent(card, any -> new TreeSet<>()).addAll(open.lists());
    values.computeIfAbsent(card, any -> new TreeSet<>());
    return card;
  }

  /** Concepts and advice change only with the findings and the precedence that they lead to. */
  private void settles(RuleCard card, Set<OpenValue> awaits) {
    if (card.kind() == Kind.FINDING || card.kind() == Kind.PRECEDENCE) {
      awaits.forEach(
          value -> settled.computeIfAbsent(value, any -> new TreeSet<>()).add(card.id()));
    }
  }

  public List<Undetermined> undetermined() {
    return values.entrySet().stream()
        .map(
            entry ->
                new Undetermined(
                    entry.getKey(),
                    List.copyOf(entry.getValue()),
                    List.copyOf(lists.getOrDefault(entry.getKey(), Set.of())),
                    asked.contains(entry.getKey())))
        .toList();
  }

  /** Those that settle the most rules first. */
  public List<Assessment.Unknown> values() {
    return settled.entrySet().stream()
        .map(entry -> new Assessment.Unknown(entry.getKey(), List.copyOf(entry.getValue())))
        .sorted(
            Comparator.<Assessment.Unknown>comparingInt(unknown -> -unknown.rules().size())
                .thenComparing(Assessment.Unknown::value))
        .toList();
  }
}
