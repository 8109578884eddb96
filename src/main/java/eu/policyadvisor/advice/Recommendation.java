package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;

/**
 * What someone should do about a fact. Who, what, by when and how binding stands on the card of the
 * rule.
 *
 * @param rule id of the advice rule
 * @param on the fact it is about
 */
public record Recommendation(String rule, Fact on) implements Conclusion {

  /** Of the id of the fact only: conclusions are hashed often, and ids tell facts apart. */
  @Override
  public int hashCode() {
    return 31 * rule.hashCode() + on.id().hashCode();
  }
}
