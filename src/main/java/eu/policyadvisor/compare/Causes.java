package eu.policyadvisor.compare;

import eu.policyadvisor.search.Minimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds which steps make a difference, by taking some of them and running: first each suspect
 * alone, then the suspects together, then all steps, of which every one that is not needed is left
 * out.
 */
final class Causes {
  private final int steps;
  private final int mostRuns;
  private final UnaryOperator<Set<Integer>> closed;
  private final Function<Set<Integer>, Optional<Snapshot>> world;
  private final Map<Set<Integer>, Optional<Snapshot>> seen = new HashMap<>();
  private int runs;
  private boolean bounded;

  /**
   * A search.
   *
   * @param steps how many steps there are
   * @param mostRuns how often the world may be run
   * @param closed steps with all that they cannot be taken without
   * @param world what is advised after some of the steps; empty when they make nothing valid
   */
  Causes(
      int steps,
      int mostRuns,
      UnaryOperator<Set<Integer>> closed,
      Function<Set<Integer>, Optional<Snapshot>> world) {
    this.closed = closed;
    this.steps = steps;
    this.mostRuns = mostRuns;
    this.world = world;
  }

  /** Whether the bound was hit, so that causes may be missing or larger than they need be. */
  boolean bounded() {
    return bounded;
  }

  /**
   * Sets of steps each of which makes the difference on its own: all single suspects that do, else
   * one set of which no step can be left out; empty when none was found.
   */
  List<Set<Integer>> find(Difference difference, Collection<Integer> suspects) {
    List<Set<Integer>> alone = new ArrayList<>();
    for (Integer suspect : new TreeSet<>(suspects)) {
      if (makes(Set.of(suspect), difference)) {
        alone.add(Set.of(suspect));
      }
    }
    if (!alone.isEmpty()) {
      return withoutRiders(alone);
    }
    Set<Integer> all = new TreeSet<>();
    for (int step = 0; step < steps; step++) {
      all.add(step);
    }
    for (Set<Integer> together : List.of(new TreeSet<>(suspects), all)) {
      if (makes(together, difference)) {
        return List.of(
            new TreeSet<>(Minimal.of(List.copyOf(together), some -> makes(some, difference))));
      }
    }
    return List.of();
  }

  /** Without those steps that make a difference only because another one comes with them. */
  private List<Set<Integer>> withoutRiders(List<Set<Integer>> alone) {
    List<Set<Integer>> drivers = new ArrayList<>(alone);
    drivers.removeIf(
        step ->
            alone.stream()
                .anyMatch(
                    other ->
                        closed.apply(step).containsAll(other)
                            && !closed.apply(other).containsAll(step)));
    return drivers;
  }

  private boolean makes(Collection<Integer> some, Difference difference) {
    return !some.isEmpty() && at(some).map(there -> there.shows(difference)).orElse(false);
  }

  private Optional<Snapshot> at(Collection<Integer> wanted) {
    Set<Integer> some = closed.apply(new TreeSet<>(wanted));
    Optional<Snapshot> known = seen.get(some);
    if (known == null) {
      if (runs == mostRuns) {
        bounded = true;
        return Optional.empty();
      }
      runs++;
      known = world.apply(Set.copyOf(some));
      seen.put(Set.copyOf(some), known);
    }
    return known;
  }
}
