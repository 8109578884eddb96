package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Model;

/**
 * A model is placed on the market of the Union.
 *
 * @param on the model
 */
@Phrasing("is placed on the market of the Union")
public record OnUnionMarket(Model on) implements Concept {

  @Override
  public String text() {
    return "is placed on the market of the Union";
  }
}
