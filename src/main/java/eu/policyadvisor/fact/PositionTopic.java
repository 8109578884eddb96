package eu.policyadvisor.fact;

/** What states take a position on. */
public enum PositionTopic {
  /** Chinese AI services and models. */
  PRC_AI_SERVICES,
  /** High-risk vendors in networks. */
  HIGH_RISK_VENDORS
}
