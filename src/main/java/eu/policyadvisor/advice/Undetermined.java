package eu.policyadvisor.advice;

import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/**
 * A rule that neither concludes nor is clear: some values that are not known would make it
 * conclude.
 *
 * @param rule the rule
 * @param awaits the values it waits for
 */
public record Undetermined(RuleCard rule, List<OpenValue> awaits) {
  /** Copies the values. */
  public Undetermined {
    awaits = List.copyOf(awaits);
  }
}
