package eu.policyadvisor.fact;

/** A US authorisation for dealing in an item. */
public enum Authorisation {
  @Means("no authorisation is held")
  NONE,
  @Means("the US Bureau of Industry and Security has allowed it")
  BIS_LICENCE
}
