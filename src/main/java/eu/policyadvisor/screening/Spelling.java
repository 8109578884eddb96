package eu.policyadvisor.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings text of any script and spelling to plain words. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´ʹʺ·\u0091\u0092]");
  private static final Pattern RESEARCH = Pattern.compile("\\br *and *d\\b");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ORDINAL = Pattern.compile("^(\\d+)(?:st|nd|rd|th)");

  /** The longest names of lists have some 300 characters; to compare takes time with the square. */
  private static final int MOST_COMPARED = 1000;

  private Spelling() {}

  /**
   * The words of a text: Latin letters without marks, in lower case; letters that are abbreviations
   * stand together. Of a text without end those of the beginning.
   */
  static List<String> words(String whole) {
    String text = whole.substring(0, Math.min(whole.length(), MOST_COMPARED));
    String plain = (isAscii(text) ? text : plain(text)).toLowerCase(Locale.ROOT);
    plain = special(plain).replace("&", " and ");
    if (plain.contains("and")) {
      plain = RESEARCH.matcher(plain).replaceAll("research and development");
    }
    plain = APOSTROPHES.matcher(plain).replaceAll("");
    List<String> words = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (String word : BETWEEN.split(plain, -1)) {
      if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
        letters.append(word);
        continue;
      }
      flush(letters, words);
      if (!word.isEmpty()) {
        words.add(Character.isDigit(word.charAt(0)) ? withoutOrdinal(word) : word);
      }
    }
    flush(letters, words);
    return words;
  }

  private static String withoutOrdinal(String number) {
    Matcher ordinal = ORDINAL.matcher(number);
    return ordinal.matches() ? ordinal.group(1) : number;
  }

  private static String plain(String text) {
    String latin = isLatin(text) ? text : Romanisation.of(text);
    return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static void flush(StringBuilder letters, List<String> words) {
    if (!letters.isEmpty()) {
      words.add(letters.toString());
      letters.setLength(0);
    }
  }

  /**
   * A text with letters that have a mark written out, as is done where a keyboard lacks them: ae
   * for ä. The same text where it has none.
   */
  static String writtenOut(String text) {
    StringBuilder out = null;
    String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      String as =
          switch (Character.toLowerCase(c)) {
            case 'ä', 'æ' -> "ae";
            case 'ö', 'ø', 'ő' -> "oe";
            case 'ü', 'ű' -> "ue";
            case 'å' -> "aa";
            case 'đ' -> "dj";
            default -> null;
          };
      if (as != null && out == null) {
        out = new StringBuilder(composed.substring(0, i));
      }
      if (out != null) {
        out.append(as == null ? String.valueOf(c) : as);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has letters of the Latin script only. */
  static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x2AF && (Character.isLetter(c) || Character.getType(c) == Character.OTHER_SYMBOL)) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
            .codePoints()
            .filter(Character::isLetter)
            .allMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN);
      }
    }
    return true;
  }

  /** Letters that are no letter with a mark. */
  private static String special(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String as =
          switch (c) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ı' -> "i";
            case 'þ' -> "th";
            case 'ə' -> "a";
            case 'ħ' -> "h";
            default -> null;
          };
      if (as != null && plain == null) {
        plain = new StringBuilder(text.substring(0, i));
      }
      if (plain != null) {
        plain.append(as == null ? String.valueOf(c) : as);
      }
    }
    return plain == null ? text : plain.toString();
  }

  /**
   * How a word sounds, roughly: spellings of one name in several systems of transliteration come
   * out the same.
   */
  static String sound(String word) {
    String s = word;
    s = s.replace("shch", "s").replace("sch", "s").replace("tsch", "c").replace("kh", "h");
    s =
        s.replace("ph", "f")
            .replace("ck", "k")
            .replace("zh", "z")
            .replace("ts", "c")
            .replace("dj", "d");
    s = s.replace("ee", "i").replace("oo", "u").replace("ou", "u").replace("ue", "u");
    s = s.replace("oe", "o").replace("ae", "a").replace("x", "ks").replace("q", "k");
    s = s.replace('y', 'i').replace('j', 'i').replace('w', 'v');
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (i == 0 || c != s.charAt(i - 1)) {
        sound.append(c);
      }
    }
    return sound.toString().replace("ie", "e").replace("ii", "i");
  }
}
