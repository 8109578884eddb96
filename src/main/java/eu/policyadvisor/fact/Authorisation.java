package eu.policyadvisor.fact;

/** A US authorisation for dealing in an item. */
public enum Authorisation {
  @Means("no authorisation is held")
  NONE,
  @Means("a licence or authorisation of the US Bureau of Industry and Security")
  BIS_LICENCE
}
