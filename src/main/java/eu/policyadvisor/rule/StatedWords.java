package eu.policyadvisor.rule;

import java.text.Normalizer;

/**
 * A text that a fact states, ready to be searched for spellings of terms.
 *
 * <p>It is kept as it is written, for symbols such as {@code Ga}, and folded, for all else. What is
 * folded has small letters, no accents, and one blank where anything but letters and digits stood;
 * the second letter of {@code ae}, {@code oe} and {@code ue} is left out, so that {@code
 * Künstliche} and {@code Kuenstliche} are one word. Folding takes one pass over the text, and a
 * search one more.
 *
 * @param written the text
 * @param folded its words
 */
record StatedWords(String written, String folded) {
  private static final int ASCII = 128;

  static StatedWords of(String text) {
    return new StatedWords(text, fold(text));
  }

  static String fold(String text) {
    // The tables of Unicode take long to load, and most texts do without.
    boolean plain = text.chars().allMatch(each -> each < ASCII);
    String letters = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char each = Character.toLowerCase(letters.charAt(i));
      char last = folded.isEmpty() ? ' ' : folded.charAt(folded.length() - 1);
      if (each == 'ß') {
        folded.append("ss");
      } else if (Character.isLetterOrDigit(each)) {
        if (each != 'e' || last != 'a' && last != 'o' && last != 'u') {
          folded.append(each);
        }
      } else if (Character.getType(each) != Character.NON_SPACING_MARK && last != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().strip();
  }

  /** What may follow the words that are searched for. */
  enum Ending {
    /** The end of a word. */
    NONE,
    /** The same, or a plural s before it. */
    PLURAL,
    /** Anything: the word may go on. */
    ANY
  }

  /** Whether words stand in it as they are written. */
  boolean hasWritten(String words) {
    return has(written, words, Ending.NONE);
  }

  /** Whether folded words stand in it, one after the other. */
  boolean has(String words, Ending ending) {
    return has(folded, words, ending);
  }

  private static boolean has(String text, String words, Ending ending) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean ends =
          ending == Ending.ANY
              || isEdge(text, end)
              || ending == Ending.PLURAL && text.charAt(end) == 's' && isEdge(text, end + 1);
      if (ends && isEdge(text, at - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
