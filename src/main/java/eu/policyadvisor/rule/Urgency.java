package eu.policyadvisor.rule;

/** By when to act; in descending order. */
public enum Urgency {
  /** Within 7 days. */
  NOW,
  /** Within 90 days. */
  SHORT,
  /** Within 12 months. */
  MEDIUM,
  /** Later than in 12 months. */
  LONG,
  /** No action, keep watching. */
  WATCH
}
