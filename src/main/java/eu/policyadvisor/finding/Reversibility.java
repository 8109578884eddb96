package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * How easily a choice can be undone.
 *
 * @param on the part of the stack
 * @param level how easily
 */
@Phrasing("can be undone with more or less ease")
public record Reversibility(Fact on, Severity level) implements Concept {

  @Override
  public String text() {
    return "reversibility " + level.name().toLowerCase(Locale.ROOT);
  }
}
