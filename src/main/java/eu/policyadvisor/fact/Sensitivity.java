package eu.policyadvisor.fact;

/** How sensitive a workload or its data is. */
public enum Sensitivity {
  @Means("public or harmless")
  LOW,
  @Means("internal")
  MEDIUM,
  @Means("special personal data, critical functions, official secrets")
  HIGH,
  @Means("classified information")
  CLASSIFIED
}
