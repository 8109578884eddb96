package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.NamedParty;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.rule.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the facts of a set say about each other, about the catalogue and about shares.
 *
 * <p>Works on any fact set, read from a file or built in Java.
 */
public final class FactCheck {
  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** States and bodies above them: nobody is two of these. */
  private static final Set<SubjectType> ALONE =
      EnumSet.of(
          SubjectType.MEMBER_STATE,
          SubjectType.THIRD_COUNTRY_STATE,
          SubjectType.UNION,
          SubjectType.INTERNATIONAL_ORGANISATION,
          SubjectType.COMPANY);

  private static final Set<SubjectType> AUTHORITIES =
      EnumSet.of(
          SubjectType.DATA_PROTECTION_AUTHORITY,
          SubjectType.COURT,
          SubjectType.CONSUMER_AUTHORITY,
          SubjectType.COMPETITION_AUTHORITY,
          SubjectType.MARKET_AUTHORITY,
          SubjectType.EU_INSTITUTION);

  private final FactSet set;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Map<String, Fact> byId = new LinkedHashMap<>();
  private final Map<Section, Set<String>> idsOf = new EnumMap<>(Section.class);

  private FactCheck(FactSet set, Catalogue catalogue) {
    this.set = set;
    this.catalogue = catalogue;
    this.problems = new Problems(set.provenance().file());
  }

  /**
   * Checks a fact set.
   *
   * @return what is wrong, in order of place; empty when nothing is
   */
  public static List<Problem> check(FactSet set, Catalogue catalogue) {
    FactCheck check = new FactCheck(set, catalogue);
    check.ids();
    check.date("as_of", set.asOf(), set.provenance(), "fact set");
    for (Fact fact : set.all()) {
      if (check.problems.full()) {
        break;
      }
      check.fact(fact);
    }
    check.owners();
    check.types();
    check.parties();
    check.problems.addAll(ConfirmationReader.check(set.confirmations(), catalogue));
    return check.problems.sorted();
  }

  /**
   * What should be looked at though nothing is wrong: values that no vocabulary knows, so that
   * rules about materials or sectors pass them over.
   *
   * @return in order of place; empty when there is nothing
   */
  public static List<Problem> doubtful(FactSet set, Catalogue catalogue) {
    FactCheck check = new FactCheck(set, catalogue);
    catalogue.vocabularies().forEach(check::unknownTerms);
    check.targets();
    return check.problems.sorted();
  }

  private void unknownTerms(Vocabulary vocabulary) {
    for (Fact fact : set.all()) {
      String field = vocabulary.fieldIn(fact.section());
      if (field != null && fact.value(field) instanceof String text && !vocabulary.knows(text)) {
        problems.add(
            problem(
                fact,
                field,
                "%s '%s' names none of the %s that rules/vocabularies know; rules pass it over%s"
                    .formatted(
                        field,
                        Plain.quoted(text),
                        vocabulary.name(),
                        Suggestion.question(text, vocabulary.spellings(), 2))));
      }
    }
  }

  private void ids() {
    for (Fact fact : set.all()) {
      Fact first = byId.putIfAbsent(fact.id(), fact);
      if (first != null) {
        problems.add(
            problem(
                fact,
                "id",
                "id '%s' stands twice; %s has it too"
                    .formatted(Plain.quoted(fact.id()), place(first))));
      }
    }
  }

  private static String place(Fact fact) {
    Provenance provenance = fact.provenance();
    return provenance.inFile() ? provenance.path() + " in line " + provenance.line() : where(fact);
  }

  private void fact(Fact fact) {
    for (Component component : Component.of(fact.getClass())) {
      Object value = component.of((Record) fact);
      Field rule = component.rule();
      if (value == null || rule == null) {
        continue;
      }
      String message = Values.problem(component, value);
      if (!message.isEmpty()) {
        problems.add(problem(fact, component.key(), message));
      } else if (!rule.catalogue().isEmpty()) {
        catalogued(fact, component.key(), rule.catalogue(), value.toString());
      } else if (rule.refersToAny()) {
        any(fact, component.key(), value.toString());
      } else if (rule.refersTo() != Section.NONE) {
        reference(fact, component.key(), rule.refersTo(), value.toString());
      } else if (component.key().equals("as_of")) {
        date(component.key(), (LocalDate) value, fact.provenance(), where(fact));
      }
    }
  }

