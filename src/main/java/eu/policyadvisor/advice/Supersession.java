package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;

/**
 * That one conclusion takes precedence over a recommendation. The superseded recommendation stays
 * visible, with what supersedes it.
 *
 * @param rule id of the precedence rule; its summary says why
 * @param superseded the recommendation that yields
 * @param by the conclusion that prevails
 */
public record Supersession(String rule, Recommendation superseded, Conclusion by)
    implements Conclusion {

  /**
   * Of both ends: rules of precedence join many with many, of ids that count up, and small factors
   * would make the same sum again and again.
   */
  @Override
  public int hashCode() {
    return 0x9E3779B9 * superseded.hashCode() + by.hashCode();
  }

  @Override
  public Fact on() {
    return superseded.on();
  }
}
