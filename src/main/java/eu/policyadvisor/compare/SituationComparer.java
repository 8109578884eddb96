package eu.policyadvisor.compare;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.compare.FactDifference.Kind;
import eu.policyadvisor.fact.FactSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the advice on two situations. Differing facts count as the cause of a difference in
 * advice when the first situation with them alone changed makes it.
 */
public final class SituationComparer {
  /** Runs that one comparison may take. */
  private static final int MOST_RUNS = 1500;

  private final Advisor advisor;
  private final FactDifferences differences;

  private SituationComparer(Advisor advisor, FactDifferences differences) {
    this.advisor = advisor;
    this.differences = differences;
  }

  /**
   * Compares two situations.
   *
   * @param advisor advises on both
   * @param before the first situation
   * @param dayBefore the date that the advice on the first is given for
   * @param after the second situation
   * @param dayAfter the date that the advice on the second is given for
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public static SituationComparison compare(
      Advisor advisor, FactSet before, LocalDate dayBefore, FactSet after, LocalDate dayAfter) {
    FactDifferences differences = new FactDifferences(before, after, dayBefore, dayAfter);
    return new SituationComparer(advisor, differences)
        .compare(
            Snapshot.of(advisor.inquire(before, dayBefore).conclusionsOnly()),
            Snapshot.of(advisor.inquire(after, dayAfter).conclusionsOnly()));
  }

  private SituationComparison compare(Snapshot was, Snapshot is) {
    List<FactDifference> facts = differences.all();
    Causes search =
        new Causes(facts.size(), MOST_RUNS, differences::closed, some -> with(pick(facts, some)));
    List<Cause<FactDifference>> causes = new ArrayList<>();
    Set<FactDifference> effective = new LinkedHashSet<>();
    for (Difference difference : was.differences(is)) {
      List<Reasoned<?>> reasons = new ArrayList<>(was.reasons(difference.aspect()));
      reasons.addAll(is.reasons(difference.aspect()));
      Trace trace = Trace.of(reasons);
      Set<Integer> suspects = new TreeSet<>();
      for (int i = 0; i < facts.size(); i++) {
        Kind kind = facts.get(i).kind();
        if (kind == Kind.DATE || kind == Kind.CONFIRMATION || trace.contains(facts.get(i))) {
          suspects.add(i);
        }
      }
      List<Set<Integer>> ways = search.find(difference, suspects);
      ways.forEach(way -> effective.addAll(pick(facts, way)));
      causes.add(
          new Cause<>(
              difference,
              ways.stream().map(way -> pick(facts, way)).toList(),
              !ways.isEmpty() && suspects.containsAll(ways.get(0))));
    }
    List<FactDifference> withoutEffect = new ArrayList<>(facts);
    withoutEffect.removeAll(effective);
    return new SituationComparison(
        was.assessment(), is.assessment(), facts, causes, withoutEffect, search.bounded());
  }

  private static List<FactDifference> pick(List<FactDifference> all, Collection<Integer> some) {
    return new TreeSet<>(some).stream().map(all::get).toList();
  }

  private Optional<Snapshot> with(List<FactDifference> some) {
    try {
      return Optional.of(
          Snapshot.of(
              advisor.inquire(differences.with(some), differences.day(some)).conclusionsOnly()));
    } catch (InvalidFactsException e) {
      return Optional.empty(); // some facts name others that are among the rest
    }
  }
}
