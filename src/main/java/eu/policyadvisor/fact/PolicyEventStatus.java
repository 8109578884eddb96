package eu.policyadvisor.fact;

/** State of a measure. */
public enum PolicyEventStatus {
  @Means("proposed, not decided")
  PROPOSED,
  /** Announced. */
  ANNOUNCED,
  /** In force. */
  IN_FORCE,
  /** Suspended. */
  SUSPENDED,
  @Means("withdrawn, before or after it took effect")
  RESCINDED,
  @Means("at its end")
  ENDED
}
