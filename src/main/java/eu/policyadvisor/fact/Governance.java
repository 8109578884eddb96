package eu.policyadvisor.fact;

/** Who decides about a framework. */
public enum Governance {
  @Means("a neutral foundation")
  FOUNDATION,
  @Means("one vendor")
  VENDOR_LED
}
