package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are awaited, kept as what they were put together from: most are never looked at, and
 * over many facts the sets would be copied more often than read.
 */
final class Awaited {
  static final Awaited NOTHING = new Awaited(Set.of(), null, null);

  private final Set<OpenValue> values;
  private final @Nullable Awaited one;
  private final @Nullable Awaited other;
  private volatile @Nullable Set<OpenValue> all;

  private Awaited(Set<OpenValue> values, @Nullable Awaited one, @Nullable Awaited other) {
    this.values = values;
    this.one = one;
    this.other = other;
  }

  static Awaited of(OpenValue value) {
    return new Awaited(Set.of(value), null, null);
  }

  static Awaited of(Set<OpenValue> values) {
    return values.isEmpty() ? NOTHING : new Awaited(values, null, null);
  }

  /** What any of these matches awaits. */
  static Awaited by(Collection<Env> matches) {
    Awaited all = NOTHING;
    for (Env match : matches) {
      all = all.and(match.awaited());
    }
    return all;
  }

  Awaited and(Awaited more) {
    if (more.isEmpty() || more == this) {
      return this;
    }
    return isEmpty() ? more : new Awaited(Set.of(), this, more);
  }

  Awaited and(OpenValue more) {
    return and(of(more));
  }

  boolean isEmpty() {
    return this == NOTHING;
  }

  /** All of them, those that came first in front. */
  Set<OpenValue> values() {
    if (one == null) {
      return values;
    }
    Set<OpenValue> known = all;
    if (known == null) {
      known = Collections.unmodifiableSet(joined());
      all = known;
    }
    return known;
  }

  private Set<OpenValue> joined() {
    Set<OpenValue> joined = new LinkedHashSet<>();
    Set<Awaited> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Awaited> waiting = new ArrayDeque<>();
    waiting.push(this);
    while (!waiting.isEmpty()) {
      Awaited next = waiting.pop();
      if (seen.add(next)) {
        joined.addAll(next.values);
        if (next.one != null && next.other != null) {
          waiting.push(next.other);
          waiting.push(next.one);
        }
      }
    }
    return joined;
  }
}
