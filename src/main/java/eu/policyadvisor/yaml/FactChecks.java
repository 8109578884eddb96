package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Supplier;
import eu.policyadvisor.rule.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks what the facts of a set say about each other and about the catalogue. */
public final class FactChecks {
  private static final int MOST_SUGGESTIONS = 3;

  private final FactSet facts;
  private final Catalogue catalogue;
  private final Set<Problem> problems = new TreeSet<>();

  private FactChecks(FactSet facts, Catalogue catalogue) {
    this.facts = facts;
    this.catalogue = catalogue;
  }

  /**
   * All that is wrong: ids used twice, references and catalogue entries that do not exist, values
   * out of range, owners in a cycle.
   */
  public static List<Problem> check(FactSet facts, Catalogue catalogue) {
    FactChecks checks = new FactChecks(facts, catalogue);
    checks.ids();
    facts.all().forEach(checks::values);
    checks.owners();
    return List.copyOf(checks.problems);
  }

  private void ids() {
    Map<String, Fact> seen = new LinkedHashMap<>();
    for (Fact fact : facts.all()) {
      Fact first = seen.putIfAbsent(fact.id(), fact);
      if (first != null) {
        problem(
            fact,
            "id",
            "the id '%s' is used twice, first by %s; give each fact its own"
                .formatted(fact.id(), place(first)));
      }
    }
  }

  private void values(Fact fact) {
    for (Component component : Component.of(fact.getClass())) {
      Object value = component.of((Record) fact);
      if (value == null || component.rule() == null) {
        continue;
      }
      String wrong = Values.problem(component, value);
      if (!wrong.isEmpty()) {
        problem(fact, component.key(), wrong);
      }
      references(fact, component, value);
    }
  }

  private void references(Fact fact, Component component, Object value) {
    String id = value.toString();
    if (component.rule().refersToAny()) {
      refer(fact, component.key(), id, "fact", facts.all());
    }
    Section section = component.rule().refersTo();
    if (section != Section.NONE) {
      refer(fact, component.key(), id, "entry of " + section.key(), facts.facts(section));
    }
    String part = component.rule().catalogue();
    if (!part.isEmpty()) {
      missing(fact, component.key(), id, "entry of the catalogue's " + part, catalogue.ids(part));
    }
  }

  private void refer(Fact fact, String field, String id, String what, List<Fact> targets) {
    missing(fact, field, id, what, targets.stream().map(Fact::id).toList());
  }

  private void missing(
      Fact fact, String field, String id, String what, Collection<String> existing) {
    if (!existing.contains(id)) {
      problem(
          fact,
          field,
          "%s names '%s', but there is no such %s%s"
              .formatted(field, id, what, Nearest.question(id, existing, MOST_SUGGESTIONS)));
    }
  }

  private void owners() {
    Map<String, Supplier> suppliers = new LinkedHashMap<>();
    for (Fact fact : facts.facts(Section.SUPPLIERS)) {
      suppliers.putIfAbsent(fact.id(), (Supplier) fact);
    }
    Set<String> reported = new TreeSet<>();
    for (Supplier start : suppliers.values()) {
      Set<String> chain = new LinkedHashSet<>();
      Supplier at = start;
      while (at != null && chain.add(at.id())) {
        String owner = at.ownedBy();
        at = owner == null ? null : suppliers.get(owner);
      }
      if (at != null) {
        List<String> cycle = new ArrayList<>(chain);
        cycle = cycle.subList(cycle.indexOf(at.id()), cycle.size());
        if (reported.add(new TreeSet<>(cycle).toString())) {
          problem(
              at,
              "owned_by",
              "the owners form a circle: %s, %s"
                  .formatted(String.join(", owned by ", cycle), "owned by " + cycle.get(0)));
        }
      }
    }
  }

  private static String place(Fact fact) {
    Provenance provenance = fact.provenance();
    return provenance.inFile()
        ? "%s in line %d".formatted(provenance.path(), provenance.line())
        : fact.section().key();
  }

  private void problem(Fact fact, String field, String message) {
    Provenance provenance = fact.provenance();
    FieldOrigin origin = provenance.fields().get(field);
    String file = provenance.inFile() ? provenance.file() : fact.section().key() + " " + fact.id();
    problems.add(
        origin == null || origin.line() == 0
            ? new Problem(file, provenance.line(), provenance.column(), message)
            : new Problem(file, origin.line(), origin.column(), message));
  }
}
