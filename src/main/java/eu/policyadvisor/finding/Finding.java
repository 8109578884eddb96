package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule holds true about a fact.
 *
 * @param rule id of the rule
 * @param on the fact it is about
 * @param severity how grave it is here; null for the severity on the card of the rule
 */
public record Finding(String rule, Fact on, @Nullable Severity severity) implements Conclusion {

  /** A finding as grave as its rule says. */
  public Finding(String rule, Fact on) {
    this(rule, on, null);
  }

  /** Of the id of the fact only: conclusions are hashed often, and ids tell facts apart. */
  @Override
  public int hashCode() {
    return 31 * rule.hashCode() + on.id().hashCode();
  }
}
