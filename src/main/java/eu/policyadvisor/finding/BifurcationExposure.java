package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Severity;
import java.util.Locale;

/**
 * The stack mixes parts under US control with parts under Chinese control.
 *
 * @param on the subject
 * @param level how high
 */
@Phrasing("has a stack that mixes US-controlled and Chinese-controlled parts")
public record BifurcationExposure(Fact on, Severity level) implements Concept {

  @Override
  public String text() {
    return "stack mixes US-controlled and Chinese-controlled parts, "
        + level.name().toLowerCase(Locale.ROOT);
  }
}
