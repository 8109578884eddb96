package eu.policyadvisor.fact;

/** What a plan or strategy takes for granted. */
public enum Claim {
  /** China will not close its technological gaps. */
  PRC_GAPS_PERMANENT,
  /** US export controls will stop China. */
  US_CONTROLS_STOP_CHINA,
  /** The EU blocking statute protects against US chip controls. */
  BLOCKING_STATUTE_PROTECTS,
  /** The Union reaches a fifth of world chip production by 2030. */
  CHIPS_TARGET_REACHED,
  /** Chinese developers go on publishing open weights. */
  PRC_OPEN_RELEASES_CONTINUE,
  /** Chinese accelerators are delivered as ordered. */
  PRC_CHIPS_DELIVERED,
  /** There is a race to be won. */
  WIN_THE_RACE,
  /** Public support for an industry is illegitimate as such. */
  INDUSTRIAL_POLICY_DISTORTS
}
