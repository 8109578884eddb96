package eu.policyadvisor.screening;

import com.ibm.icu.text.Transliterator;
import eu.policyadvisor.problem.MissingLibraryException;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Writes other scripts in Latin letters. Known words, such as legal forms and Chinese words of
 * business, come out in English, other Chinese as pinyin in one word; Japanese names in Chinese
 * characters are read as Chinese.
 */
final class Romanisation {
  /** Loading it takes a while, and few names need it. */
  private static final class Holder {
    static final Transliterator TO_LATIN =
        Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII");
  }

  private Romanisation() {}

  static String of(String written) {
    String text =
        NameWords.get().fromOtherScripts(Normalizer.normalize(written, Normalizer.Form.NFKC));
    StringBuilder latin = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      boolean han = isHan(text.codePointAt(from));
      int to = end(text, from, codePoint -> isHan(codePoint) == han);
      String part = text.substring(from, to);
      latin.append(han ? " " + pinyin(part) + " " : latin(part));
      from = to;
    }
    return latin.toString();
  }

  /** A transliterator holds state while it works. */
  private static synchronized String latin(String text) {
    try {
      return Holder.TO_LATIN.transliterate(text);
    } catch (LinkageError e) {
      throw new MissingLibraryException(
          "names in other scripts than Latin, such as '"
              + text
              + "', cannot be compared; add the library com.ibm.icu:icu4j to the class path",
          e);
    }
  }

  private static String pinyin(String text) {
    return latin(text).replace(" ", "").replace("'", "");
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  private static int end(String text, int from, IntPredicate same) {
    int to = from;
    while (to < text.length() && same.test(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    return to;
  }
}
