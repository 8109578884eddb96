package eu.policyadvisor.fact;

/** What an accelerator is used for. */
public enum AcceleratorRole {
  /** Training of models. */
  TRAINING,
  /** Running of models. */
  INFERENCE,
  /** Networking. */
  NETWORK,
  /** Storage. */
  STORAGE
}
