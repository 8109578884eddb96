package eu.policyadvisor.finding;

import eu.policyadvisor.fact.PolicyEvent;

/**
 * A measure by which a state can cut or threaten a supply: in force, or announced or paused of
 * late.
 *
 * @param on the measure
 */
@Phrasing("is a measure that can cut a supply")
public record SupplyMeasure(PolicyEvent on) implements Concept {

  @Override
  public String text() {
    return "a measure that can cut a supply";
  }
}