  private void catalogued(Fact fact, String key, String part, String id) {
    Set<String> ids = catalogue.ids(part);
    if (!ids.contains(id)) {
      problems.add(
          problem(
              fact,
              key,
              "%s '%s' is not among the %s of the catalogue%s"
                  .formatted(key, Plain.quoted(id), part, Suggestion.question(id, ids, 3))));
    }
  }

  private void any(Fact fact, String key, String id) {
    Fact target = byId.get(id);
    if (target == null && byId.values().stream().anyMatch(FactReader::isNameless)) {
      return;
    } else if (target == null || target.section() == Section.NONE) {
      Collection<String> ids =
          byId.values().stream()
              .filter(each -> each.section() != Section.NONE)
              .map(Fact::id)
              .toList();
      problems.add(
          problem(
              fact,
              key,
              "%s names '%s', which is the id of no fact%s"
                  .formatted(key, Plain.quoted(id), Suggestion.question(id, ids, 3))));
    }
  }

  private void reference(Fact fact, String key, Section section, String id) {
    Set<String> ids =
        idsOf.computeIfAbsent(
            section,
            any ->
                set.facts(section).stream()
                    .map(Fact::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
    if (ids.contains(id) || set.facts(section).stream().anyMatch(FactReader::isNameless)) {
      return;
    }
    Fact other = byId.get(id);
    problems.add(
        problem(
            fact,
            key,
            "%s names '%s', which is not among the %s%s"
                .formatted(
                    key,
                    Plain.quoted(id),
                    words(section),
                    other == null
                        ? Suggestion.question(id, ids, 3)
                        : " but "
                            + (other.section() == Section.NONE ? "the " : "among the ")
                            + words(other.section()))));
  }

  private static String words(Section section) {
    return section.key().replace('_', ' ');
  }

  /** Kinds of actor of which one subject can be one only. */
  private void types() {
    List<SubjectType> types = set.subject().type();
    if (types == null) {
      return;
    }
    List<SubjectType> states = types.stream().filter(ALONE::contains).toList();
    List<SubjectType> authorities = types.stream().filter(AUTHORITIES::contains).toList();
    List<SubjectType> exclude = new ArrayList<>(states.size() > 1 ? states : List.of());
    if (types.contains(SubjectType.COMPANY) && !authorities.isEmpty()) {
      exclude.add(SubjectType.COMPANY);
      exclude.addAll(authorities);
    }
    if (!exclude.isEmpty()) {
      problems.add(
          problem(
              set.subject(),
              "type",
              "one subject cannot be %s; keep one of them"
                  .formatted(
                      Names.list(exclude.stream().map(Names::inFile).distinct().toList(), "and"))));
    }
  }

  /** Names of parties that may be meant for more than one. */
  private void parties() {
    List<Fact> naming =
        set.all().stream().filter(fact -> NamedParty.in(fact).findAny().isPresent()).toList();
    if (naming.isEmpty()) {
      return;
    }
    PartyNames names = PartyNames.of(catalogue);
    Map<String, Set<String>> own = new HashMap<>();
    for (Fact party : set.facts(Section.PARTIES)) {
      String name = party.name();
      if (name != null && !FactReader.isNameless(party)) {
        own.computeIfAbsent(PartyNames.key(name), any -> new TreeSet<>()).add(party.id());
      }
    }
    naming.stream()
        .flatMap(NamedParty::in)
        .filter(
            named ->
                !set.facts(Section.PARTIES).stream().anyMatch(p -> p.id().equals(named.name())))
        .forEach(
            named -> {
              Set<String> here = own.getOrDefault(PartyNames.key(named.name()), Set.of());
              List<String> called = here.isEmpty() ? names.called(named.name()) : List.copyOf(here);
              if (called.size() > 1) {
                problems.add(
                    problem(
                        named.by(),
                        named.field(),
                        "%s '%s' may be %s; write the id of the one that is meant"
                            .formatted(
                                named.field(),
                                Plain.quoted(named.name()),
                                Names.list(
                                    called.stream()
                                        .map(id -> "'" + Plain.quoted(id) + "'")
                                        .toList(),
                                    "or"))));
              }
            });
  }

  /** Targets of measures that name nothing known: items have no list of their own. */
  private void targets() {
    for (Fact fact : set.facts(Section.POLICY_EVENTS)) {
      List<String> target = ((PolicyEvent) fact).target();
      if (target == null) {
        continue;
      }
      PartyNames names = PartyNames.of(catalogue);
      for (String each : target) {
        if (!isKnownTarget(each, names)) {
          Set<String> near = new TreeSet<>(names.all());
          near.addAll(Countries.names());
          problems.add(
              problem(
                  fact,
                  "target",
                  "target '%s' names no country, party, material or sector that is known%s"
                      .formatted(Plain.quoted(each), Suggestion.question(each, near, 2))));
        }
      }
    }
  }

  private boolean isKnownTarget(String target, PartyNames names) {
    return PolicyEvent.EVERYBODY.equals(target)
        || !Countries.namedIn(target).isEmpty()
        || !names.namedIn(target).isEmpty()
        || set.all().stream().anyMatch(fact -> target.equals(fact.id()))
        || set.facts(Section.PARTIES).stream().anyMatch(party -> target.equals(party.name()))
        || catalogue.vocabularies().stream().anyMatch(vocabulary -> vocabulary.knows(target));
  }

  private void owners() {
    Map<String, Party> parties = new LinkedHashMap<>();
    for (Fact fact : set.facts(Section.PARTIES)) {
      parties.putIfAbsent(fact.id(), (Party) fact);
    }
    Set<String> done = new HashSet<>();
    for (Party start : parties.values()) {
      List<String> chain = new ArrayList<>();
      Party at = start;
      while (at != null && done.add(at.id())) {
        chain.add(at.id());
        String owner = at.ownedBy();
        at = owner == null ? null : parties.get(owner);
      }
      if (at != null && chain.contains(at.id())) {
        List<String> cycle = chain.subList(chain.indexOf(at.id()), chain.size());
        problems.add(problem(at, "owned_by", "owners form a cycle: " + cycle(cycle)));
      }
    }
  }

  private static String cycle(List<String> ids) {
    return String.join(
        " is owned by ",
        Stream.concat(ids.stream(), Stream.of(ids.get(0)))
            .map(id -> "'" + Plain.quoted(id) + "'")
            .toList());
  }

  private void date(String key, @Nullable LocalDate day, Provenance provenance, String where) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
      problems.add(
          problem(
              provenance,
              key,
              where,
              "%s is %s; it must be between %s and %s".formatted(key, day, EARLIEST, LATEST)));
    }
  }

  /**
   * What is said of a field of a fact, where it stands.
   *
   * @param key the field, by the name it has in a fact file
   */
  public static Problem problem(Fact fact, String key, String message) {
    return problem(fact.provenance(), key, where(fact), message);
  }

  private static Problem problem(Provenance provenance, String key, String where, String message) {
    if (!provenance.inFile()) {
      return Problem.of(where, message);
    }
    FieldOrigin origin = provenance.fields().get(key);
    return origin == null || origin.line() == 0
        ? new Problem(provenance.file(), provenance.line(), provenance.column(), message)
        : new Problem(provenance.file(), origin.line(), origin.column(), message);
  }

  /** Names a fact that stands in no file. */
  private static String where(Fact fact) {
    return fact.section().key() + "/" + Plain.quoted(fact.id());
  }
}
