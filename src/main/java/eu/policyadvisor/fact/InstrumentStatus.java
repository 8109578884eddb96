package eu.policyadvisor.fact;

/** Legal state of an instrument. */
public enum InstrumentStatus {
  /** Applies. */
  IN_FORCE,
  /** Applies in part; other parts from a later date. */
  PARTLY_APPLICABLE,
  /** Adopted; applies from a later date. */
  ADOPTED,
  /** Proposed; binds nobody. */
  PROPOSED,
  /** Suspended until a date. */
  SUSPENDED,
  /** Withdrawn. */
  RESCINDED,
  /** State after the catalogue was compiled could not be established. */
  UNKNOWN_AFTER_CUTOFF,
  /** A report, strategy or guidance: informs, does not bind. */
  NOT_BINDING
}
