package eu.policyadvisor;

import java.util.List;

/** Cuts stretches out of texts. */
public final class Cut {
  private Cut() {}

  /**
   * What stands between two places.
   *
   * @param line from 1
   * @param column from 1, in code points
   * @param endLine from 1
   * @param endColumn column after the last character
   */
  public static String from(String text, int line, int column, int endLine, int endColumn) {
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    String last = lines.get(endLine - 1);
    String cut = last.substring(0, last.offsetByCodePoints(0, endColumn - 1));
    for (int i = endLine - 1; i >= line; i--) {
      cut = lines.get(i - 1) + "\n" + cut;
    }
    return cut.substring(cut.offsetByCodePoints(0, column - 1));
  }
}
