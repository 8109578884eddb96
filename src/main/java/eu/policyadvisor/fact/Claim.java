package eu.policyadvisor.fact;

/** What a plan or strategy takes for granted. */
public enum Claim {
  @Means("China will not close its technological gaps")
  PRC_GAPS_PERMANENT,
  @Means("US export controls will stop China")
  US_CONTROLS_STOP_CHINA,
  @Means("the EU blocking statute shields from US controls")
  BLOCKING_STATUTE_PROTECTS,
  @Means("the Union makes a fifth of all chips by 2030")
  CHIPS_TARGET_REACHED,
  @Means("Chinese developers go on publishing open weights")
  PRC_OPEN_RELEASES_CONTINUE,
  @Means("Chinese accelerators are delivered as ordered")
  PRC_CHIPS_DELIVERED,
  @Means("Chinese licences for US buyers cover the Union")
  GENERAL_LICENCE_FOR_UNION,
  @Means("there is a race to be won")
  WIN_THE_RACE,
  @Means("public support for industry is illegitimate")
  INDUSTRIAL_POLICY_DISTORTS
}
