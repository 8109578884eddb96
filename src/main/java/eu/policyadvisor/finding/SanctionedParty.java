package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A party that restrictive measures of the Union list, by its lists or by a measure that names it.
 *
 * @param on the party
 */
@Phrasing("is listed under restrictive measures of the Union")
public record SanctionedParty(Party on) implements Concept {

  @Override
  public String text() {
    return "listed under restrictive measures of the Union";
  }
}
