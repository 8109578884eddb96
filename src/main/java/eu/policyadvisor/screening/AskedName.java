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
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z0-9&.-]{2,8}");

  /**
   * A name may give another one in brackets, such as that in another script, or an abbreviation.
   */
  static List<AskedName> of(String written) {
    List<AskedName> all = new ArrayList<>();
    put(all, written, null);
    Matcher brackets = BRACKETS.matcher(written);
    if (brackets.find()) {
      String inside = written.substring(brackets.start() + 1, brackets.end() - 1).strip();
      String outside = written.substring(0, brackets.start()) + written.substring(brackets.end());
      boolean otherScript = Spelling.isLatin(inside) != Spelling.isLatin(outside);
      put(all, outside, otherScript || ABBREVIATION.matcher(inside).matches() ? null : inside);
      if (otherScript || inside.contains(" ")) {
        put(all, inside, otherScript ? null : outside.strip());
      }
    }
    return all;
  }

  private static void put(List<AskedName> all, String written, @Nullable String leftOut) {
    Name name = Name.of(written);
    if (name != null && all.stream().noneMatch(known -> known.name.key().equals(name.key()))) {
      all.add(new AskedName(name, leftOut));
    }
  }
}
