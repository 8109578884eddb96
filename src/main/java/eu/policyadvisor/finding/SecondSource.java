package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * A second source is there, so that to look for one is not advised.
 *
 * @param on the supply or the chip that has one beside it
 */
@Phrasing("has a second source")
public record SecondSource(Fact on) implements Concept {

  @Override
  public String text() {
    return "a second source is there";
  }
}
