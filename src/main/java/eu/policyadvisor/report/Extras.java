package eu.policyadvisor.report;

/**
 * What a report for people gives beside the advice.
 *
 * @param keyReasons the deciding values of each conclusion, in a line
 * @param statuses each rule with what came of it
 */
public record Extras(boolean keyReasons, boolean statuses) {
  /** Nothing. */
  public static final Extras NONE = new Extras(false, false);
}
