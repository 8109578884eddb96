package eu.policyadvisor.fact;

/** How the parameters of a model are available. */
public enum Weights {
  @Means("downloadable under a free licence")
  OPEN,
  @Means("downloadable; the licence limits use, territory or scale")
  RESTRICTED,
  @Means("not available")
  CLOSED
}
