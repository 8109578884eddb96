package eu.policyadvisor.problem;

import java.util.Comparator;

/**
 * One thing that is wrong with what was given, in words a person can act on.
 *
 * @param file the file as the user named it
 * @param line line, from 1; 0 when it concerns the file as a whole
 * @param column column, from 1; 0 when it concerns the file as a whole
 * @param message what is wrong, with its value, and what would be right
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  /** Something that concerns a file as a whole. */
  public static Problem of(String file, String message) {
    return new Problem(file, 0, 0, message);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /**
   * {@code file:line:column: message}, the form that editors and terminals link, on one line and
   * {@linkplain Plain plain}.
   */
  @Override
  public String toString() {
    String place = line == 0 ? "" : ":" + line + ":" + column;
    return Plain.message(file) + place + ": " + Plain.message(message);
  }
}
