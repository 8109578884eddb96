package eu.policyadvisor.fact;

/** State of an acquisition. */
public enum TransactionStatus {
  /** Planned. */
  PLANNED,
  @Means("notified to the authority")
  NOTIFIED,
  /** Cleared. */
  CLEARED,
  /** Completed. */
  COMPLETED,
  /** Prohibited. */
  PROHIBITED
}
