package eu.policyadvisor.finding;

import eu.policyadvisor.fact.DataFlow;

/**
 * Personal data under the GDPR gets to a country without a general adequacy decision.
 *
 * @param on the data flow
 * @param country that country
 */
@Phrasing("takes personal data to a country for which there is no general adequacy decision")
public record ThirdCountryTransfer(DataFlow on, String country) implements Concept {

  @Override
  public String text() {
    return "takes personal data to "
        + Concept.named(country, "a country")
        + ", for which there is no general adequacy decision";
  }
}
