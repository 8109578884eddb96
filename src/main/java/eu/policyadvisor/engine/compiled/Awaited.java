package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.advice.OpenValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are awaited, kept as what they were put together from: most are never looked at, and
 * over many facts the sets would be copied more often than read.
 */
public final class Awaited {
  public static final Awaited NOTHING = new Awaited(List.of(), null, null);

  /** Up to so many are compared one by one; more are hashed. */
  private static final int FEW = 8;

  private final List<OpenValue> values;
  private final @Nullable Awaited one;
  private final @Nullable Awaited other;

  /** How many there are at most, those that occur twice counted twice. */
  private final int most;

  private volatile @Nullable List<OpenValue> all;
  private volatile @Nullable List<OpenValue> sorted;

  private Awaited(List<OpenValue> values, @Nullable Awaited one, @Nullable Awaited other) {
    this.values = values;
    this.one = one;
    this.other = other;
    this.most =
        one == null || other == null
            ? values.size()
            : Math.min(one.most, FEW) + Math.min(other.most, FEW);
  }

  public static Awaited of(OpenValue value) {
    return new Awaited(List.of(value), null, null);
  }

  /** What any of these matches awaits. */
  public static Awaited by(Collection<Bindings> matches) {
    Awaited all = NOTHING;
    for (Bindings match : matches) {
      all = all.and(match.awaited());
    }
    // Whatever rests on all of them shares what is worked out here.
    all.all();
    return all;
  }

  public Awaited and(Awaited more) {
    if (more.isEmpty() || more == this) {
      return this;
    }
    return isEmpty() ? more : new Awaited(List.of(), this, more);
  }

  public Awaited and(OpenValue more) {
    return and(of(more));
  }

  public boolean isEmpty() {
    return this == NOTHING;
  }

  /** All of them, each once, those that came first in front. */
  public List<OpenValue> all() {
    List<OpenValue> known = known();
    if (known == null) {
      known = Collections.unmodifiableList(most <= FEW ? few() : joined());
      all = known;
    }
    return known;
  }

  /** All of them, those that came first in front. */
  Set<OpenValue> values() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(all()));
  }

  /** The same number of values: those that come first in the order of values are less. */
  public int compareInOrder(Awaited to) {
    List<OpenValue> ones = sorted();
    List<OpenValue> others = to.sorted();
    for (int i = 0; i < ones.size(); i++) {
      int order = ones.get(i).compareTo(others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private List<OpenValue> sorted() {
    List<OpenValue> known = sorted;
    if (known == null) {
      known = all();
      if (known.size() > 1) {
        known = new ArrayList<>(known);
        Collections.sort(known);
      }
      sorted = known;
    }
    return known;
  }

  private List<OpenValue> few() {
    List<OpenValue> few = new ArrayList<>(most);
    addTo(few);
    return few;
  }

  private void addTo(List<OpenValue> few) {
    List<OpenValue> known = known();
    if (known != null) {
      for (OpenValue value : known) {
        if (!contains(few, value)) {
          few.add(value);
        }
      }
    } else if (one != null && other != null) {
      one.addTo(few);
      other.addTo(few);
    }
  }

  private @Nullable List<OpenValue> known() {
    return one == null ? values : all;
  }

  /** Facts are long: whether they are equal is asked only of those that have the same id. */
  private static boolean contains(List<OpenValue> few, OpenValue value) {
    for (OpenValue each : few) {
      if (each.hashCode() == value.hashCode() && each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable List<OpenValue> atHand() {
    return most <= FEW ? all() : known();
  }

  private List<OpenValue> joined() {
    List<OpenValue> ones = one == null ? null : one.atHand();
    List<OpenValue> others = other == null ? null : other.atHand();
    if (ones != null && others != null && Math.min(ones.size(), others.size()) <= FEW) {
      // Many await much the same, and each something more.
      List<OpenValue> joined = new ArrayList<>(ones.size() + others.size());
      joined.addAll(ones);
      for (OpenValue value : others) {
        if (!contains(ones, value)) {
          joined.add(value);
        }
      }
      return joined;
    }
    Union union = new Union();
    union.add(this);
    return new ArrayList<>(union.values());
  }

  /** What many await, of whom most share most of it. */
  public static final class Union {
    private final Set<OpenValue> values = new LinkedHashSet<>();
    private final Set<Awaited> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Looks at each part once, whoever it belongs to. */
    public void add(Awaited more) {
      Deque<Awaited> waiting = new ArrayDeque<>();
      waiting.push(more);
      while (!waiting.isEmpty()) {
        Awaited next = waiting.pop();
        List<OpenValue> known = next.known();
        boolean isNew = seen.add(next);
        if (isNew && known != null) {
          values.addAll(known);
        } else if (isNew && next.one != null && next.other != null) {
          waiting.push(next.other);
          waiting.push(next.one);
        }
      }
    }

    public Set<OpenValue> values() {
      return values;
    }
  }
}
