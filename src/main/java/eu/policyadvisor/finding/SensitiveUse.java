package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * Something serves a critical entity, a public authority, law enforcement, health or classified
 * work.
 *
 * @param on the subject or the part of the stack
 */
@Phrasing("is of high sensitivity")
public record SensitiveUse(Fact on) implements Concept {

  @Override
  public String text() {
    return "of high sensitivity";
  }
}
