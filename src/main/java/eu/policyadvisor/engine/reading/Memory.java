package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Conclusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Working memory by type, read without a session. It may be read by many threads once nothing is
 * added any more.
 */
public final class Memory {

  /** A thing in working memory. */
  public static final class Item {
    private final Object object;
    private Awaited awaits;

    private Item(Object object, Awaited awaits) {
      this.object = object;
      this.awaits = awaits;
    }

    public Object object() {
      return object;
    }

    /** What must become known for it to be there. */
    Awaited awaits() {
      return awaits;
    }
  }

  /** The things of one type: as they came, and, where they may come anew, by what they equal. */
  private static final class Things {
    private final List<Item> items = new ArrayList<>();
    private final Map<Object, Item> byObject = new HashMap<>();
    private final Map<String, Index> indexes = new HashMap<>(2);
    private int changes;

    synchronized Index index(String component) {
      return indexes.computeIfAbsent(component, name -> new Index(name, items));
    }

    synchronized void add(Item item) {
      items.add(item);
      indexes.values().forEach(index -> index.add(item));
    }
  }

  /** The things of one type by the value of a component. */
  private static final class Index {
    private final String component;
    private final Map<Object, List<Item>> byValue = new HashMap<>();
    private boolean whole = true;

    Index(String component, List<Item> items) {
      this.component = component;
      items.forEach(this::add);
    }

    void add(Item item) {
      Object value = Components.value(item.object(), component);
      if (value == null) {
        whole = false;
      } else {
        byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(item);
      }
    }
  }

  private final Map<Class<?>, Things> byType = new LinkedHashMap<>();
  private int version;

  /** Adds a thing that is there. */
  public void add(Object object) {
    add(object, Awaited.NOTHING);
  }

  /** Adds a thing, or says anew what must become known for it to be there. */
  public void add(Object object, Awaited awaits) {
    version++;
    Things things = byType.computeIfAbsent(object.getClass(), type -> new Things());
    boolean mayComeAnew = object instanceof Conclusion || object instanceof StatedList;
    Item known = mayComeAnew ? things.byObject.get(object) : null;
    if (known != null) {
      known.awaits = awaits;
      things.changes++;
    } else {
      Item item = new Item(object, awaits);
      if (mayComeAnew) {
        things.byObject.put(object, item);
      }
      things.add(item);
    }
  }

  /** A number that grows whenever a thing comes or changes. */
  int version() {
    return version;
  }

  /** A number that grows whenever a thing of a type comes or changes. */
  int version(Class<?> type) {
    return of(type).size() + changes(type);
  }

  /** How often it was said anew of a thing of a type what must become known for it. */
  int changes(Class<?> type) {
    int changes = 0;
    for (Things things : things(type)) {
      changes += things.changes;
    }
    return changes;
  }

  /** Whether there is anything of a type of record. */
  boolean has(Class<?> type) {
    return byType.containsKey(type);
  }

  /** What is there of a type, in the order in which it came. */
  public List<Item> of(Class<?> type) {
    List<Things> stored = things(type);
    if (stored.size() == 1) {
      return stored.get(0).items;
    }
    List<Item> all = new ArrayList<>();
    stored.forEach(things -> all.addAll(things.items));
    return all;
  }

  /**
   * What is there of a type of record and has a value in a component, in the order in which it
   * came; null when there are some of which the component is not known.
   */
  public @Nullable List<Item> of(Class<?> type, String component, Object value) {
    Things things = byType.get(type);
    if (things == null) {
      return List.of();
    }
    Index index = things.index(component);
    return index.whole ? index.byValue.getOrDefault(value, List.of()) : null;
  }

  private List<Things> things(Class<?> type) {
    Things exact = byType.get(type);
    if (exact != null || type.isRecord()) {
      return exact == null ? List.of() : List.of(exact);
    }
    List<Things> all = new ArrayList<>();
    byType.forEach(
        (stored, things) -> {
          if (type.isAssignableFrom(stored)) {
            all.add(things);
          }
        });
    return all;
  }
}
