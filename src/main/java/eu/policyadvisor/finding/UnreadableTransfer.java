package eu.policyadvisor.finding;

import eu.policyadvisor.fact.DataFlow;

/**
 * The recipient of data in a third country gets it in a form that it cannot read: encrypted without
 * the keys, or pseudonymised without what tells the persons.
 *
 * @param on the data flow
 */
@Phrasing("reaches a recipient that cannot read it")
public record UnreadableTransfer(DataFlow on) implements Concept {

  @Override
  public String text() {
    return "the recipient cannot read it";
  }
}
