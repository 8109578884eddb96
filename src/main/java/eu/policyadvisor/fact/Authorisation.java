package eu.policyadvisor.fact;

/** A US authorisation for dealing in an item. */
public enum Authorisation {
  /** No authorisation is held. */
  NONE,
  /** A licence or authorisation of the US Bureau of Industry and Security is held. */
  BIS_LICENCE
}
