package eu.policyadvisor.fact;

/** Stage of a supply chain. */
public enum SupplyStage {
  /** Extraction. */
  ORE,
  /** Processing. */
  REFINED,
  /** Alloys. */
  ALLOY,
  /** Permanent magnets. */
  MAGNET,
  /** Wafers. */
  WAFER,
  /** Gases. */
  GAS
}
