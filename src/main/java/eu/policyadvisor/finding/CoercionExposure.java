package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * A country on which the subject depends has used, announced or paused a measure on the same
 * supply.
 *
 * @param on the supply
 * @param country the country
 * @param level how high
 */
@Phrasing("is exposed to coercion by a country")
public record CoercionExposure(Fact on, String country, Severity level) implements Concept {

  @Override
  public String text() {
    return "exposed to coercion by "
        + Concept.named(country, "a country")
        + ", "
        + level.name().toLowerCase(Locale.ROOT);
  }
}
