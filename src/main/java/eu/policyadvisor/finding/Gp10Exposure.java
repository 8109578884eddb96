package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * Exposure to General Prohibition Ten, 15 CFR 736.2(b)(10).
 *
 * @param on the item dealt with
 * @param level how high
 */
@Phrasing("is exposed to General Prohibition Ten")
public record Gp10Exposure(Fact on, Severity level) implements Concept {

  @Override
  public String text() {
    return "exposed to General Prohibition Ten, " + level.name().toLowerCase(Locale.ROOT);
  }
}
