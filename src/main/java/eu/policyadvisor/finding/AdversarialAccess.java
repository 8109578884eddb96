package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * A supplier under the jurisdiction of China can technically reach data or push updates.
 *
 * @param on the supplier, service or model
 */
@Phrasing("can be reached by a supplier under Chinese jurisdiction")
public record AdversarialAccess(Fact on) implements Concept {

  @Override
  public String text() {
    return "a supplier under Chinese jurisdiction can reach it";
  }
}
