package eu.policyadvisor.fact;

/** A sign that the declared customer is not the end user. */
public enum RedFlag {
  /** No history with this customer. */
  NEW_CUSTOMER,
  /** The design looks like an AI accelerator. */
  AI_ACCELERATOR_DESIGN,
  /** Parent company in China. */
  PRC_PARENT,
  /** The end user cannot be verified. */
  UNVERIFIABLE_END_USER,
  /** The volume does not fit the declared use. */
  VOLUME_INCONSISTENT
}
