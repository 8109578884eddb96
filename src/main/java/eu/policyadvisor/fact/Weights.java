package eu.policyadvisor.fact;

/** How the parameters of a model are available. */
public enum Weights {
  @Means("downloadable under a free licence")
  OPEN,
  @Means("downloadable under a licence with limits of use, territory or scale")
  RESTRICTED,
  @Means("not available")
  CLOSED
}
