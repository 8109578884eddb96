package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A party that is not on the US Entity List itself and whose majority owner is, directly or through
 * other parties.
 *
 * @param on the party that is owned
 */
@Phrasing("is owned for at least half by a party on the US Entity List")
public record ListedOwner(Party on) implements Concept {

  @Override
  public String text() {
    return "owned by a party on the US Entity List";
  }
}
