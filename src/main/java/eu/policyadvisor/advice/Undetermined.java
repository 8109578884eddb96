package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/**
 * A rule that neither concludes nor is clear: some values that are not known would make it
 * conclude.
 *
 * @param rule the rule
 * @param awaits the values it waits for
 * @param lists the lists it waits for, which the fact set does not state
 * @param asked whether it waits for what the fact set was asked about: for values of facts that are
 *     there, or for lists that it says are not known. Else it waits only for lists about which the
 *     fact set says nothing
 */
public record Undetermined(
    RuleCard rule, List<OpenValue> awaits, List<Section> lists, boolean asked) {
  /** Copies the values. */
  public Undetermined {
    awaits = List.copyOf(awaits);
    lists = List.copyOf(lists);
  }
}
