package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * Personal data leaves for a country without adequacy and without a working tool of GDPR Article
 * 46.
 *
 * @param on the data flow or model
 */
@Phrasing("lets personal data leave without a working transfer tool")
public record TransferRisk(Fact on) implements Concept {

  @Override
  public String text() {
    return "personal data leaves without a working transfer tool";
  }
}
