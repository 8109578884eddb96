package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.whynot.Choices;
import eu.policyadvisor.engine.whynot.WhyNot;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.screening.ScreeningLists;
import eu.policyadvisor.search.Minimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest edit of facts that makes a rule conclude. Every edit that is given was
 * applied and run, and so was every smaller one that it contains.
 */
public final class Remedies {
  /** Runs of the engine that one search may take. */
  private static final int MOST_RUNS = 60;

  private static final int MOST_CHANGES = 9;

  /** Up to so many steps every part of an edit is tried, beyond it every step is left out once. */
  private static final int EVERY_PART = 6;

  private final Knowledge knowledge;
  private final @Nullable ScreeningLists lists;
  private final FactSet stated;
  private final LocalDate asOf;
  private final Choices choices;
  private int runs;

  /** The rules that tell whether the rule concludes; made when that is all that is asked. */
  private @Nullable RuleBase few;

  private Remedies(
      Knowledge knowledge,
      @Nullable ScreeningLists lists,
      FactSet stated,
      LocalDate asOf,
      Choices choices) {
    this.knowledge = knowledge;
    this.lists = lists;
    this.stated = stated;
    this.asOf = asOf;
    this.choices = choices;
  }

  /**
   * Edits that may change any fact.
   *
   * @param knowledge the rules, and what facts are completed from
   * @param lists the screening lists that are asked; null where none is
   * @param stated the facts as stated
   * @param asOf the date
   */
  public static Remedies ofAnything(
      Knowledge knowledge, @Nullable ScreeningLists lists, FactSet stated, LocalDate asOf) {
    return new Remedies(knowledge, lists, stated, asOf, Choices.ANY);
  }

  /**
   * Edits that change only what the person who asks can choose.
   *
   * @param knowledge the rules, and what facts are completed from
   * @param lists the screening lists that are asked; null where none is
   * @param stated the facts as stated
   * @param asOf the date
   */
  public static Remedies ofChoices(
      Knowledge knowledge, @Nullable ScreeningLists lists, FactSet stated, LocalDate asOf) {
    return new Remedies(
        knowledge,
        lists,
        stated,
        asOf,
        new PersonalChoices(stated, knowledge.base().catalogue(), asOf));
  }

  /** Facts after an edit, under the rules. */
  private record World(Edit edit, FactSet facts, List<Object> memory, Conclusions conclusions) {}

  /**
   * The smallest edit found.
   *
   * @param rule id of the rule
   * @param on id of the fact that it should conclude on; null for any
   */
  public Optional<Edit> find(String rule, @Nullable String on) {
    // Of equals the one that was thought of first, with the likelier values.
    Map<Edit, Integer> order = new HashMap<>();
    PriorityQueue<Edit> waiting =
        new PriorityQueue<>(
            Comparator.<Edit>comparingInt(edit -> edit.changes().size())
                .thenComparingInt(this::overruled)
                .thenComparingInt(edit -> order.getOrDefault(edit, 0)));
    Set<Set<Change>> seen = new HashSet<>();
    waiting.add(new Edit(List.of()));
    while (!waiting.isEmpty() && runs < MOST_RUNS) {
      Edit edit = waiting.remove();
      World world = world(edit, knowledge.rules());
      if (world == null) {
        continue;
      }
      if (concludes(world, rule, on)) {
        return Optional.of(thinned(smallest(edit, rule, on), rule, on));
      }
      for (Edit further :
          new WhyNot(
                  knowledge.rules().rules(),
                  world.memory(),
                  world.conclusions(),
                  UnknownFacts.beside(world.facts()),
                  asOf)
              .edits(rule, on, choices)) {
        Edit both = and(edit, further);
        if (both.changes().size() <= MOST_CHANGES && seen.add(new HashSet<>(both.changes()))) {
          order.putIfAbsent(both, order.size());
          waiting.add(both);
        }
      }
    }
    return Optional.empty();
  }

