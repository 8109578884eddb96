package eu.policyadvisor.rule;

/** What a rule concludes. */
public enum Kind {
  /** A derived concept, on which other rules build. */
  CONCEPT,
  /** A finding. */
  FINDING,
  /** A recommendation. */
  ADVICE,
  /** That one recommendation supersedes another. */
  PRECEDENCE
}
