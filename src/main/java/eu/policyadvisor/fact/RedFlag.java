package eu.policyadvisor.fact;

/** A sign that the declared customer is not the end user. */
public enum RedFlag {
  @Means("no history with this customer")
  NEW_CUSTOMER,
  @Means("the design looks like an AI accelerator")
  AI_ACCELERATOR_DESIGN,
  @Means("parent company in China")
  PRC_PARENT,
  @Means("the end user cannot be verified")
  UNVERIFIABLE_END_USER,
  @Means("the volume does not fit the declared use")
  VOLUME_INCONSISTENT
}
