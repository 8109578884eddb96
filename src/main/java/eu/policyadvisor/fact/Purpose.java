package eu.policyadvisor.fact;

/** Why an item is acquired or used. */
public enum Purpose {
  /** Productive use of any kind, research workloads included. */
  PRODUCTION,
  /** Solely technical analysis or evaluation of the item, such as destructive testing. */
  TECHNICAL_EVALUATION
}
