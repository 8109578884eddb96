package eu.policyadvisor.cli;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import java.nio.file.Path;

/**
 * Where a file first differs from what it should be.
 *
 * @param line line, from 1
 * @param column column, from 1
 * @param is the line as it is
 * @param should the line as it should be
 */
record FirstDifference(int line, int column, String is, String should) {
  private static final String END = "(end of the file)";

  /** The first difference of two texts that are not equal. */
  static FirstDifference of(String is, String should) {
    int same = 0;
    while (same < Math.min(is.length(), should.length())
        && is.charAt(same) == should.charAt(same)) {
      same++;
    }
    Offsets offsets = new Offsets(is);
    Place at = offsets.place(same);
    int start = offsets.line(at.line());
    return new FirstDifference(at.line(), at.column(), line(is, start), line(should, start));
  }

  /** The place as editors and terminals link it, and both lines below it. */
  String in(Path file) {
    return String.format(
        "%s:%d:%d: is not formatted%n  is         %s%n  should be  %s",
        Plain.message(file.toString()), line, column, is, should);
  }

  /** A line with what does not show in it made visible. */
  private static String line(String text, int start) {
    if (start >= text.length()) {
      return END;
    }
    int end = text.indexOf('\n', start);
    if (end < 0) {
      return visible(text.substring(start)) + END;
    }
    return end == start ? "(empty line)" : visible(text.substring(start, end));
  }

  private static String visible(String line) {
    String shown = line.replace("\r", "\\r").replace("\t", "\\t").replace("\uFEFF", "\\uFEFF");
    return shown.stripTrailing() + "·".repeat(shown.length() - shown.stripTrailing().length());
  }
}
