package eu.policyadvisor.engine.compiled;

import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Asks the constraints of compiled rules, as the engine does. */
public final class Constraints {
  private Constraints() {}

  /** Whether a constraint is met; one that cannot be asked is not. */
  public static boolean holds(SingleConstraint constraint, Bindings env) {
    return holds(constraint, constraint.getVariables(), env);
  }

  /** The same, where the variables of the constraint are known. */
  public static boolean holds(SingleConstraint constraint, Variable<?>[] variables, Bindings env) {
    try {
      return ask(constraint, variables, env);
      // The interface of Drools declares every exception.
    } catch (Exception | StackOverflowError e) {
      return false;
    }
  }

  /** Whether a constraint cannot be asked. */
  public static boolean fails(SingleConstraint constraint, Bindings env) {
    try {
      ask(constraint, constraint.getVariables(), env);
      return false;
      // The interface of Drools declares every exception.
    } catch (Exception | StackOverflowError e) {
      return true;
    }
  }

  private static boolean ask(SingleConstraint constraint, Variable<?>[] variables, Bindings env)
      throws Exception {
    @Nullable Object[] arguments = new @Nullable Object[variables.length];
    for (int i = 0; i < variables.length; i++) {
      arguments[i] = env.value(variables[i]);
    }
    return constraint.getPredicate().test(arguments);
  }
}
