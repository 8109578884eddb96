package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
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
import org.jspecify.annotations.Nullable;

/** Takes away lists, facts and fields for as long as a case still does what it is for. */
final class Smallest {
  private final Case test;
  private final Predicate<Case> does;
  private FactSet facts;

  private Smallest(Case test, Predicate<Case> does) {
    this.test = test;
    this.does = does;
    this.facts = test.facts();
  }

  /** The smallest case found; taking one more thing away would undo it. */
  static Case of(Case test, Predicate<Case> does) {
    Smallest smallest = new Smallest(test, does);
    boolean more = true;
    while (more) {
      more = smallest.pass();
    }
    return smallest.with(smallest.facts);
  }

  private boolean pass() {
    boolean smaller = false;
    for (Section section : Section.values()) {
      if (facts.states(section)) {
        smaller |= keep(with(section, null));
      }
      for (int i = facts.facts(section).size() - 1; i >= 0; i--) {
        List<Fact> fewer = new ArrayList<>(facts.facts(section));
        fewer.remove(i);
        smaller |= keep(with(section, fewer));
      }
      for (int i = 0; i < facts.facts(section).size(); i++) {
        smaller |= thin(section, i);
      }
    }
    for (RecordComponent field : Parts.fields(Subject.class)) {
      if (removable(facts.subject(), field)) {
        smaller |=
            keep(
                new FactSet(
                    null,
                    facts.asOf(),
                    (Subject) Parts.with(facts.subject(), field, null),
                    facts.lists(),
                    Provenance.NONE));
      }
    }
    return smaller;
  }

  private boolean thin(Section section, int i) {
    boolean smaller = false;
    for (RecordComponent field : Parts.fields(facts.facts(section).get(i).getClass())) {
      Fact fact = facts.facts(section).get(i);
      if (removable(fact, field)) {
        List<Fact> thinner = new ArrayList<>(facts.facts(section));
        thinner.set(i, Parts.with(fact, field, null));
        smaller |= keep(with(section, thinner));
      }
    }
    return smaller;
  }

  private static boolean removable(Fact fact, RecordComponent field) {
    Map<String, FieldOrigin> unknown = Parts.unknown(fact);
    return Parts.mayBeUnknown(field)
        && (Parts.value(fact, field) != null || unknown.containsKey(Names.inFile(field.getName())));
  }

  private FactSet with(Section section, @Nullable List<Fact> of) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.putAll(facts.lists());
    if (of == null) {
      lists.remove(section);
    } else {
      lists.put(section, of);
    }
    return new FactSet(null, facts.asOf(), facts.subject(), lists, Provenance.NONE);
  }

  private boolean keep(FactSet smaller) {
    if (!does.test(with(smaller))) {
      return false;
    }
    facts = smaller;
    return true;
  }

  private Case with(FactSet other) {
    return new Case(
        test.name(),
        test.file(),
        test.line(),
        test.asOf(),
        other,
        test.concludes(),
        test.silent(),
        test.undetermined(),
        test.superseded(),
        test.stance(),
        test.severity(),
        test.stances(),
        test.confidenceAtMost(),
        test.awaits(),
        test.todo());
  }
}
