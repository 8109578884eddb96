package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Transaction;

/**
 * A firm in a sensitive sector is bought, or a share in it, and an authority can still look at it.
 *
 * @param on the acquisition
 */
@Phrasing("is an acquisition in a sensitive sector that an authority can look at")
public record OpenAcquisition(Transaction on) implements Concept {

  @Override
  public String text() {
    return "an acquisition in a sensitive sector that an authority can look at";
  }
}
