package eu.policyadvisor.fact;

/** What the loss of a supply would do. */
public enum Impact {
  @Means("little")
  LOW,
  @Means("noticeable damage to the function")
  MEDIUM,
  @Means("the function stops")
  HIGH
}
