package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * Advice against a supplier can bring an answer from its country.
 *
 * @param on what the subject buys from or sells into that country
 * @param country the country
 * @param level how high
 */
@Phrasing("is exposed to retaliation by a country")
public record RetaliationExposure(Fact on, String country, Severity level) implements Concept {

  @Override
  public String text() {
    return "exposed to retaliation by "
        + Concept.named(country, "a country")
        + ", "
        + level.name().toLowerCase(Locale.ROOT);
  }
}
