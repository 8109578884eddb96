package eu.policyadvisor.fact;

/** What a model is used for. */
public enum Use {
  /** Informing the public. */
  PUBLIC_INFORMATION,
  /** Teaching and learning. */
  EDUCATION,
  /** Journalism and publishing. */
  MEDIA,
  /** Research. */
  RESEARCH,
  /** Drafting of policy or law. */
  POLICY_TEXT,
  /** Writing software. */
  CODE,
  /** Translation of technical text. */
  TRANSLATION,
  /** Answering customers. */
  CUSTOMER_SERVICE,
  /** Care of patients. */
  CLINICAL,
  /** Assistance to staff. */
  INTERNAL_ASSISTANCE,
  /** Decisions in law enforcement. */
  LAW_ENFORCEMENT,
  /** Decisions in defence. */
  DEFENCE,
  /** Control of critical infrastructure. */
  CRITICAL_CONTROL
}
