package eu.policyadvisor.compare;

import eu.policyadvisor.compare.FactDifference.Kind;
import eu.policyadvisor.compare.FactDifference.Spot;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two fact sets as they are stated, and the first with some of it applied. */
final class FactDifferences {
  private final FactSet before;
  private final FactSet after;
  private final LocalDate dayBefore;
  private final LocalDate dayAfter;
  private final List<FactDifference> all = new ArrayList<>();

  FactDifferences(FactSet before, FactSet after, LocalDate dayBefore, LocalDate dayAfter) {
    this.before = before;
    this.after = after;
    this.dayBefore = dayBefore;
    this.dayAfter = dayAfter;
    if (!dayBefore.equals(dayAfter)) {
      all.add(
          new FactDifference(
              Kind.DATE,
              Section.NONE,
              "",
              "",
              date(before, dayBefore),
              date(after, dayAfter),
              List.of()));
    }
    confirmations();
    fields(before.subject(), after.subject());
    for (Section section : Section.values()) {
      if (section != Section.NONE) {
        list(section);
      }
    }
    all.replaceAll(this::linked);
  }

  /** One difference for each instrument of which not the same is confirmed. */
  private void confirmations() {
    Stream.of(before, after)
        .flatMap(facts -> facts.confirmations().stream())
        .map(Confirmation::instrument)
        .distinct()
        .filter(id -> !words(before, id).equals(words(after, id)))
        .map(
            id ->
                new FactDifference(
                    Kind.CONFIRMATION,
                    Section.NONE,
                    id,
                    "",
                    confirmed(before, id),
                    confirmed(after, id),
                    List.of()))
        .forEach(all::add);
  }

  private static Stream<Confirmation> confirmations(FactSet facts, String instrument) {
    return facts.confirmations().stream().filter(each -> each.instrument().equals(instrument));
  }

  private static List<String> words(FactSet facts, String instrument) {
    return confirmations(facts, instrument)
        .map(
            each ->
                Names.inFile(each.status())
                    + (each.until() == null ? "" : " until " + each.until())
                    + ", "
                    + each.words())
        .toList();
  }

  private static Spot confirmed(FactSet facts, String instrument) {
    return confirmations(facts, instrument)
        .findFirst()
        .map(Confirmation::provenance)
        .map(
            at ->
                new Spot(
                    at.file(), at.line(), at.column(), String.join("; ", words(facts, instrument))))
        .orElse(nowhere(facts));
  }

  /** The confirmations of the first fact set, with those differences made. */
  private List<Confirmation> confirmations(Collection<FactDifference> some) {
    Set<String> changed = new LinkedHashSet<>();
    some.stream()
        .filter(each -> each.kind() == Kind.CONFIRMATION)
        .forEach(each -> changed.add(each.id()));
    return Stream.concat(
            before.confirmations().stream().filter(each -> !changed.contains(each.instrument())),
            after.confirmations().stream().filter(each -> changed.contains(each.instrument())))
        .toList();
  }

  /** Names what a difference cannot do without: facts that it refers to, or that refer to it. */
  private FactDifference linked(FactDifference each) {
    Set<String> with = new LinkedHashSet<>();
    if (each.kind() == Kind.ONLY_BEFORE) {
      for (Fact fact : before.all()) {
        for (String field : references(fact)) {
          if (ids(fact, field).contains(each.id())) {
            with.addAll(paths(Kind.ONLY_BEFORE, fact.section(), Aspect.id(fact), ""));
            with.addAll(paths(Kind.FIELD, fact.section(), Aspect.id(fact), field));
          }
        }
      }
    } else if (each.kind() == Kind.ONLY_AFTER || each.kind() == Kind.FIELD) {
      for (Fact fact : after.all()) {
        if (fact.section() == each.section() && Aspect.id(fact).equals(each.id())) {
          for (String field : references(fact)) {
            if (each.kind() == Kind.ONLY_AFTER || field.equals(each.field())) {
              ids(fact, field).forEach(id -> with.addAll(added(id)));
            }
          }
        }
      }
    }
    with.remove(each.path());
    return with.isEmpty()
        ? each
        : new FactDifference(
            each.kind(),
            each.section(),
            each.id(),
            each.field(),
            each.before(),
            each.after(),
            List.copyOf(with));
  }

