package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Subject;

/**
 * What is found leads to advice that keeps suppliers or buyers of a country out.
 *
 * @param on who is advised so
 * @param country the country
 */
@Phrasing("has reason to restrict suppliers or buyers of a country")
public record Restriction(Subject on, String country) implements Concept {

  @Override
  public String text() {
    return "has reason to restrict suppliers or buyers of " + Concept.named(country, "a country");
  }
}
