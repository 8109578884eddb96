package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * Exposure to enforcement of US export controls: what the subject deals with, times its links to
 * the United States.
 *
 * @param on the item dealt with
 * @param level how high
 */
@Phrasing("is exposed to US enforcement")
public record EnforcementExposure(Fact on, Severity level) implements Concept {

  @Override
  public String text() {
    return "exposed to US enforcement, " + level.name().toLowerCase(Locale.ROOT);
  }
}
