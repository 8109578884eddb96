package eu.policyadvisor.fact;

/** A list of parties. */
public enum PartyList {
  /** Entity List, Supplement No. 4 to 15 CFR Part 744. */
  US_ENTITY_LIST,
  /** Chinese military companies, section 1260H, US Department of Defense. */
  US_DOD_1260H,
  /** Strategic high-tech commodities entity list of Taiwan. */
  TAIWAN_SHTC,
  /** High-risk supplier under the EU 5G toolbox. */
  EU_HIGH_RISK_VENDOR,
  /** EU restrictive measures. */
  EU_SANCTIONS
}
