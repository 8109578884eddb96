package eu.policyadvisor.engine.compiled;

import java.util.List;
import java.util.Set;
import org.drools.model.Condition;
import org.drools.model.Rule;

/** The conditions of a compiled rule. */
public final class Conditions {
  private Conditions() {}

  /** Those of a rule as they are written, one after the other. */
  public static List<Condition> of(Rule rule) {
    return ((Condition) rule.getView()).getSubConditions();
  }

  /** Whether there is a condition of one of these kinds, at any depth. */
  public static boolean holdsAny(List<Condition> conditions, Set<Condition.Type> kinds) {
    return conditions.stream()
        .anyMatch(
            condition ->
                kinds.contains(condition.getType())
                    || holdsAny(FieldsRead.children(condition), kinds));
  }
}
