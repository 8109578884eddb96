package eu.policyadvisor.fact;

/** State of an acquisition. */
public enum TransactionStatus {
  /** Planned. */
  PLANNED,
  /** Notified to the authority. */
  NOTIFIED,
  /** Cleared. */
  CLEARED,
  /** Completed. */
  COMPLETED,
  /** Prohibited. */
  PROHIBITED
}
