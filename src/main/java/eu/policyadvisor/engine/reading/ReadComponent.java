package eu.policyadvisor.engine.reading;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.FieldsRead;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A component that a condition reads: of the object in its own pattern, of that in another one, or
 * through a variable that stands for it.
 *
 * @param owner the object
 * @param component the component
 * @param variable the variable of the pattern, or the one that stands for the component
 * @param direct whether the variable stands for the component itself
 */
public record ReadComponent(Object owner, String component, Variable<?> variable, boolean direct) {

  /** The components that a condition reads. */
  public static List<ReadComponent> read(
      SingleConstraint constraint, @Nullable Object object, Bindings env) {
    return read(constraint, object, env, false);
  }

  /** The components that a condition reads and that are not known. */
  public static List<ReadComponent> unknown(
      SingleConstraint constraint, @Nullable Object object, Bindings env) {
    return read(constraint, object, env, true);
  }

  private static List<ReadComponent> read(
      SingleConstraint constraint, @Nullable Object object, Bindings env, boolean unknown) {
    List<ReadComponent> slots = new ArrayList<>(2);
    Variable<?>[] variables = constraint.getVariables();
    if (object != null && variables.length > 0) {
      for (String component : FieldsRead.inConstraint(constraint, object.getClass())) {
        add(slots, object, component, variables[0], false, unknown);
      }
    }
    List<FieldsRead.Foreign> foreign = FieldsRead.foreign(constraint);
    for (Variable<?> variable : variables) {
      for (FieldsRead.Foreign read : foreign) {
        Object owner = variable.getName().equals(read.variable()) ? env.value(variable) : null;
        if (owner != null && Components.has(owner.getClass(), read.component())) {
          add(slots, owner, read.component(), variable, false, unknown);
        }
      }
      Object source = env.source(variable);
      String component = env.component(variable);
      if (source != null && component != null) {
        add(slots, source, component, variable, true, unknown);
      }
    }
    return slots;
  }

  private static void add(
      List<ReadComponent> slots,
      Object owner,
      String component,
      Variable<?> variable,
      boolean direct,
      boolean unknown) {
    if (!unknown || Components.value(owner, component) == null) {
      slots.add(new ReadComponent(owner, component, variable, direct));
    }
  }

  OpenValue open() {
    return Matching.open(owner, component);
  }

  public boolean closed() {
    return Domain.isClosed(owner.getClass(), component);
  }

  /** Values worth trying. */
  public List<Object> values(SingleConstraint constraint, Bindings env) {
    return Domain.of(owner.getClass(), component, constraint, env);
  }

  /** The environment in which the component has a value. */
  public Bindings with(Object value, Bindings env) {
    return env.bind(variable, direct ? value : changed(value, env));
  }

  private Object changed(Object value, Bindings env) {
    Object now = env.value(variable);
    return Components.with(now == null ? owner : now, component, value);
  }
}
