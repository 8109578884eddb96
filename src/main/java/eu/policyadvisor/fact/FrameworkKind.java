package eu.policyadvisor.fact;

/** What a piece of software in the stack is. */
public enum FrameworkKind {
  @Means("a machine-learning framework or library")
  LIBRARY,
  @Means("the runtime of one kind of accelerator")
  ACCELERATOR_RUNTIME,
  @Means("a layer that makes code portable across accelerators")
  PORTABILITY,
  @Means("a server that runs models")
  INFERENCE_SERVER
}
