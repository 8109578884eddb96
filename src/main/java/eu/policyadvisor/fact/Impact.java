package eu.policyadvisor.fact;

/** What the loss of a supply would do. */
public enum Impact {
  /** Little. */
  LOW,
  /** Noticeable damage to the function. */
  MEDIUM,
  /** The function stops. */
  HIGH
}
