package eu.policyadvisor.problem;

/**
 * Text from outside, made fit for a terminal, a log and a file that people read.
 *
 * <p>There is one list of characters that do not get there as they are: controls, separators of
 * lines and paragraphs, lone halves of characters, what is no character, marks that turn the
 * direction of text, marks of byte order, and tags. They could colour, move, hide or forge what
 * stands around them, or make a file that nobody can read. Where the text is data, as in JSON, they
 * are escaped; elsewhere U+FFFD stands for them.
 */
public final class Plain {
  /** So many characters of a value are quoted. */
  public static final int LONGEST = 200;

  /** So many characters of a message are said; no message without a long value has as many. */
  private static final int LONGEST_MESSAGE = 2000;

  private static final char REPLACEMENT = '\uFFFD';

  private Plain() {}

  /** Whether a character must not reach people as it is; a line feed is one that must not. */
  public static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default ->
          isNoCharacter(c)
              || isDirection(c)
              || c == 0xFEFF
              || (c >= 0xFFF9 && c <= 0xFFFB)
              || (c >= 0xE0000 && c <= 0xE007F);
    };
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x206F);
  }

  /** A value on one line: each run of blanks and line breaks is one blank. */
  public static String text(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    boolean blank = false;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (c == ' ' || Character.isWhitespace(c)) {
        blank = true;
        continue;
      }
      if (blank && !text.isEmpty()) {
        text.append(' ');
      }
      blank = false;
      text.appendCodePoint(isHidden(c) ? REPLACEMENT : c);
    }
    return text.toString();
  }

  /** A message on one line, which shows the line breaks and tabs that it holds. */
  public static String message(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.appendCodePoint(isHidden(c) ? REPLACEMENT : c);
      }
    }
    return cut(text.toString(), LONGEST_MESSAGE);
  }

  /** The beginning of a value, as a message quotes it; an ellipsis marks the cut. */
  public static String quoted(String raw) {
    return cut(raw, LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest || text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
  }

  /** A text of several lines, which stay. */
  public static String page(String raw) {
    return replaced(raw, false);
  }

  /** JSON that says the same with escapes; what a build server would take for a command, too. */
  public static String json(String document) {
    return replaced(document, true).replace("##", "#\\u0023");
  }

  private static String replaced(String raw, boolean escape) {
    int first = 0;
    while (first < raw.length() && stays(raw.codePointAt(first))) {
      first += Character.charCount(raw.codePointAt(first));
    }
    if (first == raw.length()) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length() + 16).append(raw, 0, first);
    for (int i = first; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (stays(c)) {
        text.appendCodePoint(c);
      } else if (escape) {
        for (char half : Character.toChars(c)) {
          text.append("\\u%04X".formatted((int) half));
        }
      } else {
        text.append(REPLACEMENT);
      }
    }
    return text.toString();
  }

  private static boolean stays(int c) {
    return c == '\n' || c == '\t' || !isHidden(c);
  }
}
