package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Model;

/**
 * A model is used as a service from China: of a Chinese developer, or on machines in China.
 *
 * @param on the model
 */
@Phrasing("is a service from China")
public record PrcService(Model on) implements Concept {

  @Override
  public String text() {
    return "a service from China";
  }
}
