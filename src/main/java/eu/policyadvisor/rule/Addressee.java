package eu.policyadvisor.rule;

/** Who should act. */
public enum Addressee {
  /** The actor that is advised. */
  SUBJECT,
  /** The member state concerned. */
  MEMBER_STATE,
  /** The state in which a firm is acquired, of the Union or not. */
  TARGET_STATE,
  /** The European Commission. */
  COMMISSION,
  /** The supervisory authority under the GDPR. */
  DATA_PROTECTION_AUTHORITY,
  /** The AI Office of the Commission. */
  AI_OFFICE,
  /** The provider of the model. */
  MODEL_PROVIDER
}
