package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * An accelerator is presumed to be one that the BIS guidance of 13 May 2025 speaks of: designed by, or under, a company headquartered in China, Macau or another country of group D:5, and meeting the parameters of ECCN 3A090.
 *
 * @param on the accelerator, or the runtime that implies it
 */
public record PrcAdvancedChip(Fact on) implements Concept {

  @Override
  public String text() {
    return "presumed to be an advanced chip of a country of group D:5 under ECCN 3A090";
  }
}
