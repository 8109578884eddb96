package eu.policyadvisor.fact;

/** What kind of actor the advice is for. */
public enum SubjectType {
  /** A company. */
  COMPANY,
  @Means("a university, institute or computing centre")
  RESEARCH_ORGANISATION,
  @Means("a ministry, agency or other public body")
  PUBLIC_AUTHORITY,
  @Means("an operator of critical infrastructure")
  CRITICAL_ENTITY,
  @Means("a member state of the Union")
  MEMBER_STATE,
  @Means("an institution or agency of the Union")
  EU_INSTITUTION,
  @Means("the European Union as a whole")
  UNION,
  @Means("a supervisory authority under the GDPR")
  DATA_PROTECTION_AUTHORITY,
  @Means("a state outside the Union")
  THIRD_COUNTRY_STATE,
  /** A court. */
  COURT,
  @Means("a consumer protection authority")
  CONSUMER_AUTHORITY,
  @Means("a competition authority")
  COMPETITION_AUTHORITY,
  @Means("an authority for markets, networks or products")
  MARKET_AUTHORITY,
  @Means("an international organisation")
  INTERNATIONAL_ORGANISATION
}
