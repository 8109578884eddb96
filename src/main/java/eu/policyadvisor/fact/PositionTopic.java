package eu.policyadvisor.fact;

/** What states take a position on. */
public enum PositionTopic {
  @Means("Chinese AI services and models")
  PRC_AI_SERVICES,
  @Means("high-risk vendors in networks")
  HIGH_RISK_VENDORS
}
