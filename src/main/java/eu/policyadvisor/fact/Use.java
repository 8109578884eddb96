package eu.policyadvisor.fact;

/** What a model is used for. */
public enum Use {
  @Means("informing the public")
  PUBLIC_INFORMATION,
  @Means("teaching and learning")
  EDUCATION,
  @Means("journalism and publishing")
  MEDIA,
  /** Research. */
  RESEARCH,
  @Means("drafting of policy or law")
  POLICY_TEXT,
  @Means("writing software")
  CODE,
  @Means("translation of technical text")
  TRANSLATION,
  @Means("answering customers")
  CUSTOMER_SERVICE,
  @Means("care of patients")
  CLINICAL,
  @Means("assistance to staff")
  INTERNAL_ASSISTANCE,
  @Means("decisions in law enforcement")
  LAW_ENFORCEMENT,
  @Means("decisions in defence")
  DEFENCE,
  @Means("control of critical infrastructure")
  CRITICAL_CONTROL
}
