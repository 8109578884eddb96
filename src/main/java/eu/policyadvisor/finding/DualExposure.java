package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * The subject is exposed to coercion by both the United States and China.
 *
 * @param on the subject
 */
@Phrasing("is exposed to both the United States and China")
public record DualExposure(Fact on) implements Concept {

  @Override
  public String text() {
    return "exposed to both the United States and China";
  }
}
