package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Transaction;

/**
 * The law of the state of the target is the one by which an acquisition is screened.
 *
 * @param on the acquisition
 */
@Phrasing("is screened under the law of the state of the target")
public record ScreeningLaw(Transaction on) implements Concept {

  @Override
  public String text() {
    return "screened under the law of the state of the target";
  }
}
