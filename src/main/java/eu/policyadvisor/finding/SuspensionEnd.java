package eu.policyadvisor.finding;

import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * The pause of a measure ends, or has ended without a confirmed extension.
 *
 * @param on the measure
 * @param level low while the end is far, moderate when it is near, high once it has passed
 */
@Phrasing("has a pause that ends")
public record SuspensionEnd(PolicyEvent on, Severity level) implements Concept {

  @Override
  public String text() {
    return "its pause ends, " + level.name().toLowerCase(Locale.ROOT);
  }
}
