package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name that a row of a list goes by.
 *
 * @param row the row
 * @param list the list
 * @param name the name
 * @param weak why it alone does not say who is meant; null when it does
 */
record ListedName(ListRow row, KeptList list, Name name, @Nullable String weak) {
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z0-9&.-]{2,8}");
  private static final Pattern PLACE_BEHIND_FORM =
      Pattern.compile(
          "(?i)^(.*?\\b(?:ltd|limited|inc|corp|corporation|llc|company|gmbh|plc|co)\\.?)\\s*,\\s*"
              + "(?!(?:ltd|limited|inc|llc|co)\\b)[^,;]++(?:,[^,;]++)*+$");
  private static final Pattern BEHIND_DASH = Pattern.compile("\\s[-–—]\\s+([A-Z0-9&]{2,8})$");
  private static final Pattern LEADING =
      Pattern.compile("(?i)^(?:and|a\\.k\\.a\\.?,?|aka|f\\.k\\.a\\.?,?)\\s+");
  private static final int SHORT_ALIAS = 3;

  /** No name with a place behind it is longer; to look for one takes time. */
  private static final int LONGEST = 1000;

  /** All names that a row goes by. */
  static List<ListedName> of(ListRow row, KeptList list) {
    List<ListedName> names = new ArrayList<>();
    add(names, row, list, row.name(), true);
    row.aliases().forEach(alias -> add(names, row, list, alias, false));
    return names;
  }

  /** A name with the abbreviation that some write behind a dash in brackets, as most do. */
  static String inBrackets(String name) {
    return BEHIND_DASH.matcher(name).replaceFirst(" ($1)");
  }

  private static void add(
      List<ListedName> names, ListRow row, KeptList list, String listed, boolean own) {
    String written = inBrackets(LEADING.matcher(listed).replaceFirst("").strip());
    List<String> words = Spelling.words(written);
    Name whole = Name.of(written, words);
    boolean abbreviation =
        !own
            && whole != null
            && whole.words().size() == 1
            && whole.squeezed().length() <= SHORT_ALIAS;
    String weak = abbreviation ? "a short alias only" : null;
    put(names, row, list, whole, weak);
    putWrittenOut(names, row, list, written, weak);
    if (row.person()) {
      int comma = written.indexOf(',');
      if (comma > 0) {
        put(
            names,
            row,
            list,
            written.substring(comma + 1) + " " + written.substring(0, comma),
            null);
      }
      return;
    }
    Matcher place = PLACE_BEHIND_FORM.matcher(written);
    if (written.length() <= LONGEST && place.matches()) {
      put(names, row, list, place.group(1), "listed with a place");
    } else {
      Name.Cut cut = Name.cut(written, words);
      if (cut != null) {
        put(names, row, list, cut.name(), "listed with '" + cut.behind() + "'");
      }
    }
    Matcher brackets = BRACKETS.matcher(written);
    if (brackets.find()) {
      String inside = brackets.group(1).strip();
      put(
          names,
          row,
          list,
          BRACKETS.matcher(written).replaceAll(" "),
          isAbbreviation(inside) ? null : "listed with '" + inside + "'");
      String behind = written.substring(brackets.end()).strip();
      if (isAbbreviation(inside) && behind.contains(" ")) {
        put(names, row, list, inside + " " + behind, "abbreviated");
      }
      put(
          names,
          row,
          list,
          inside,
          isAbbreviation(inside) || !inside.contains(" ")
              ? "an abbreviation only"
              : "a part of the listed name only");
    }
  }

  private static boolean isAbbreviation(String text) {
    return ABBREVIATION.matcher(text).matches() && !Name.isPlace(text);
  }

  private static void put(
      List<ListedName> names, ListRow row, KeptList list, String written, @Nullable String weak) {
    put(names, row, list, Name.of(written), weak);
    putWrittenOut(names, row, list, written, weak);
  }

  private static void putWrittenOut(
      List<ListedName> names, ListRow row, KeptList list, String written, @Nullable String weak) {
    String out = Spelling.writtenOut(written);
    if (!out.equals(written)) {
      put(names, row, list, Name.spelt(written, out), weak);
    }
  }

  private static void put(
      List<ListedName> names,
      ListRow row,
      KeptList list,
      @Nullable Name name,
      @Nullable String weak) {
    if (name == null) {
      return;
    }
    for (ListedName before : names) {
      if (before.name.key().equals(name.key())
          && before.name.forms().equals(name.forms())
          && (before.weak == null || Objects.equals(before.weak, weak))) {
        return;
      }
    }
    names.add(new ListedName(row, list, name, weak));
  }
}
