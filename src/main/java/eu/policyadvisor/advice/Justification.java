package eu.policyadvisor.advice;

import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/**
 * One way in which a conclusion was reached: a rule and what it matched.
 *
 * @param rule the rule
 * @param premises what it matched
 */
public record Justification(RuleCard rule, List<Premise> premises) {
  /** Copies the premises. */
  public Justification {
    premises = List.copyOf(premises);
  }
}
