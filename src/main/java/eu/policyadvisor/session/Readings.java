package eu.policyadvisor.session;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules ready to be read, and for which of them a thing in working memory matters. Thread-safe. */
final class Readings {
  private final List<Reading> all;
  private final Criteria.Known criteria;
  private final Map<Class<?>, Readers> byType = new ConcurrentHashMap<>();

  /**
   * Of some rules.
   *
   * @param all in order of id
   * @param criteria what is known of their patterns
   */
  Readings(List<Reading> all, Criteria.Known criteria) {
    this.all = List.copyOf(all);
    this.criteria = criteria;
  }

  /** Those that read things of one type: whatever they are, or those with a text in a component. */
  private record Readers(BitSet any, Map<String, Map<String, BitSet>> byText) {
    void add(Criterion.@Nullable Literal literal, int place) {
      if (literal == null) {
        any.set(place);
      } else {
        Map<String, BitSet> readers =
            byText.computeIfAbsent(literal.component(), component -> new HashMap<>());
        literal.texts().forEach(t -> readers.computeIfAbsent(t, text -> new BitSet()).set(place));
      }
    }
  }

  List<Reading> all() {
    return all;
  }

  /** Whether things of a type are read at all. */
  boolean areRead(Class<?> type) {
    Readers readers = readers(type);
    return !readers.any().isEmpty() || !readers.byText().isEmpty();
  }

  /** Adds the places of those for which it matters that a thing comes or changes. */
  void addReaders(Object thing, BitSet places) {
    Readers readers = readers(thing.getClass());
    places.or(readers.any());
    readers
        .byText()
        .forEach(
            (component, byText) -> {
              Object value = Components.value(thing, component);
              if (value == null) {
                byText.values().forEach(places::or);
                return;
              }
              BitSet having = byText.get(value);
              if (having != null) {
                places.or(having);
              }
            });
  }

  private Readers readers(Class<?> type) {
    Readers known = byType.get(type);
    return known != null ? known : byType.computeIfAbsent(type, this::find);
  }

  private Readers find(Class<?> type) {
    Readers readers = new Readers(new BitSet(), new HashMap<>());
    for (int place = 0; place < all.size(); place++) {
      for (Pattern<?> pattern : all.get(place).patterns()) {
        if (pattern.getPatternVariable().getType().isAssignableFrom(type)) {
          readers.add(criteria.of(pattern).literal(), place);
        }
      }
    }
    return readers;
  }
}
