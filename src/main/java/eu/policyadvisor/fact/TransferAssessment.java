package eu.policyadvisor.fact;

/** State of the transfer impact assessment. */
public enum TransferAssessment {
  @Means("done and convincing")
  DONE,
  @Means("done, not convincing")
  INADEQUATE,
  /** Not done. */
  NOT_DONE
}
