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

  /** The place after the last character of a text. */
  public static Place after(CharSequence text) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, Character.codePointCount(text, start, text.length()) + 1);
  }
}
