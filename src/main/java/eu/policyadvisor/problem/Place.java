package eu.policyadvisor.problem;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Place(int line, int column) {

  /** The whole of a file. */
  public static final Place NONE = new Place(0, 0);
}
