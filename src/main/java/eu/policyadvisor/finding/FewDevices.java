package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Subject;

/**
 * The subject has so few accelerators that a second vendor is out of proportion; all were counted.
 *
 * @param on the subject
 */
@Phrasing("has a few accelerators only")
public record FewDevices(Subject on) implements Concept {

  @Override
  public String text() {
    return "a few accelerators only";
  }
}
