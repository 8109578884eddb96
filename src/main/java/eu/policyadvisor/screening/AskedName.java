package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to read a name that is asked for.
 *
 * @param name the name
 * @param leftOut what of it was left out and may matter; null for nothing
 */
record AskedName(Name name, @Nullable String leftOut) {
  private static final Pattern BRACKETS =
      Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]|（([^（）]*)）");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z0-9&.-]{2,8}");

  /**
   * A name may give another one in brackets, such as that in another script, or an abbreviation.
   */
  static List<AskedName> of(String asked) {
    List<AskedName> all = new ArrayList<>();
    String written = ListedName.inBrackets(asked);
    List<String> words = Spelling.words(written);
    put(all, Name.of(written, words), null);
    putWrittenOut(all, written, null);
    if (!all.isEmpty() && all.get(0).name.naming().isEmpty()) {
      put(all, all.get(0).name.withoutPlaces());
    }
    if (isWithoutSpaces(written)) {
      put(all, HUMP.matcher(written).replaceAll(" "), null);
    }
    Matcher brackets = BRACKETS.matcher(written);
    if (brackets.find()) {
      String inside = written.substring(brackets.start() + 1, brackets.end() - 1).strip();
      String outside = written.substring(0, brackets.start()) + written.substring(brackets.end());
      boolean otherScript = Spelling.isLatin(inside) != Spelling.isLatin(outside);
      boolean same = otherScript || ABBREVIATION.matcher(inside).matches();
      put(all, outside, same && !Name.isPlace(inside) ? null : inside);
      if (otherScript || inside.contains(" ")) {
        put(all, inside, otherScript ? null : outside.strip());
      }
    }
    put(all, Name.cut(written, words));
    return all;
  }

  private static boolean isWithoutSpaces(String written) {
    return written.chars().noneMatch(Character::isWhitespace)
        && HUMP.matcher(written).results().count() > 1;
  }

  private static void put(List<AskedName> all, String written, @Nullable String leftOut) {
    put(all, Name.of(written), leftOut);
    putWrittenOut(all, written, leftOut);
  }

  private static void putWrittenOut(List<AskedName> all, String written, @Nullable String leftOut) {
    String out = Spelling.writtenOut(written);
    if (!out.equals(written)) {
      put(all, Name.spelt(written, out), leftOut);
    }
  }

  private static void put(List<AskedName> all, Name.@Nullable Cut cut) {
    if (cut != null) {
      put(all, cut.name(), cut.behind());
    }
  }

  private static void put(List<AskedName> all, @Nullable Name name, @Nullable String leftOut) {
    if (name != null && all.stream().noneMatch(known -> known.name.key().equals(name.key()))) {
      all.add(new AskedName(name, leftOut));
    }
  }
}
