package eu.policyadvisor.report;

/** Text from outside, made fit to print on one line of a terminal or a document. */
public final class Plain {
  private Plain() {}

  /**
   * Without control characters and without marks that turn the direction of the text: a fact must
   * not be able to colour, move or overwrite what stands around it.
   */
  public static String text(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> hidden(c) ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  /** How many columns of a terminal the text takes. */
  public static int width(String text) {
    return text.codePoints().map(Plain::width).sum();
  }

  public static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
