package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A counterparty on the US Entity List with which goods subject to the US Export Administration
 * Regulations are dealt, or may be.
 *
 * @param on the counterparty
 */
@Phrasing("is on the US Entity List")
public record ListedCounterparty(Party on) implements Concept {

  @Override
  public String text() {
    return "on the US Entity List";
  }
}
