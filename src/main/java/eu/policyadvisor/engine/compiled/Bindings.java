package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.advice.OpenValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a rule stand for while its conditions are read, the last binding first, and
 * the values that must become known for it to hold.
 *
 * <p>A chain of bindings, because a rule is read with many facts in turn and has few variables.
 */
public final class Bindings {
  public static final Bindings EMPTY =
      new Bindings(null, null, null, Awaited.NOTHING, null, null, Awaited.NOTHING);

  private final @Nullable Bindings before;
  private final @Nullable Variable<?> variable;
  private final @Nullable Object value;
  private final Awaited waiting;
  private final @Nullable Object source;
  private final @Nullable String component;
  private final Awaited awaits;

  private Bindings(
      @Nullable Bindings before,
      @Nullable Variable<?> variable,
      @Nullable Object value,
      Awaited waiting,
      @Nullable Object source,
      @Nullable String component,
      Awaited awaits) {
    this.before = before;
    this.variable = variable;
    this.value = value;
    this.waiting = waiting;
    this.source = source;
    this.component = component;
    this.awaits = awaits;
  }

  /** With a variable more, which stands for an object of working memory or a value. */
  public Bindings bind(Variable<?> to, @Nullable Object object) {
    return new Bindings(this, to, object, Awaited.NOTHING, null, null, awaits);
  }

  /** With a variable more, which stands for an object of which it awaits something. */
  public Bindings bind(Variable<?> to, Object object, Awaited more) {
    return new Bindings(this, to, object, Awaited.NOTHING, null, null, awaits.and(more));
  }

  /** With a variable more, which stands for a component of an object. */
  public Bindings bind(
      Variable<?> to,
      @Nullable Object object,
      Awaited waitsFor,
      Object of,
      @Nullable String named) {
    return new Bindings(this, to, object, waitsFor, of, named, awaits);
  }

  /** The same, waiting for nothing yet: what is found inside is told apart from outside. */
  public Bindings inside() {
    return new Bindings(before, variable, value, waiting, source, component, Awaited.NOTHING);
  }

  public Bindings await(Awaited more) {
    Awaited all = awaits.and(more);
    return all == awaits
        ? this
        : new Bindings(before, variable, value, waiting, source, component, all);
  }

  /** The values that must become known. */
  public Set<OpenValue> awaits() {
    return awaits.values();
  }

  public Awaited awaited() {
    return awaits;
  }

  /** Whether it waits for nothing. */
  public boolean isCertain() {
    return awaits.isEmpty();
  }

  /** Whether the variable is bound, be it to a value that is not known. */
  public boolean binds(Variable<?> wanted) {
    return binding(wanted) != null;
  }

  public @Nullable Object value(Variable<?> of) {
    Bindings binding = binding(of);
    return binding == null ? null : binding.value;
  }

  public @Nullable Object value(String name) {
    Bindings binding = binding(name);
    return binding == null ? null : binding.value;
  }

  /** What must become known for the variable to have a value; empty when it has one. */
  public Awaited waiting(Variable<?> of) {
    Bindings binding = binding(of);
    return binding == null ? Awaited.NOTHING : binding.waiting;
  }

  /** The object that the value of a variable is a component of; null when it is none. */
  public @Nullable Object source(Variable<?> of) {
    Bindings binding = binding(of);
    return binding == null ? null : binding.source;
  }

  public @Nullable Object source(String name) {
    Bindings binding = binding(name);
    return binding == null ? null : binding.source;
  }

  /** The component of {@link #source} that a variable stands for. */
  public @Nullable String component(Variable<?> of) {
    Bindings binding = binding(of);
    return binding == null ? null : binding.component;
  }

  /** The objects of working memory, in the order of the conditions that they met. */
  public List<Object> objects() {
    List<Object> objects = new ArrayList<>();
    for (Bindings env = this; env != null; env = env.before) {
      if (env.value != null && env.source == null) {
        objects.add(env.value);
      }
    }
    Collections.reverse(objects);
    return objects;
  }

  /** Whether a variable that was taken from an object has that value. */
  public boolean holds(@Nullable Object wanted) {
    for (Bindings env = this; env != null; env = env.before) {
      if (env.source != null && env.component != null && Objects.equals(env.value, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** All variables, the last binding first. */
  public List<Variable<?>> variables() {
    List<Variable<?>> variables = new ArrayList<>();
    for (Bindings env = this; env != null; env = env.before) {
      if (env.variable != null) {
        variables.add(env.variable);
      }
    }
    return variables;
  }

  /** What the last binding of this chain binds. */
  public @Nullable Object bound() {
    return value;
  }

  /** What the value of the last binding waits for. */
  public Awaited waiting() {
    return waiting;
  }

  /** The object of which the last binding holds a component; null when it holds none. */
  public @Nullable Object source() {
    return source;
  }

  /** The component that the last binding holds. */
  public @Nullable String component() {
    return component;
  }

  /** The chain that ends with the binding of a variable; null when there is none. */
  public @Nullable Bindings binding(Variable<?> wanted) {
    for (Bindings env = this; env != null; env = env.before) {
      if (env.variable == wanted) {
        return env;
      }
    }
    return binding(wanted.getName());
  }

  private @Nullable Bindings binding(String name) {
    for (Bindings env = this; env != null; env = env.before) {
      if (env.variable != null && env.variable.getName().equals(name)) {
        return env;
      }
    }
    return null;
  }
}
