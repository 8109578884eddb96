package eu.policyadvisor.fact;

/** A layer of the AI stack, or an input to it. */
public enum Layer {
  /** Accelerators and the means to make them. */
  CHIPS,
  /** Cloud and high-performance computing. */
  COMPUTE,
  /** Machine-learning frameworks and runtimes. */
  FRAMEWORKS,
  /** Models. */
  MODELS,
  /** Applications. */
  APPLICATIONS,
  /** Data. */
  DATA,
  /** People and skills. */
  TALENT,
  /** Money and programmes. */
  FUNDING,
  /** Critical raw materials and components. */
  MATERIALS,
  /** All layers together. */
  WHOLE_STACK
}
