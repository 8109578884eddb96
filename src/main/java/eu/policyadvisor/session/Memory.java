package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Working memory by type, read without a session. */
final class Memory {

  /** A thing in working memory. */
  static final class Item {
    private final Object object;
    private Awaited awaits;

    private Item(Object object, Awaited awaits) {
      this.object = object;
      this.awaits = awaits;
    }

    Object object() {
      return object;
    }

    /** What must become known for it to be there. */
    Awaited awaits() {
      return awaits;
    }
  }

  /** The things of one type: as they came, and by what they equal. */
  private static final class Things {
    private final List<Item> items = new ArrayList<>();
    private final Map<Object, Item> byObject = new HashMap<>();
    private int version;
  }

  private final Map<Class<?>, Things> byType = new LinkedHashMap<>();

  /** Adds a thing that is there. */
  void add(Object object) {
    add(object, Set.of());
  }

  /** Adds a thing, or says anew what must become known for it to be there. */
  void add(Object object, Set<OpenValue> awaits) {
    Things things = byType.computeIfAbsent(object.getClass(), type -> new Things());
    things.version++;
    Item known = things.byObject.get(object);
    if (known != null) {
      known.awaits = Awaited.of(awaits);
    } else {
      Item item = new Item(object, Awaited.of(awaits));
      things.byObject.put(object, item);
      things.items.add(item);
    }
  }

  /** A number that grows whenever a thing of one of the types comes or changes. */
  int version(Set<Class<?>> types) {
    int version = 0;
    for (Class<?> type : types) {
      version += version(type);
    }
    return version;
  }

  /** A number that grows whenever a thing of a type comes or changes. */
  int version(Class<?> type) {
    Things exact = byType.get(type);
    if (exact != null || type.isRecord()) {
      return exact == null ? 0 : exact.version;
    }
    int version = 0;
    for (Map.Entry<Class<?>, Things> entry : byType.entrySet()) {
      version += type.isAssignableFrom(entry.getKey()) ? entry.getValue().version : 0;
    }
    return version;
  }

  /** What is there of a type, in the order in which it came. */
  List<Item> of(Class<?> type) {
    Things exact = byType.get(type);
    if (exact != null || type.isRecord()) {
      return exact == null ? List.of() : exact.items;
    }
    List<Item> all = new ArrayList<>();
    byType.forEach(
        (stored, things) -> {
          if (type.isAssignableFrom(stored)) {
            all.addAll(things.items);
          }
        });
    return all;
  }
}
