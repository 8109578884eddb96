package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes fact sets smaller as long as they show what they are to show. */
final class Smaller {
  /** Runs that one search may take. */
  private static final int MOST = 250;

  private final Predicate<FactSet> shows;
  private int runs;

  private Smaller(Predicate<FactSet> shows) {
    this.shows = shows;
  }

  /**
   * The fact set without the lists, facts and fields that it does without.
   *
   * @param facts facts that show it
   * @param shows whether facts show it; asked only of facts that differ
   */
  static FactSet of(FactSet facts, Predicate<FactSet> shows) {
    Smaller search = new Smaller(shows);
    FactSet now = search.withoutLists(bare(facts));
    now = search.withoutFacts(now);
    return search.withoutFields(now);
  }

  private static FactSet bare(FactSet facts) {
    return new FactSet(null, facts.asOf(), facts.subject(), facts.lists(), Provenance.NONE);
  }

  private boolean does(FactSet facts) {
    return runs++ < MOST && shows.test(facts);
  }

  private FactSet withoutLists(FactSet facts) {
    FactSet now = facts;
    for (Section section : Section.values()) {
      if (now.states(section)) {
        Map<Section, List<Fact>> fewer = lists(now);
        fewer.remove(section);
        FactSet less = with(now, now.subject(), fewer);
        now = does(less) ? less : now;
      }
    }
    return now;
  }

  private FactSet withoutFacts(FactSet facts) {
    FactSet now = facts;
    for (Fact fact : facts.all()) {
      if (!(fact instanceof Subject)) {
        Map<Section, List<Fact>> fewer = lists(now);
        fewer.getOrDefault(fact.section(), List.of()).remove(fact);
        FactSet less = with(now, now.subject(), fewer);
        now = does(less) ? less : now;
      }
    }
    return now;
  }

  private FactSet withoutFields(FactSet facts) {
    FactSet now = facts;
    for (Fact each : facts.all()) {
      Fact fact = each;
      for (RecordComponent field : Parts.fields(each.getClass())) {
        if (Parts.mayBeUnknown(field) && isStated(fact, field)) {
          Fact fewer = Parts.with(fact, field, null);
          FactSet less = replace(now, fact, fewer);
          if (does(less)) {
            now = less;
            fact = fewer;
          }
        }
      }
    }
    return now;
  }

  private static boolean isStated(Fact fact, RecordComponent field) {
    return Parts.value(fact, field) != null
        || Parts.unknown(fact).containsKey(Names.inFile(field.getName()));
  }

  /** The fact set with another fact in the place of one. */
  static FactSet replace(FactSet facts, Fact before, Fact after) {
    if (before instanceof Subject) {
      return with(facts, (Subject) after, lists(facts));
    }
    Map<Section, List<Fact>> lists = lists(facts);
    lists
        .getOrDefault(before.section(), List.of())
        .replaceAll(fact -> fact.id().equals(before.id()) ? after : fact);
    return with(facts, facts.subject(), lists);
  }

  private static Map<Section, List<Fact>> lists(FactSet facts) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    facts.lists().forEach((section, of) -> lists.put(section, new ArrayList<>(of)));
    return lists;
  }

  private static FactSet with(FactSet facts, Subject subject, Map<Section, List<Fact>> lists) {
    return new FactSet(facts.title(), facts.asOf(), subject, lists, facts.provenance());
  }
}
