package eu.policyadvisor.fact;

/** A list of parties. */
public enum PartyList {
  @Means("US Entity List (Supplement No. 4 to 15 CFR Part 744)")
  US_ENTITY_LIST,
  @Means("US list of Chinese military companies, section 1260H")
  US_DOD_1260H,
  @Means("strategic high-tech commodities entity list of Taiwan")
  TAIWAN_SHTC,
  @Means("high-risk supplier under the EU 5G toolbox")
  EU_HIGH_RISK_VENDOR,
  @Means("EU restrictive measures")
  EU_SANCTIONS
}
