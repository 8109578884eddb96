package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * Stock is there for the time that a licence or another source takes to come.
 *
 * @param on the supply
 */
@Phrasing("has stock to bridge with")
public record StockInHand(Fact on) implements Concept {

  @Override
  public String text() {
    return "stock to bridge with";
  }
}
