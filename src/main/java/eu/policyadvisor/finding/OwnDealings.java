package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Subject;

/**
 * The subject deals with the parties that it names, as opposed to an authority or a court that
 * looks at the dealings of others.
 *
 * @param on the subject
 */
@Phrasing("deals with the parties that it names itself")
public record OwnDealings(Subject on) implements Concept {

  @Override
  public String text() {
    return "dealings of its own";
  }
}
