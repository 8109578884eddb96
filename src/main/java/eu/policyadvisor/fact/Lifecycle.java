package eu.policyadvisor.fact;

/** How far an acquisition has gone. */
public enum Lifecycle {
  /** Planned, nothing signed. */
  PLANNED,
  /** Out to tender or under offer. */
  TENDER,
  /** Contract signed, not in service. */
  CONTRACTED,
  /** In service. */
  OPERATING,
  /** Being taken out of service. */
  PHASE_OUT,
  /** Out of service. */
  RETIRED
}
