package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * The state whose law can reach a supplier: that of the company at the top of its ownership chain.
 *
 * @param on the supplier, service or model
 * @param country that state
 */
@Phrasing("is within reach of the law of a country")
public record UltimateJurisdiction(Fact on, String country) implements Concept {

  @Override
  public String text() {
    return "within reach of the law of " + Concept.named(country, "a country");
  }
}
