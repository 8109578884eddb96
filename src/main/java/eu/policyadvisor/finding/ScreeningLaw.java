package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Transaction;

/**
 * The law by which an acquisition is screened: that of the state of the target, and what frames it.
 *
 * @param on the acquisition
 * @param law its name, such as {@code German law}
 */
@Phrasing("is screened under a law")
public record ScreeningLaw(Transaction on, String law) implements Concept {

  @Override
  public String text() {
    return "screened under " + Concept.named(law, "a law");
  }
}
