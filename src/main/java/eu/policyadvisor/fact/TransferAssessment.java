package eu.policyadvisor.fact;

/** State of the transfer impact assessment. */
public enum TransferAssessment {
  /** Done and convincing. */
  DONE,
  /** Done, not convincing. */
  INADEQUATE,
  /** Not done. */
  NOT_DONE
}
