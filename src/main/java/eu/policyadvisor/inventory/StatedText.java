package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Plain;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts the words of inventories into the form that facts have. */
final class StatedText {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern HAN_EDGE =
      Pattern.compile("(?<=\\p{IsHan})(?=[a-z0-9])|(?<=[a-z0-9])(?=\\p{IsHan})");
  private static final Pattern MARKS = Pattern.compile("[-.]+");
  private static final int LONGEST_ID = 60;

  /** What inventories write where they say nothing. */
  private static final Set<String> NOTHING =
      Set.of("", "unknown", "noassertion", "none", "null", "n/a", "na", "-", "~");

  private StatedText() {}

  /** Whether a text says anything. */
  static boolean says(String text) {
    return text.length() > Plain.LONGEST
        ? !clean(text).isEmpty()
        : !NOTHING.contains(clean(text).toLowerCase(Locale.ROOT));
  }

  /** On one line, plain, and not endless. */
  static String clean(String text) {
    return Plain.quoted(Plain.text(text));
  }

  /** An id made of a name: {@code Qwen/Qwen-7B} is {@code qwen-qwen-7b}. */
  static String id(String name, String otherwise) {
    String id =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}.]+", "-");
    id = bare(MARKS.matcher(id).replaceAll(marks -> marks.group().contains("-") ? "-" : "$0"));
    if (id.codePointCount(0, id.length()) > LONGEST_ID) {
      id = bare(id.substring(0, id.offsetByCodePoints(0, LONGEST_ID)));
    }
    return says(id) && id.codePoints().anyMatch(Character::isLetter) ? id : otherwise;
  }

  /** Without marks before and behind. */
  private static String bare(String id) {
    int first = 0;
    int end = id.length();
    while (first < end && isMark(id.charAt(first))) {
      first++;
    }
    while (first < end && isMark(id.charAt(end - 1))) {
      end--;
    }
    return id.substring(first, end);
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '.';
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
