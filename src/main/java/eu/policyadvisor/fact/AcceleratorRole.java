package eu.policyadvisor.fact;

/** What an accelerator is used for. */
public enum AcceleratorRole {
  @Means("training of models")
  TRAINING,
  @Means("running of models")
  INFERENCE,
  /** Networking. */
  NETWORK,
  /** Storage. */
  STORAGE
}
