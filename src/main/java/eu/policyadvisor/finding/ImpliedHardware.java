package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Framework;

/**
 * A piece of software implies the hardware it runs on.
 *
 * @param on the runtime
 * @param family the family of accelerators it runs on, such as {@code ascend}
 */
@Phrasing("implies accelerators of a family")
public record ImpliedHardware(Framework on, String family) implements Concept {

  @Override
  public String text() {
    return "implies accelerators of the family " + Concept.named(family, "one");
  }
}
