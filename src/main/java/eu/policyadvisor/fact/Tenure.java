package eu.policyadvisor.fact;

/** Whether machines are owned. */
public enum Tenure {
  @Means("owned")
  OWNED,
  @Means("rented or used as a service")
  RENTED
}
