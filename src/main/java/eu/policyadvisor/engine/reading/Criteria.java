package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.FieldsRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Binding;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** What a pattern asks, taken apart once. Thread-safe. */
public final class Criteria {
  private final Pattern<?> pattern;
  private final List<Criterion> all = new ArrayList<>();
  private final List<Criterion> alone = new ArrayList<>();
  private final List<Criterion> joining = new ArrayList<>();
  private final List<Taken> bindings = new ArrayList<>();
  private final Criterion.@Nullable Literal literal;

  /**
   * A variable that is bound to something taken from the object.
   *
   * @param binding takes it
   * @param component the component it is; null when it is none
   */
  record Taken(Binding binding, @Nullable String component) {}

  private Criteria(Pattern<?> pattern) {
    this.pattern = pattern;
    for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
      Criterion criterion = new Criterion(constraint, pattern.getPatternVariable());
      all.add(criterion);
      (criterion.alone() ? alone : joining).add(criterion);
    }
    this.literal =
        alone.stream()
            .map(Criterion::literal)
            .filter(Objects::nonNull)
            .filter(each -> Components.has(type(), each.component()))
            .findFirst()
            .orElse(null);
    for (Binding binding : pattern.getBindings()) {
      bindings.add(new Taken(binding, Bound.component(binding)));
    }
  }

  public Variable<?> variable() {
    return pattern.getPatternVariable();
  }

  public Class<?> type() {
    return pattern.getPatternVariable().getType();
  }

  List<Criterion> all() {
    return all;
  }

  /** What is asked of the object alone. */
  public List<Criterion> alone() {
    return alone;
  }

  /** What is asked of it together with other objects or totals. */
  List<Criterion> joining() {
    return joining;
  }

  /** What texts a component of the object has to be one of; null when there are none. */
  Criterion.@Nullable Literal literal() {
    return literal;
  }

  List<Taken> bindings() {
    return bindings;
  }

  /**
   * Those of the patterns that were read, each made when it is first asked for. Thread-safe.
   *
   * <p>By the pattern as this very object: what compiled conditions mean by equal says less.
   */
  public static final class Known {
    private final Map<Same, Criteria> own = new ConcurrentHashMap<>();
    private final @Nullable Known before;

    public Known() {
      this(null);
    }

    /** With those that are known elsewhere; what is new stays here. */
    public Known(@Nullable Known before) {
      this.before = before;
    }

    private record Same(Pattern<?> pattern) {
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Same same && same.pattern == pattern;
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(pattern);
      }
    }

    public Criteria of(Pattern<?> pattern) {
      Same key = new Same(pattern);
      Criteria known = before == null ? null : before.own.get(key);
      return known != null ? known : own.computeIfAbsent(key, any -> new Criteria(pattern));
    }
  }
}
