package eu.policyadvisor.finding;

import eu.policyadvisor.fact.DataFlow;

/**
 * Data gets to a country outside the European Economic Area, or can be opened from there.
 *
 * @param on the data flow
 * @param country that country
 */
@Phrasing("reaches a country outside the European Economic Area")
public record ReachesThirdCountry(DataFlow on, String country) implements Concept {

  @Override
  public String text() {
    return "reaches " + Concept.named(country, "a country");
  }
}
