package eu.policyadvisor.calendar;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the answers of one run after the other where they are the same. */
final class Courses {
  /** What the whole is kept under; no item has this key. */
  private static final String WHOLE = "";

  private final Map<String, @Nullable Fact> items = new LinkedHashMap<>();
  private final Map<String, List<Course.Stretch>> stretches = new HashMap<>();
  private Map<String, Answer> before = Map.of();

  /**
   * One answer.
   *
   * @param item what it is on; null for the whole
   * @param stance the answer
   * @param by the advice that gives it; null for a silence
   */
  private record Answer(@Nullable Fact item, Stance stance, @Nullable Reasoned<Recommendation> by) {

    /** The rules behind it. */
    Set<RuleCard> rules() {
      return by == null
          ? Set.of()
          : Evidence.chain(by).stream().map(Reasoned::card).collect(Collectors.toSet());
    }

    /** Those of them that ask for the day. */
    Set<RuleCard> dated() {
      return by == null
          ? Set.of()
          : Evidence.chain(by).stream()
              .flatMap(link -> link.because().stream())
              .filter(way -> way.premises().stream().anyMatch(Premise.Day.class::isInstance))
              .map(Justification::rule)
              .collect(Collectors.toSet());
    }
  }

  /**
   * Takes up what the rules say from a day on.
   *
   * @param from the day; later than those before
   * @param to the last day on which they say so
   */
  void add(Assessment assessment, LocalDate from, LocalDate to) {
    Map<String, Answer> now = new LinkedHashMap<>();
    Optional<Reasoned<Recommendation>> first =
        assessment.carrying().stream().map(Item::carrying).flatMap(Optional::stream).findFirst();
    now.put(WHOLE, new Answer(null, assessment.stance(), first.orElse(null)));
    for (Item item : assessment.items()) {
      now.put(
          Item.key(item.fact()),
          new Answer(item.fact(), item.stance(), item.carrying().orElse(null)));
    }
    now.forEach((key, answer) -> add(key, answer, from, to));
    before = now;
  }

  private void add(String key, Answer answer, LocalDate from, LocalDate to) {
    // Of an item that changes, such as a measure, the last state is told.
    items.put(key, answer.item());
    List<Course.Stretch> course = stretches.computeIfAbsent(key, any -> new ArrayList<>());
    Answer last = before.get(key);
    if (last != null && last.stance() == answer.stance()) {
      int at = course.size() - 1;
      course.set(at, course.get(at).until(to));
      return;
    }
    RuleCard rule = answer.by() == null ? null : answer.by().card();
    RuleCard fell = null;
    List<RuleCard> ended = List.of();
    Set<RuleCard> turned = new LinkedHashSet<>();
    if (last != null) {
      turned.addAll(held(answer.dated(), card -> !last.rules().contains(card)));
      turned.addAll(held(last.dated(), card -> !answer.rules().contains(card)));
    }
    if (last != null && last.by() != null) {
      RuleCard gave = last.by().card();
      fell = rule != null && rule.id().equals(gave.id()) ? null : gave;
      ended = held(last.rules(), card -> from.equals(card.expires()));
    }
    course.add(
        new Course.Stretch(
            from,
            to,
            answer.stance(),
            rule,
            fell,
            last == null ? List.of() : held(answer.rules(), card -> from.equals(card.effective())),
            ended,
            List.copyOf(turned)));
  }

  private static List<RuleCard> held(Set<RuleCard> rules, Predicate<RuleCard> on) {
    return rules.stream().filter(on).sorted().toList();
  }

  /**
   * The whole, then the items.
   *
   * @param first those that come first, in this order; others stand as they came
   */
  List<Course> all(List<Item> first) {
    Set<String> keys = new LinkedHashSet<>(List.of(WHOLE));
    first.forEach(item -> keys.add(Item.key(item.fact())));
    keys.retainAll(items.keySet());
    keys.addAll(items.keySet());
    return keys.stream()
        .map(key -> new Course(items.get(key), Objects.requireNonNull(stretches.get(key))))
        .toList();
  }
}
