package eu.policyadvisor.fact;

/** What a piece of software in the stack is. */
public enum FrameworkKind {
  /** A machine-learning framework or library. */
  LIBRARY,
  /** The runtime of one kind of accelerator. */
  ACCELERATOR_RUNTIME,
  /** A layer that makes code portable across accelerators. */
  PORTABILITY,
  /** A server that runs models. */
  INFERENCE_SERVER
}
