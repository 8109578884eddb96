package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A derogation or an exemption allows dealings with a party that the Union lists.
 *
 * @param on the party
 */
@Phrasing("is covered by an exemption from restrictive measures of the Union")
public record SanctionsExemption(Party on) implements Concept {

  @Override
  public String text() {
    return "covered by an exemption from restrictive measures of the Union";
  }
}
