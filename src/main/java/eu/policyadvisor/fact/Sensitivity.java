package eu.policyadvisor.fact;

/** How sensitive a workload or its data is. */
public enum Sensitivity {
  /** Public or harmless. */
  LOW,
  /** Internal. */
  MEDIUM,
  /** Personal data of a special category, critical functions, official secrets. */
  HIGH,
  /** Classified information. */
  CLASSIFIED
}
