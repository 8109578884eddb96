package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * The loss of one supplier or site stops the function, and no second source is qualified.
 *
 * @param on the supply
 */
@Phrasing("is a single point of failure")
public record SinglePointOfFailure(Fact on) implements Concept {

  @Override
  public String text() {
    return "single point of failure";
  }
}
