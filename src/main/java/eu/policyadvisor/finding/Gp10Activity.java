package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * Something is done with an item that General Prohibition Ten, 15 CFR 736.2(b)(10), covers: buying,
 * using, hosting, financing or servicing it, for other purposes than its evaluation and without a
 * licence.
 *
 * @param on the item
 */
@Phrasing("is dealt with in production and without a licence")
public record Gp10Activity(Fact on) implements Concept {

  @Override
  public String text() {
    return "dealt with in production and without a licence";
  }
}
