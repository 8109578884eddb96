package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * A high share of a supply comes from one country, is hard to replace, and matters.
 *
 * @param on the supply
 * @param country the country
 * @param level how high
 */
@Phrasing("is a strategic dependency on a country")
public record StrategicDependency(Fact on, String country, Severity level) implements Concept {

  @Override
  public String text() {
    return "strategic dependency on "
        + Concept.named(country, "a country")
        + ", "
        + level.name().toLowerCase(Locale.ROOT);
  }
}
