package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A supplier delivers core, management or sensitive parts of critical infrastructure.
 *
 * @param on the supplier
 */
@Phrasing("supplies core, management or sensitive parts of critical infrastructure")
public record CriticalSupply(Party on) implements Concept {

  @Override
  public String text() {
    return "supplies core, management or sensitive parts of critical infrastructure";
  }
}
