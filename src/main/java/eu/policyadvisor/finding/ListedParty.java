package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Party;

/**
 * A party that is on the US Entity List on the day of the advice, whatever it is to the subject.
 *
 * @param on the party
 */
@Phrasing("is on the US Entity List on that day")
public record ListedParty(Party on) implements Concept {

  @Override
  public String text() {
    return "on the US Entity List on that day";
  }
}
