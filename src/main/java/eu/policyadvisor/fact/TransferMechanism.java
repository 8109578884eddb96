package eu.policyadvisor.fact;

/** What a transfer to a third country rests on, GDPR Chapter V. */
public enum TransferMechanism {
  @Means("an adequacy decision, Article 45 of the GDPR")
  ADEQUACY,
  @Means("standard contractual clauses, Article 46(2)(c) of the GDPR")
  SCC,
  @Means("binding corporate rules, Article 47 of the GDPR")
  BCR,
  @Means("a derogation, Article 49 of the GDPR")
  DEROGATION,
  @Means("nothing")
  NONE
}
