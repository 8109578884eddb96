package eu.policyadvisor.fact;

/** Who decides about a framework. */
public enum Governance {
  /** A neutral foundation. */
  FOUNDATION,
  /** One vendor. */
  VENDOR_LED
}