  /** Those steps of an edit that nobody can choose. */
  public static List<Change> unchosen(
      Edit edit, FactSet stated, Knowledge knowledge, LocalDate asOf) {
    Choices choices = new PersonalChoices(stated, knowledge.base().catalogue(), asOf);
    return edit.changes().stream()
        .filter(change -> !choices.allow(change, edit.changes()))
        .toList();
  }

  /** How many values that are stated an edit changes: what is not known is changed more readily. */
  private int overruled(Edit edit) {
    int overruled = 0;
    for (Change change : edit.changes()) {
      if (change instanceof Change.Put put) {
        overruled +=
            (int)
                stated.all().stream()
                    .filter(fact -> fact.section() == put.section() && fact.id().equals(put.id()))
                    .filter(fact -> fact.value(put.field()) != null)
                    .count();
      }
    }
    return overruled;
  }

  /** The first edit with the second after it; of two values for a field the second one counts. */
  private static Edit and(Edit first, Edit second) {
    List<Change> changes = new ArrayList<>();
    for (Change change : first.changes()) {
      boolean replaced =
          change instanceof Change.Put put
              && second.changes().stream()
                  .anyMatch(
                      other ->
                          other instanceof Change.Put again
                              && again.section() == put.section()
                              && again.id().equals(put.id())
                              && again.field().equals(put.field()));
      if (!replaced) {
        changes.add(change);
      }
    }
    changes.addAll(second.changes());
    return new Edit(changes);
  }

  /** Null when the edit may not be made, or makes no valid facts. */
  private @Nullable World world(Edit edit, RuleBase rules) {
    Deadline.check();
    if (!choices.allow(edit.changes())) {
      return null;
    }
    FactSet edited;
    try {
      edited = edit.apply(stated);
    } catch (IllegalArgumentException e) {
      // A part of an edit may change a fact that the rest of it would add.
      return null;
    }
    if (!knowledge.check(edited).isEmpty()) {
      return null;
    }
    runs++;
    FactSet facts = ScreenedFacts.of(lists, knowledge.completed(edited, asOf), asOf).facts();
    List<Object> memory = knowledge.memory(facts, asOf);
    return new World(edit, facts, memory, rules.run(memory, asOf));
  }

  private static boolean concludes(World world, String rule, @Nullable String on) {
    for (Map.Entry<Conclusion, List<Conclusions.Match>> each :
        world.conclusions().matches().entrySet()) {
      if ((on == null || each.getKey().on().id().equals(on))
          && each.getValue().stream().anyMatch(match -> match.rule().equals(rule))) {
        return true;
      }
    }
    return false;
  }

  /** The smallest part of an edit that does. */
  private Edit smallest(Edit edit, String rule, @Nullable String on) {
    Predicate<List<Change>> does = some -> does(new Edit(some), rule, on);
    List<Change> few =
        edit.changes().size() <= EVERY_PART
            ? edit.changes()
            : Minimal.oneByOne(
                edit.changes(), some -> some.size() >= EVERY_PART && does.test(some));
    return new Edit(few.size() <= EVERY_PART ? Minimal.smallest(few, does) : few);
  }

  /** Without the elements of lists that the rule does not need. */
  private Edit thinned(Edit edit, String rule, @Nullable String on) {
    List<Change> changes = new ArrayList<>(edit.changes());
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Change.Put put && put.value() instanceof List<?> elements) {
        int at = i;
        Function<List<?>, Change> with =
            some -> new Change.Put(put.section(), put.id(), put.field(), some);
        List<?> needed =
            Minimal.oneByOne(
                elements,
                some -> {
                  changes.set(at, with.apply(some));
                  return !some.isEmpty() && does(new Edit(changes), rule, on);
                });
        changes.set(i, with.apply(needed));
      }
    }
    return new Edit(changes);
  }

  private boolean does(Edit edit, String rule, @Nullable String on) {
    RuleBase rules = few;
    if (rules == null) {
      rules = knowledge.rules().upTo(rule);
      few = rules;
    }
    World world = world(edit, rules);
    return world != null && concludes(world, rule, on);
  }
}
