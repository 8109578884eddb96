package eu.policyadvisor.compare;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.compare.RulesComparison.Change;
import eu.policyadvisor.compare.RulesComparison.Impact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Compares the advice of two knowledge bases over fact sets. An edit counts as the cause of a
 * difference when the first knowledge base with that edit alone makes the difference.
 */
public final class RulesComparer {
  /** Counterfactual runs for one fact set. */
  private static final int MOST_RUNS = 400;

  private final Side before;
  private final Side after;
  private final Function<FactSet, LocalDate> dayOf;
  private final List<KnowledgeEdit> edits;
  private final Map<Set<Integer>, Advisor> mixed = new HashMap<>();
  private final Map<Set<Integer>, List<Change>> impacts = new TreeMap<>(ORDER);
  private final Map<FactSet, Witnesses.Asked> askedBefore = new HashMap<>();
  private final Map<FactSet, Witnesses.Asked> askedAfter = new HashMap<>();
  private final List<Change> unexplained = new ArrayList<>();
  private final Set<KnowledgeEdit> effective = new LinkedHashSet<>();
  private final List<Problem> invalid = new ArrayList<>();
  private boolean bounded;

  private static final Comparator<Set<Integer>> ORDER =
      Comparator.<Set<Integer>>comparingInt(set -> new TreeSet<>(set).first())
          .thenComparingInt(Set::size)
          .thenComparing(set -> new TreeSet<>(set).toString());

  private RulesComparer(Side before, Side after, Function<FactSet, LocalDate> dayOf) {
    this.before = before;
    this.after = after;
    this.dayOf = dayOf;
    this.edits = KnowledgeEdits.between(before, after);
  }

  /**
   * Compares two knowledge bases.
   *
   * @param before the first
   * @param after the second
   * @param corpus the fact sets
   * @param dayOf the date that the advice on a fact set is given for
   */
  public static RulesComparison compare(
      Side before, Side after, List<FactSet> corpus, Function<FactSet, LocalDate> dayOf) {
    RulesComparer comparer = new RulesComparer(before, after, dayOf);
    int assessed = 0;
    for (FactSet facts : corpus) {
      assessed += comparer.assess(facts) ? 1 : 0;
    }
    return comparer.result(assessed);
  }

  private boolean assess(FactSet facts) {
    Optional<Witnesses.Asked> was = ask(before, facts);
    Optional<Witnesses.Asked> is = ask(after, facts);
    if (was.isEmpty() || is.isEmpty()) {
      return false;
    }
    List<Difference> differences = was.get().snapshot().differences(is.get().snapshot());
    if (differences.isEmpty()) {
      return true;
    }
    askedBefore.put(facts, was.get());
    askedAfter.put(facts, is.get());
    Causes causes =
        new Causes(edits.size(), MOST_RUNS, UnaryOperator.identity(), some -> with(some, facts));
    for (Difference difference : differences) {
      attribute(facts, difference, was.get().snapshot(), is.get().snapshot(), causes);
    }
    bounded |= causes.bounded();
    return true;
  }

  private Optional<Witnesses.Asked> ask(Side side, FactSet facts) {
    try {
      return Optional.of(Witnesses.Asked.of(side.advisor().inquire(facts, dayOf.apply(facts))));
    } catch (InvalidFactsException e) {
      for (Problem problem : e.problems()) {
        invalid.add(
            new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message() + " (under the rules of " + side.name() + ")"));
      }
      return Optional.empty();
    }
  }

  private void attribute(
      FactSet facts, Difference difference, Snapshot was, Snapshot is, Causes causes) {
    List<Reasoned<?>> reasons = new ArrayList<>(was.reasons(difference.aspect()));
    reasons.addAll(is.reasons(difference.aspect()));
    Trace trace = Trace.of(reasons);
    Set<Integer> suspects = new TreeSet<>();
    for (int i = 0; i < edits.size(); i++) {
      if (trace.contains(edits.get(i))) {
        suspects.add(i);
      }
    }
    List<Set<Integer>> ways = causes.find(difference, suspects);
    Change change =
        new Change(
            facts,
            dayOf.apply(facts),
            new Cause<>(
                difference,
                ways.stream().map(this::edits).toList(),
                !ways.isEmpty() && suspects.containsAll(ways.get(0))));
    if (ways.isEmpty()) {
      unexplained.add(change);
      return;
    }
    impacts.computeIfAbsent(ways.get(0), any -> new ArrayList<>()).add(change);
    ways.forEach(way -> effective.addAll(edits(way)));
  }

  private List<KnowledgeEdit> edits(Collection<Integer> some) {
    return new TreeSet<>(some).stream().map(edits::get).toList();
  }

  private Optional<Snapshot> with(Set<Integer> some, FactSet facts) {
    Advisor advisor =
        mixed.computeIfAbsent(
            some,
            any ->
                new Advisor(
                    before
                        .advisor()
                        .loaded()
                        .with(KnowledgeEdit.parts(edits(some)), after.advisor().loaded())));
    try {
      return Optional.of(Snapshot.of(advisor.inquire(facts, dayOf.apply(facts)).conclusionsOnly()));
    } catch (InvalidFactsException e) {
      return Optional.empty(); // the facts name something that these edits leave out
    }
  }

  private RulesComparison result(int assessed) {
    List<Impact> found = new ArrayList<>();
    impacts.forEach(
        (way, changes) -> {
          Change telling = telling(edits(way), changes);
          found.add(
              new Impact(
                  edits(way),
                  changes,
                  telling,
                  Witnesses.of(
                      telling.cause().difference(),
                      asked(askedBefore, telling.facts()),
                      asked(askedAfter, telling.facts()))));
        });
    List<KnowledgeEdit> withoutEffect = new ArrayList<>(edits);
    withoutEffect.removeAll(effective);
    return new RulesComparison(
        before.name(),
        after.name(),
        assessed,
        edits,
        found,
        unexplained,
        withoutEffect,
        invalid,
        bounded);
  }

  private static Witnesses.Asked asked(Map<FactSet, Witnesses.Asked> all, FactSet facts) {
    return Optional.ofNullable(all.get(facts)).orElseThrow();
  }

  /**
   * What shows most: a conclusion of an edited rule, then what came or went, then findings before
   * recommendations.
   */
  private static Change telling(List<KnowledgeEdit> edits, List<Change> changes) {
    Set<String> edited = edits.stream().map(KnowledgeEdit::name).collect(Collectors.toSet());
    return changes.stream()
        .min(
            Comparator.comparing((Change change) -> !edited.contains(aspect(change).rule()))
                .thenComparing(
                    change -> change.cause().difference().how() == Difference.How.CHANGED)
                .thenComparing(change -> aspect(change).of() == Aspect.Of.STANCE)
                .thenComparing(change -> aspect(change).of()))
        .orElseThrow();
  }

  private static Aspect aspect(Change change) {
    return change.cause().difference().aspect();
  }
}
