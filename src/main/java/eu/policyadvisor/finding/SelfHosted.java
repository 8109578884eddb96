package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Model;

/**
 * A model with open weights runs on machines in the European Economic Area, without a path to its
 * developer.
 *
 * @param on the model
 */
@Phrasing("runs in the European Economic Area, without a path to its developer")
public record SelfHosted(Model on) implements Concept {

  @Override
  public String text() {
    return "runs in the European Economic Area, without a path to its developer";
  }
}
