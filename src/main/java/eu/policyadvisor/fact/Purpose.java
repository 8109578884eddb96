package eu.policyadvisor.fact;

/** Why an item is acquired or used. */
public enum Purpose {
  @Means("productive use of any kind, research workloads included")
  PRODUCTION,
  @Means("solely to analyse or evaluate it, such as by destructive testing")
  TECHNICAL_EVALUATION
}
