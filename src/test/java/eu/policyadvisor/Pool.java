package eu.policyadvisor;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The values that fields have in some fact sets, to fill in what is not known in others. */
final class Pool {
  private final Advisor advisor;
  private final Random random;
  private final Map<String, List<Object>> values = new TreeMap<>();

  /** Of the values in these sets. */
  Pool(Advisor advisor, Random random, List<FactSet> sources) {
    this.advisor = advisor;
    this.random = random;
    sources.forEach(set -> set.all().forEach(this::collect));
  }

  private void collect(Fact fact) {
    for (RecordComponent component : fields(fact)) {
      Object value = fact.value(Names.inFile(component.getName()));
      if (value != null && !isReference(component)) {
        List<Object> known = values.computeIfAbsent(key(fact, component), any -> new ArrayList<>());
        if (!known.contains(value)) {
          known.add(value);
        }
      }
    }
  }

  /** The fields that say something about the world, not about the statement. */
  static List<RecordComponent> fields(Fact fact) {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Field.class))
        .filter(
            component ->
                !Set.of("id", "name", "source", "confidence", "asOf").contains(component.getName()))
        .toList();
  }

  private static String key(Fact fact, RecordComponent component) {
    return fact.section().key() + "." + Names.inFile(component.getName());
  }

  private static boolean isReference(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    return field.refersTo() != Section.NONE
        || field.refersToAny()
        || field.party().length > 0
        || !field.catalogue().isEmpty();
  }

  /** With a value in every field that can have one, and every list stated. */
  FactSet filled(FactSet set) {
    FactSet filled = set;
    for (Fact fact : set.all()) {
      for (RecordComponent component : fields(fact)) {
        String field = Names.inFile(component.getName());
        List<Object> possible = values.getOrDefault(key(fact, component), List.of());
        if (fact.value(field) == null && !possible.isEmpty()) {
          Object value = possible.get(random.nextInt(possible.size()));
          FactSet tried =
              new Edit(List.of(new Change.Put(fact.section(), fact.id(), field, value)))
                  .apply(filled);
          filled = advisor.loaded().check(tried).isEmpty() ? tried : filled;
        }
      }
    }
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.putAll(filled.lists());
    for (Section section : Section.values()) {
      if (section != Section.NONE) {
        lists.putIfAbsent(section, List.of());
      }
    }
    return new FactSet(filled.title(), filled.asOf(), filled.subject(), lists, filled.provenance());
  }

  /** Fields that are asked anew. */
  List<Change.Put> blanks(FactSet full, int most) {
    Map<String, Change.Put> known = new LinkedHashMap<>();
    for (Fact fact : full.all()) {
      for (RecordComponent component : fields(fact)) {
        String field = Names.inFile(component.getName());
        boolean open =
            component.getType() == Boolean.class
                || component.getType().isEnum()
                || component.getType() == String.class
                || Number.class.isAssignableFrom(component.getType());
        if (fact.value(field) != null && open && !isReference(component)) {
          known.put(fact.id() + field, new Change.Put(fact.section(), fact.id(), field, null));
        }
      }
    }
    List<Change.Put> all = new ArrayList<>(known.values());
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(most, all.size()));
  }

  /**
   * Every way to fill in fields that are asked anew, what stood there before among them.
   *
   * @param most how many other values each field is tried with
   */
  List<Edit> completions(List<Change.Put> blanks, FactSet full, int most) {
    List<List<Change>> all = List.of(List.of());
    for (Change.Put blank : blanks) {
      Fact fact =
          full.all().stream()
              .filter(each -> each.id().equals(blank.id()))
              .findFirst()
              .orElseThrow();
      Set<Object> possible = new LinkedHashSet<>();
      possible.add(Objects.requireNonNull(fact.value(blank.field())));
      values.getOrDefault(blank.section().key() + "." + blank.field(), List.of()).stream()
          .limit(most)
          .forEach(possible::add);
      List<List<Change>> more = new ArrayList<>();
      for (List<Change> each : all) {
        for (Object value : possible) {
          List<Change> longer = new ArrayList<>(each);
          longer.add(new Change.Put(blank.section(), blank.id(), blank.field(), value));
          more.add(longer);
        }
      }
      all = more;
    }
    return all.stream().map(Edit::new).toList();
  }
}
