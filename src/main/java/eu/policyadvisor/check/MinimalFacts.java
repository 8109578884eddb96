package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.search.Minimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes fact sets smaller for as long as they show what they are to show.
 *
 * <p>The idea is hierarchical delta debugging: G. Misherghi and Z. Su, 'HDD: Hierarchical Delta
 * Debugging', ICSE 2006. Whole lists go first, then facts, then fields, each level by {@link
 * Minimal}, until a pass over all levels takes nothing away. To run the rules is what costs, so
 * fact sets that failed once are kept and not run again.
 */
public final class MinimalFacts {
  private final Predicate<FactSet> shows;
  private final int mostRuns;
  private final Set<FactSet> failed = new HashSet<>();
  private int runs;

  private MinimalFacts(int mostRuns, Predicate<FactSet> shows) {
    this.mostRuns = mostRuns;
    this.shows = shows;
  }

  /**
   * The fact set without the lists, facts and fields that it does without.
   *
   * @param facts facts that show it
   * @param mostRuns how often {@code shows} may be asked; more may be left than is needed then
   * @param shows whether facts show it; asked only of facts that differ
   */
  public static FactSet of(FactSet facts, int mostRuns, Predicate<FactSet> shows) {
    MinimalFacts search = new MinimalFacts(mostRuns, shows);
    FactSet now = new FactSet(null, facts.asOf(), facts.subject(), facts.lists(), Provenance.NONE);
    FactSet before;
    do {
      before = now;
      now = search.without(now, lists(now));
      now = search.without(now, facts(now));
      now = search.without(now, fields(now));
    } while (!now.equals(before));
    return now;
  }

  /** Makes as many cuts as can be made. */
  private FactSet without(FactSet facts, List<UnaryOperator<FactSet>> cuts) {
    return cut(facts, cuts, Minimal.oneByOne(cuts, open -> passes(cut(facts, cuts, open))));
  }

  private static FactSet cut(
      FactSet facts, List<UnaryOperator<FactSet>> cuts, List<UnaryOperator<FactSet>> open) {
    FactSet less = facts;
    for (UnaryOperator<FactSet> cut : cuts) {
      less = open.contains(cut) ? less : cut.apply(less);
    }
    return less;
  }

  private boolean passes(FactSet facts) {
    if (failed.contains(facts) || runs == mostRuns) {
      return false;
    }
    runs++;
    boolean passes = shows.test(facts);
    if (!passes) {
      failed.add(facts);
    }
    return passes;
  }

  private static List<UnaryOperator<FactSet>> lists(FactSet facts) {
    List<UnaryOperator<FactSet>> cuts = new ArrayList<>();
    for (Section section : Section.values()) {
      if (facts.states(section)) {
        cuts.add(from -> from.with(section, null));
      }
    }
    return cuts;
  }

  private static List<UnaryOperator<FactSet>> facts(FactSet facts) {
    List<UnaryOperator<FactSet>> cuts = new ArrayList<>();
    for (Fact fact : facts.all()) {
      if (!(fact instanceof Subject)) {
        cuts.add(
            from -> {
              List<Fact> fewer = new ArrayList<>(from.facts(fact.section()));
              fewer.remove(fact);
              return from.with(fact.section(), fewer);
            });
      }
    }
    return cuts;
  }

  private static List<UnaryOperator<FactSet>> fields(FactSet facts) {
    List<UnaryOperator<FactSet>> cuts = new ArrayList<>();
    for (Fact fact : facts.all()) {
      Parts.fields(fact.getClass()).stream()
          .filter(Parts::mayBeUnknown)
          .filter(
              field ->
                  Parts.value(fact, field) != null
                      || Parts.unknown(fact).containsKey(Names.inFile(field.getName())))
          .forEach(
              field -> cuts.add(from -> replace(from, fact, now -> Parts.with(now, field, null))));
    }
    return cuts;
  }

  /** The fact set with another fact in the place of one. */
  static FactSet replace(FactSet facts, Fact fact, UnaryOperator<Fact> change) {
    if (fact instanceof Subject) {
      return FactSetBuilder.builder(facts).subject((Subject) change.apply(facts.subject())).build();
    }
    List<Fact> changed = new ArrayList<>(facts.facts(fact.section()));
    changed.replaceAll(each -> each.id().equals(fact.id()) ? change.apply(each) : each);
    return facts.with(fact.section(), changed);
  }
}
