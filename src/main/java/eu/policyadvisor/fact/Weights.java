package eu.policyadvisor.fact;

/** How the parameters of a model are available. */
public enum Weights {
  /** Downloadable under a free licence. */
  OPEN,
  /** Downloadable under a licence with limits of use, territory or scale. */
  RESTRICTED,
  /** Not available. */
  CLOSED
}
