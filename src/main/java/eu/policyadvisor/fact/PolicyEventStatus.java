package eu.policyadvisor.fact;

/** State of a measure. */
public enum PolicyEventStatus {
  /** Announced. */
  ANNOUNCED,
  /** In force. */
  IN_FORCE,
  /** Suspended. */
  SUSPENDED,
  /** Rescinded. */
  RESCINDED
}
