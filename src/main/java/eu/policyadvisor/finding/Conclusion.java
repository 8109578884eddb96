package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/** Something that a rule concludes; equal conclusions of several rules are one conclusion. */
public interface Conclusion {

  /** The fact it is about. */
  Fact on();
}
