package eu.policyadvisor.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one list that nothing tells apart: they are equal in all but id, name, source and place,
 * and no other fact mentions them.
 *
 * <p><b>Idea.</b> Whoever exchanges two of them has the same facts. So what holds of the first of
 * them, by id, holds of all, and it is enough to read a few: as many as a rule can look at
 * together. The last of these stands for those that are left out where something is added up; see
 * {@link Provenance#copies}.
 *
 * <p><b>Source.</b> Symmetry reduction, as model checkers do it: Ip and Dill, Better Verification
 * through Symmetry, 1996.
 *
 * <p><b>Data.</b> A map from all that counts of a fact to those that have it. <b>Cost:</b> one look
 * at each field of each fact.
 */
public final class LikeFacts {
  /** So many are read of each group: rules look at no more of one kind at a time. */
  public static final int READ = 4;

  /** The fields that no rule reads of facts that are alike, but for their ids. */
  public static final Set<String> FOR_PEOPLE_ONLY = Set.of("name", "source");

  private static final Set<String> FOR_PEOPLE = Set.of("id", "name", "source", "provenance");

  /** Of facts that all differ. */
  public static final LikeFacts NONE = new LikeFacts(List.of());

  private final List<List<Fact>> groups;
  private final Map<Place, List<Fact>> byPlace = new HashMap<>();

  /** A list and an id in it. */
  private record Place(Section list, String id) {
    static Place of(Fact fact) {
      Fact stated = fact instanceof CountryShare share ? share.of() : fact;
      return new Place(stated.section(), stated.id());
    }
  }

  /** All that counts of a fact. */
  private record Kind(Class<?> type, List<@Nullable Object> values, Map<String, Origin> origins) {}

  /** Where a value comes from, as far as rules and their confidence depend on it. */
  private record Origin(
      FieldOrigin.Kind kind, @Nullable String catalogueEntry, @Nullable ListedRow listedRow) {}

  private LikeFacts(List<List<Fact>> groups) {
    this.groups = List.copyOf(groups);
    for (List<Fact> group : groups) {
      group.forEach(fact -> byPlace.put(Place.of(fact), group));
    }
  }

  /**
   * The groups of more facts than are read of one.
   *
   * @param facts facts that are completed: what a name stands for is a value then
   */
  public static LikeFacts of(FactSet facts) {
    return of(facts, type -> true);
  }

  /**
   * The same for some kinds of facts.
   *
   * @param types whether facts of a type may stand for others
   */
  public static LikeFacts of(FactSet facts, Predicate<Class<?>> types) {
    if (facts.lists().values().stream().noneMatch(list -> list.size() > READ)) {
      return NONE;
    }
    Set<@Nullable String> mentioned = mentioned(facts);
    Map<Kind, List<Fact>> kinds = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      List<Fact> list = types.test(section.kind()) ? facts.facts(section) : List.of();
      for (Fact fact : list) {
        if (!mentioned.contains(fact.id()) && !mentioned.contains(fact.name())) {
          kinds.computeIfAbsent(kind(fact), any -> new ArrayList<>()).add(fact);
        }
      }
    }
    return new LikeFacts(
        kinds.values().stream()
            .filter(group -> group.size() > READ)
            .map(group -> group.stream().sorted(Comparator.comparing(Fact::id)).toList())
            .toList());
  }

  /** All texts that facts hold beside what they are called themselves. */
  private static Set<@Nullable String> mentioned(FactSet facts) {
    Set<@Nullable String> mentioned = new HashSet<>();
    for (Fact fact : facts.all()) {
      Records.byKey((Record) fact)
          .forEach(
              (key, value) -> {
                if (!FOR_PEOPLE.contains(key)) {
                  add(value, mentioned);
                }
              });
    }
    return mentioned;
  }

  private static void add(@Nullable Object value, Set<@Nullable String> texts) {
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> add(each, texts));
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(each -> add(each, texts));
    }
  }

  private static Kind kind(Fact fact) {
    List<@Nullable Object> values = new ArrayList<>();
    Records.byKey((Record) fact)
        .forEach(
            (key, value) -> {
              if (!FOR_PEOPLE.contains(key)) {
                values.add(value);
              }
            });
    Map<String, Origin> origins = new HashMap<>();
    fact.provenance()
        .fields()
        .forEach(
            (key, origin) -> {
              if (!FOR_PEOPLE.contains(key)) {
                origins.put(
                    key, new Origin(origin.kind(), origin.catalogueEntry(), origin.listedRow()));
              }
            });
    return new Kind(fact.getClass(), values, origins);
  }

  /** Whether all facts differ, or are few. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** The groups, each in the order of ids. */
  public List<List<Fact>> groups() {
    return groups;
  }

  /** The first of those that a fact is like; the fact itself where there are none. */
  public Fact first(Fact fact) {
    List<Fact> group = byPlace.get(Place.of(fact));
    return group == null ? fact : group.get(0);
  }

  /** Whether a fact is like others of which another one is the first. */
  public boolean isLater(Fact fact) {
    List<Fact> group = byPlace.get(Place.of(fact));
    return group != null && !Place.of(group.get(0)).equals(Place.of(fact));
  }

  /** How many others a fact is like. */
  public int others(Fact fact) {
    List<Fact> group = byPlace.get(Place.of(fact));
    return group == null ? 0 : group.size() - 1;
  }

  /**
   * A fact set with a few of each group.
   *
   * @param facts the facts as stated, or as completed
   */
  public FactSet few(FactSet facts) {
    Map<Place, Integer> copies = new HashMap<>();
    for (List<Fact> group : groups) {
      for (int i = READ - 1; i < group.size(); i++) {
        copies.put(Place.of(group.get(i)), i == READ - 1 ? group.size() - i : 0);
      }
    }
    FactSet few = facts;
    for (Section section : facts.lists().keySet()) {
      List<Fact> kept = new ArrayList<>();
      for (Fact fact : facts.facts(section)) {
        int times = copies.getOrDefault(Place.of(fact), 1);
        if (times > 0) {
          kept.add(times == 1 ? fact : fact.standingFor(times));
        }
      }
      few = few.with(section, kept);
    }
    return few;
  }
}