  /** The fields that name other facts, by the names they have in a fact file. */
  private static List<String> references(Fact fact) {
    return Stream.of(fact.getClass().getRecordComponents())
        .filter(
            component -> {
              Field rule = component.getAnnotation(Field.class);
              return rule != null && (rule.refersToAny() || rule.refersTo() != Section.NONE);
            })
        .map(component -> Names.inFile(component.getName()))
        .toList();
  }

  /** The ids that stand in a field. */
  private static List<String> ids(Fact fact, String field) {
    Object value = fact.value(field);
    if (value instanceof Collection<?> ids) {
      return ids.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }

  private List<String> added(String id) {
    return all.stream()
        .filter(each -> each.kind() == Kind.ONLY_AFTER && each.id().equals(id))
        .map(FactDifference::path)
        .toList();
  }

  private List<String> paths(Kind kind, Section section, String id, String field) {
    return all.stream()
        .filter(each -> each.kind() == kind && each.section() == section)
        .filter(each -> each.id().equals(id) && each.field().equals(field))
        .map(FactDifference::path)
        .toList();
  }

  /** Some differences with all that they cannot do without. */
  Set<Integer> closed(Set<Integer> some) {
    Set<Integer> closed = new TreeSet<>(some);
    Deque<Integer> open = new ArrayDeque<>(some);
    while (!open.isEmpty()) {
      List<String> with = all.get(open.remove()).with();
      for (int i = 0; i < all.size(); i++) {
        if (with.contains(all.get(i).path()) && closed.add(i)) {
          open.add(i);
        }
      }
    }
    return closed;
  }

  /** All differences, in the order of the lists. */
  List<FactDifference> all() {
    return List.copyOf(all);
  }

  private static Spot date(FactSet facts, LocalDate day) {
    FieldOrigin origin = facts.provenance().fields().get("as_of");
    return new Spot(
        facts.provenance().file(),
        origin == null ? 0 : origin.line(),
        origin == null ? 0 : origin.column(),
        day.toString());
  }

  private void list(Section section) {
    FieldOrigin said = before.provenance().fields().get(section.key());
    FieldOrigin says = after.provenance().fields().get(section.key());
    if (before.states(section) != after.states(section) || isUnknown(said) != isUnknown(says)) {
      all.add(
          new FactDifference(
              Kind.LIST, section, "", "", spot(before, section), spot(after, section), List.of()));
    }
    Map<String, Fact> was = byId(before, section);
    Map<String, Fact> is = byId(after, section);
    was.forEach(
        (id, fact) -> {
          Fact other = is.get(id);
          if (other == null) {
            all.add(
                new FactDifference(
                    Kind.ONLY_BEFORE, section, id, "", spot(fact), nowhere(after), List.of()));
          } else {
            fields(fact, other);
          }
        });
    is.forEach(
        (id, fact) -> {
          if (!was.containsKey(id)) {
            all.add(
                new FactDifference(
                    Kind.ONLY_AFTER, section, id, "", nowhere(before), spot(fact), List.of()));
          }
        });
  }

  private static boolean isUnknown(@Nullable FieldOrigin origin) {
    return origin != null && origin.kind() == FieldOrigin.Kind.UNKNOWN;
  }

  private static Map<String, Fact> byId(FactSet facts, Section section) {
    Map<String, Fact> byId = new LinkedHashMap<>();
    facts.facts(section).forEach(fact -> byId.put(fact.id(), fact));
    return byId;
  }

  private void fields(Fact was, Fact is) {
    for (RecordComponent component : was.getClass().getRecordComponents()) {
      String field = Names.inFile(component.getName());
      if (component.getType() == Provenance.class || field.equals("id")) {
        continue;
      }
      FieldOrigin said = was.provenance().fields().get(field);
      FieldOrigin says = is.provenance().fields().get(field);
      if (!Objects.equals(was.value(field), is.value(field))
          || (was.value(field) == null && isUnknown(said) != isUnknown(says))) {
        all.add(
            new FactDifference(
                Kind.FIELD,
                was.section(),
                Aspect.id(was),
                field,
                spot(was, field, said),
                spot(is, field, says),
                List.of()));
      }
    }
  }

  private static Spot spot(Fact fact, String field, @Nullable FieldOrigin origin) {
    Object value = fact.value(field);
    String text =
        value != null
            ? FieldOrigin.shown(origin, value)
            : origin == null || origin.text().isEmpty() ? null : origin.text();
    return origin == null || origin.line() == 0
        ? new Spot(
            fact.provenance().file(), fact.provenance().line(), fact.provenance().column(), text)
        : new Spot(fact.provenance().file(), origin.line(), origin.column(), text);
  }

  private static Spot spot(Fact fact) {
    return new Spot(
        fact.provenance().file(),
        fact.provenance().line(),
        fact.provenance().column(),
        fact.label());
  }

  private static Spot spot(FactSet facts, Section section) {
    FieldOrigin origin = facts.provenance().fields().get(section.key());
    String text =
        isUnknown(origin)
            ? "unknown"
            : !facts.states(section)
                ? null
                : facts.facts(section).isEmpty() ? "[]" : facts.facts(section).size() + " stated";
    Fact first = facts.facts(section).isEmpty() ? null : facts.facts(section).get(0);
    int line = origin != null ? origin.line() : first != null ? first.provenance().line() : 0;
    int column = origin != null ? origin.column() : first != null ? first.provenance().column() : 0;
    return new Spot(facts.provenance().file(), line, column, text);
  }

  private static Spot nowhere(FactSet facts) {
    return new Spot(facts.provenance().file(), 0, 0, null);
  }

  /** The date after some of the differences. */
  LocalDate day(Collection<FactDifference> some) {
    return some.stream().anyMatch(each -> each.kind() == Kind.DATE) ? dayAfter : dayBefore;
  }

  /** The first fact set with some of the differences made as the second has it. */
  FactSet with(Collection<FactDifference> some) {
    Subject subject = (Subject) changed(before.subject(), after.subject(), some);
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    Map<String, FieldOrigin> origins = new HashMap<>(before.provenance().fields());
    for (Section section : Section.values()) {
      if (section == Section.NONE) {
        continue;
      }
      List<Fact> facts = facts(section, some);
      boolean otherwise =
          some.stream().anyMatch(each -> each.kind() == Kind.LIST && each.section() == section);
      if (otherwise) {
        FieldOrigin origin = after.provenance().fields().get(section.key());
        if (origin == null) {
          origins.remove(section.key());
        } else {
          origins.put(section.key(), origin);
        }
      }
      if (!facts.isEmpty() || (otherwise ? after : before).states(section)) {
        lists.put(section, facts);
      }
    }
    Provenance stands = before.provenance();
    return FactSetBuilder.builder(before)
        .subject(subject)
        .lists(lists)
        .provenance(
            new Provenance(stands.file(), stands.path(), stands.line(), stands.column(), origins))
        .derived(List.of())
        .confirmations(confirmations(some))
        .build();
  }

  private List<Fact> facts(Section section, Collection<FactDifference> some) {
    Map<String, Fact> is = byId(after, section);
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : before.facts(section)) {
      Fact other = is.get(fact.id());
      if (other != null) {
        facts.add(changed(fact, other, some));
      } else if (!some.contains(find(Kind.ONLY_BEFORE, section, fact.id()))) {
        facts.add(fact);
      }
    }
    Map<String, Fact> was = byId(before, section);
    for (Fact fact : after.facts(section)) {
      if (!was.containsKey(fact.id()) && some.contains(find(Kind.ONLY_AFTER, section, fact.id()))) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private FactDifference find(Kind kind, Section section, String id) {
    return all.stream()
        .filter(each -> each.kind() == kind && each.section() == section && each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Fact changed(Fact fact, Fact other, Collection<FactDifference> some) {
    Fact changed = fact;
    for (FactDifference each : some) {
      if (each.kind() == Kind.FIELD
          && each.section() == fact.section()
          && each.id().equals(Aspect.id(fact))) {
        changed = changed.withFieldOf(other, each.field());
      }
    }
    return changed;
  }
}
