package eu.policyadvisor.finding;

import eu.policyadvisor.fact.PolicyEvent;

/**
 * A suspension or legal date falls within the next 180 days.
 *
 * @param on the measure
 */
@Phrasing("falls due within the window")
public record TightWindow(PolicyEvent on) implements Concept {

  @Override
  public String text() {
    return "falls due within 180 days";
  }
}
