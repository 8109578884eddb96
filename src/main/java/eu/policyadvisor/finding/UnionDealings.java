package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Subject;

/**
 * The subject deals with the parties that it names, and is in the Union or not known to be outside
 * it, so that the bans of the Union bind what it does.
 *
 * @param on the subject
 */
@Phrasing("deals with others under the bans of the Union")
public record UnionDealings(Subject on) implements Concept {

  @Override
  public String text() {
    return "dealings under the bans of the Union";
  }
}
