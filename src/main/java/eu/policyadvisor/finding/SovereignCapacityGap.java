package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * The supply under European control falls short of the need on a layer.
 *
 * @param on the part of the stack
 * @param level how far
 */
@Phrasing("has a supply under European control that falls short")
public record SovereignCapacityGap(Fact on, Severity level) implements Concept {

  @Override
  public String text() {
    return "supply under European control falls short, " + level.name().toLowerCase(Locale.ROOT);
  }
}
