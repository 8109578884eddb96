package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Working memory by type, read without a session. */
final class Memory {

  /**
   * A thing in working memory.
   *
   * @param object the thing
   * @param awaits what must become known for it to be there
   */
  record Item(Object object, Set<OpenValue> awaits) {}

  private final Map<Class<?>, Map<Object, Item>> byType = new LinkedHashMap<>();

  private final Map<Class<?>, Integer> versions = new LinkedHashMap<>();

  /** Adds a thing, or says anew what must become known for it to be there. */
  void add(Object object, Set<OpenValue> awaits) {
    versions.merge(object.getClass(), 1, Integer::sum);
    byType
        .computeIfAbsent(object.getClass(), type -> new LinkedHashMap<>())
        .put(object, new Item(object, awaits));
  }

  /** A number that grows whenever a thing of one of the types comes or changes. */
  int version(Set<Class<?>> types) {
    int version = 0;
    for (Class<?> type : types) {
      if (type.isRecord()) {
        version += versions.getOrDefault(type, 0);
      } else {
        for (Map.Entry<Class<?>, Integer> entry : versions.entrySet()) {
          version += type.isAssignableFrom(entry.getKey()) ? entry.getValue() : 0;
        }
      }
    }
    return version;
  }

  /** What is there of a type, in the order in which it came. */
  List<Item> of(Class<?> type) {
    Map<Object, Item> exact = byType.get(type);
    if (exact != null || type.isRecord()) {
      return exact == null ? List.of() : List.copyOf(exact.values());
    }
    List<Item> all = new ArrayList<>();
    byType.forEach(
        (stored, items) -> {
          if (type.isAssignableFrom(stored)) {
            all.addAll(items.values());
          }
        });
    return all;
  }
}
