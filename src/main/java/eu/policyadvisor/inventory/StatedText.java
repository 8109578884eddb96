package eu.policyadvisor.inventory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts the words of inventories into the form that facts have. */
final class StatedText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern HAN_EDGE =
      Pattern.compile("(?<=\\p{IsHan})(?=[a-z0-9])|(?<=[a-z0-9])(?=\\p{IsHan})");
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_NAME = 200;

  /** What inventories write where they say nothing. */
  private static final Set<String> NOTHING =
      Set.of("", "unknown", "noassertion", "none", "null", "n/a", "na", "-", "~");

  private StatedText() {}

  /** Whether a text says anything. */
  static boolean says(String text) {
    return text.length() > LONGEST_NAME
        ? !clean(text).isEmpty()
        : !NOTHING.contains(clean(text).toLowerCase(Locale.ROOT));
  }

  /** On one line, without what cannot be printed, and not endless. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> isPrintable(c) ? c : Character.isISOControl(c) ? ' ' : '\uFFFD')
        .forEach(clean::appendCodePoint);
    String line = BLANKS.matcher(clean).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
  }

  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c)
        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        && c != '\uFEFF'
        && (c & 0xFFFE) != 0xFFFE;
  }

  /** An id made of a name: {@code Qwen/Qwen-7B} is {@code qwen-qwen-7b}. */
  static String id(String name, String otherwise) {
    String id =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}.]+", "-")
            .replaceAll("[-.]*-[-.]*", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    if (id.codePointCount(0, id.length()) > LONGEST_ID) {
      id = id.substring(0, id.offsetByCodePoints(0, LONGEST_ID)).replaceAll("[-.]+$", "");
    }
    return says(id) && id.codePoints().anyMatch(Character::isLetter) ? id : otherwise;
  }

  /**
   * A name for comparison: lower case, one space for what is no letter or digit, and where Chinese
   * begins or ends.
   */
  static String comparable(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return HAN_EDGE.matcher(NO_WORD.matcher(lower).replaceAll(" ")).replaceAll(" ").strip();
  }
}
