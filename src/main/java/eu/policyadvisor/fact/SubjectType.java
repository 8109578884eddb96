package eu.policyadvisor.fact;

/** What kind of actor the advice is for. */
public enum SubjectType {
  /** A company. */
  COMPANY,
  /** A university, institute or computing centre. */
  RESEARCH_ORGANISATION,
  /** A ministry, agency or other public body. */
  PUBLIC_AUTHORITY,
  /** An operator of critical infrastructure, such as a hospital or a grid operator. */
  CRITICAL_ENTITY,
  /** A member state of the Union. */
  MEMBER_STATE,
  /** An institution or agency of the Union. */
  EU_INSTITUTION,
  /** The European Union as a whole. */
  UNION,
  /** A supervisory authority under the GDPR. */
  DATA_PROTECTION_AUTHORITY,
  /** A state outside the Union. */
  THIRD_COUNTRY_STATE
}
