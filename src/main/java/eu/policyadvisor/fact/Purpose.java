package eu.policyadvisor.fact;

/** Why an item is acquired or used. */
public enum Purpose {
  @Means("productive use of any kind, research included")
  PRODUCTION,
  @Means("solely to analyse or evaluate the item itself")
  TECHNICAL_EVALUATION
}
