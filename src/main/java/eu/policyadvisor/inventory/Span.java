package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;

/**
 * A stretch of a file.
 *
 * @param line where it begins, from 1
 * @param column where it begins, from 1, in code points
 * @param endLine where it ends
 * @param endColumn the column after its last character
 */
record Span(int line, int column, int endLine, int endColumn) {

  static Span of(Place from, Place to) {
    return new Span(from.line(), from.column(), to.line(), to.column());
  }

  /** Text on one line. */
  static Span of(int line, int column, String text) {
    return new Span(line, column, line, column + text.codePointCount(0, text.length()));
  }

  Place place() {
    return new Place(line, column);
  }
}
