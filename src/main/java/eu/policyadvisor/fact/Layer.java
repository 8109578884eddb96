package eu.policyadvisor.fact;

/** A layer of the AI stack, or an input to it. */
public enum Layer {
  @Means("accelerators and the means to make them")
  CHIPS,
  @Means("cloud and high-performance computing")
  COMPUTE,
  @Means("machine-learning frameworks and runtimes")
  FRAMEWORKS,
  /** Models. */
  MODELS,
  /** Applications. */
  APPLICATIONS,
  /** Data. */
  DATA,
  @Means("people and skills")
  TALENT,
  @Means("money and programmes")
  FUNDING,
  @Means("critical raw materials and components")
  MATERIALS,
  @Means("all layers together")
  WHOLE_STACK
}
