package eu.policyadvisor.rule;

/** How grave a finding, or how high an exposure, is; in ascending order. */
public enum Severity {
  /** Worth knowing. */
  LOW,
  /** To be dealt with in the ordinary course. */
  MODERATE,
  /** To be dealt with before anything rests on it. */
  HIGH,
  /** Endangers the subject or its function. */
  CRITICAL
}
