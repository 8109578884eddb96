package eu.policyadvisor.engine.format;

/** A text that is being written, which knows its column. */
final class DrlPage {
  private final StringBuilder text = new StringBuilder();

  void append(String more) {
    text.append(more);
  }

  /** Begins a line, after so many spaces; the first line of the text is begun already. */
  void line(int indent) {
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(" ".repeat(indent));
  }

  void blankLine() {
    text.append('\n');
  }

  /** How wide the line is so far. */
  int column() {
    return text.length() - text.lastIndexOf("\n") - 1;
  }

  /** What was written, with the end of its last line. */
  String text() {
    return text.isEmpty() ? "" : text + "\n";
  }
}
