package eu.policyadvisor.advice;

/** What came of a rule in an assessment. */
public enum RuleStatus {
  /** It concluded, on one fact at least. */
  CONCLUDED,
  /** What it recommends yields to something else, on every fact it speaks of. */
  SUPERSEDED,
  /** It did not conclude, and some completion of what is not known would make it conclude. */
  UNDETERMINED,
  /** It did not conclude, and no completion of what is not known would make it conclude. */
  CLEAR,
  /** The as-of date lies outside its window. */
  NOT_IN_FORCE
}
