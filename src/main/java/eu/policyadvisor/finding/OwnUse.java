package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Model;

/**
 * The subject uses a model itself, as opposed to one of others that it speaks of.
 *
 * @param on the model
 */
@Phrasing("is used by the subject itself")
public record OwnUse(Model on) implements Concept {

  @Override
  public String text() {
    return "used by the subject itself";
  }
}
