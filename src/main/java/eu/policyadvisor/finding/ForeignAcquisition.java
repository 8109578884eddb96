package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Transaction;

/**
 * A buyer from outside buys a firm in a sensitive sector, or a share in it; outside is outside of
 * the Union for a firm in it, and abroad for a state that looks at a firm of its own.
 *
 * @param on the acquisition
 */
@Phrasing("is an acquisition by a buyer from outside")
public record ForeignAcquisition(Transaction on) implements Concept {

  @Override
  public String text() {
    return "an acquisition by a buyer from outside";
  }
}
