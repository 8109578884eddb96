package eu.policyadvisor.fact;

/** What a transfer to a third country rests on, GDPR Chapter V. */
public enum TransferMechanism {
  /** Adequacy decision, Article 45. */
  ADEQUACY,
  /** Standard contractual clauses, Article 46(2)(c). */
  SCC,
  /** Binding corporate rules, Article 47. */
  BCR,
  /** Derogation, Article 49. */
  DEROGATION,
  /** Nothing. */
  NONE
}
