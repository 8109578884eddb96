package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.rule.Severity;

/**
 * A measure of a state cuts or threatens a supply that depends on this state: it concerns the
 * supply, whoever provides it, or the subject itself.
 *
 * @param on the measure
 * @param supply what it restricts, such as a chip, a model or a cloud service
 * @param country the state
 * @param level how much the supply depends on this state
 */
@Phrasing("restricts a supply")
public record MeasureOnSupply(PolicyEvent on, Fact supply, String country, Severity level)
    implements Concept {

  @Override
  public String text() {
    return "a measure of " + Concept.named(country, "a country") + " that restricts a supply";
  }
}
