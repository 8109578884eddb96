package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Export;
import eu.policyadvisor.fact.PolicyEvent;

/**
 * A measure of the state that a material comes from is aimed at a country to which the subject
 * delivers, and may reach goods made with this material.
 *
 * @param on the measure
 * @param export the delivery
 */
@Phrasing("is aimed at a country to which the subject delivers")
public record SalesMeasure(PolicyEvent on, Export export) implements Concept {

  @Override
  public String text() {
    return "aimed at a country to which the subject delivers";
  }
}
