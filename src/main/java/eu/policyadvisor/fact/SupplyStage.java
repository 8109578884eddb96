package eu.policyadvisor.fact;

/** Stage of a supply chain. */
public enum SupplyStage {
  @Means("extraction")
  ORE,
  @Means("processing")
  REFINED,
  @Means("alloys")
  ALLOY,
  @Means("permanent magnets")
  MAGNET,
  @Means("wafers")
  WAFER,
  @Means("gases")
  GAS
}
