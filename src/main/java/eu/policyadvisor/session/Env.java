package eu.policyadvisor.session;

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
final class Env {
  static final Env EMPTY = new Env(null, null, null, Awaited.NOTHING, null, null, Awaited.NOTHING);

  private final @Nullable Env before;
  private final @Nullable Variable<?> variable;
  private final @Nullable Object value;
  private final Awaited waiting;
  private final @Nullable Object source;
  private final @Nullable String component;
  private final Awaited awaits;

  private Env(
      @Nullable Env before,
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
  Env bind(Variable<?> to, @Nullable Object object) {
    return new Env(this, to, object, Awaited.NOTHING, null, null, awaits);
  }

  /** With a variable more, which stands for an object of which it awaits something. */
  Env bind(Variable<?> to, Object object, Awaited more) {
    return new Env(this, to, object, Awaited.NOTHING, null, null, awaits.and(more));
  }

  /** With a variable more, which stands for a component of an object. */
  Env bind(
      Variable<?> to,
      @Nullable Object object,
      Awaited waitsFor,
      Object of,
      @Nullable String named) {
    return new Env(this, to, object, waitsFor, of, named, awaits);
  }

  /** The same, waiting for nothing yet: what is found inside is told apart from outside. */
  Env inside() {
    return new Env(before, variable, value, waiting, source, component, Awaited.NOTHING);
  }

  Env await(Awaited more) {
    Awaited all = awaits.and(more);
    return all == awaits ? this : new Env(before, variable, value, waiting, source, component, all);
  }

  /** The values that must become known. */
  Set<OpenValue> awaits() {
    return awaits.values();
  }

  Awaited awaited() {
    return awaits;
  }

  /** Whether it waits for nothing. */
  boolean isCertain() {
    return awaits.isEmpty();
  }

  /** Whether the variable is bound, be it to a value that is not known. */
  boolean binds(Variable<?> wanted) {
    return binding(wanted) != null;
  }

  @Nullable Object value(Variable<?> of) {
    Env binding = binding(of);
    return binding == null ? null : binding.value;
  }

  @Nullable Object value(String name) {
    Env binding = binding(name);
    return binding == null ? null : binding.value;
  }

  /** What must become known for the variable to have a value; empty when it has one. */
  Awaited waiting(Variable<?> of) {
    Env binding = binding(of);
    return binding == null ? Awaited.NOTHING : binding.waiting;
  }

  /** The object that the value of a variable is a component of; null when it is none. */
  @Nullable Object source(Variable<?> of) {
    Env binding = binding(of);
    return binding == null ? null : binding.source;
  }

  @Nullable Object source(String name) {
    Env binding = binding(name);
    return binding == null ? null : binding.source;
  }

  /** The component of {@link #source} that a variable stands for. */
  @Nullable String component(Variable<?> of) {
    Env binding = binding(of);
    return binding == null ? null : binding.component;
  }

  /** The objects of working memory, in the order of the conditions that they met. */
  List<Object> objects() {
    List<Object> objects = new ArrayList<>();
    for (Env env = this; env != null; env = env.before) {
      if (env.value != null && env.source == null) {
        objects.add(env.value);
      }
    }
    Collections.reverse(objects);
    return objects;
  }

  /** Whether a variable that was taken from an object has that value. */
  boolean holds(@Nullable Object wanted) {
    for (Env env = this; env != null; env = env.before) {
      if (env.source != null && env.component != null && Objects.equals(env.value, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** All variables, the last binding first. */
  List<Variable<?>> variables() {
    List<Variable<?>> variables = new ArrayList<>();
    for (Env env = this; env != null; env = env.before) {
      if (env.variable != null) {
        variables.add(env.variable);
      }
    }
    return variables;
  }

  /** What the last binding of this chain binds. */
  @Nullable Object bound() {
    return value;
  }

  /** What the value of the last binding waits for. */
  Awaited waiting() {
    return waiting;
  }

  /** The object of which the last binding holds a component; null when it holds none. */
  @Nullable Object source() {
    return source;
  }

  /** The component that the last binding holds. */
  @Nullable String component() {
    return component;
  }

  /** The chain that ends with the binding of a variable; null when there is none. */
  @Nullable Env binding(Variable<?> wanted) {
    for (Env env = this; env != null; env = env.before) {
      if (env.variable == wanted) {
        return env;
      }
    }
    return binding(wanted.getName());
  }

  private @Nullable Env binding(String name) {
    for (Env env = this; env != null; env = env.before) {
      if (env.variable != null && env.variable.getName().equals(name)) {
        return env;
      }
    }
    return null;
  }
}
