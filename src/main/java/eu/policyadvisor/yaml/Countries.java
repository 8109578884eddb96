package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Plain;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Countries as facts name them: ISO 3166-1 alpha-2, the Union, the Economic Area. */
public final class Countries {
  private static final Set<String> OTHERS = Set.of("EU", "EEA");
  private static final Set<String> JOINTS = Set.of("and", "or", "und", "et");
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Set<String> TAKE_THE =
      Set.of("EU", "EEA", "NL", "PH", "BS", "GM", "MV", "KM", "SC");

  private Countries() {}

  /**
   * What people write instead: names in English, and codes that are not those of ISO. Made when
   * somebody does, as Java takes long to find the names.
   */
  private static Map<String, String> otherwise() {
    Map<String, String> otherwise = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String code : CODES) {
      otherwise.put(code, code);
      otherwise.put(
          new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code);
    }
    OTHERS.forEach(code -> otherwise.put(code, code));
    otherwise.putAll(
        Map.of(
            "UK", "GB",
            "EL", "GR",
            "USA", "US",
            "PRC", "CN",
            "European Union", "EU",
            "America", "US",
            "Great Britain", "GB",
            "Britain", "GB",
            "Holland", "NL",
            "Korea", "KR"));
    return otherwise;
  }

  /**
   * Names by which texts call countries, the longest first; made when they are asked for, as {@link
   * #otherwise}.
   */
  private static final class Called {
    /** Names that hold the name of a country and mean none. */
    private static final List<String> NONE =
        List.of(
            "latin america",
            "north america",
            "central america",
            "south america",
            "new jersey",
            "south china sea",
            "east china sea");

    static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
      Map<String, String> names =
          new TreeMap<>(
              Comparator.comparingInt(String::length)
                  .reversed()
                  .thenComparing(Comparator.naturalOrder()));
      otherwise().forEach((name, code) -> names.put(folded(name), code));
      for (String code : CODES) {
        Locale region = new Locale.Builder().setRegion(code).build();
        for (Locale language : List.of(Locale.GERMAN, Locale.FRENCH)) {
          names.put(folded(region.getDisplayCountry(language)), code);
        }
        // A code in the middle of a text may be a word: AI chips are none of Anguilla.
        names.remove(folded(code));
      }
      names.putAll(
          Map.of("the union", "EU", "europe", "EU", "u s", "US", "eu", "EU", "eea", "EEA"));
      // Java knows them by a longer or a newer name.
      names.putAll(
          Map.of(
              "hong kong", "HK",
              "hongkong", "HK",
              "macau", "MO",
              "macao", "MO",
              "turkey", "TR",
              "czech republic", "CZ",
              "russian federation", "RU",
              "republic of korea", "KR",
              "northern ireland", "GB"));
      NONE.forEach(name -> names.put(name, ""));
      return names;
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /**
   * The codes of the countries that a text names: by name in English, German or French, or by code
   * where it holds nothing but codes, as in {@code CN and MO}.
   */
  public static Set<String> namedIn(String text) {
    Set<String> codes = new LinkedHashSet<>();
    List<String> words =
        Stream.of(text.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty() && !JOINTS.contains(word))
            .toList();
    if (words.stream().allMatch(word -> CODES.contains(word) || OTHERS.contains(word))) {
      codes.addAll(words);
      return codes;
    }
    if (words.contains("US")) {
      codes.add("US");
    }
    // What a longer name has taken is not read again: North Korea is not Korea.
    String left = " " + folded(text) + " ";
    for (Map.Entry<String, String> called : Called.NAMES.entrySet()) {
      String name = " " + called.getKey() + " ";
      if (left.contains(name)) {
        left = left.replace(name, " | ");
        codes.add(called.getValue());
      }
    }
    codes.remove("");
    return codes;
  }

  /** Names and codes of countries, for a suggestion. */
  static Set<String> names() {
    return otherwise().keySet();
  }

  /**
   * What a sentence calls a country: its name in English, whatever the machine speaks, with an
   * article where it takes one.
   *
   * @param code as facts name it; what is none is returned as it is
   */
  public static String name(String code) {
    if (!CODES.contains(code) && !OTHERS.contains(code)) {
      return code;
    }
    String name =
        code.equals("EEA")
            ? "European Economic Area"
            : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    boolean article =
        TAKE_THE.contains(code) || name.startsWith("United ") || name.endsWith(" Islands");
    return article ? "the " + name : name;
  }

  /** What is wrong with a country; empty when nothing is. */
  public static String problem(String country) {
    if (CODES.contains(country) || OTHERS.contains(country)) {
      return "";
    }
    String meant = otherwise().get(country);
    return "'"
        + Plain.quoted(country)
        + "' is not a country; "
        + (meant == null
            ? "write its ISO 3166-1 code of two letters, EU or EEA"
            : "write '" + meant + "'");
  }
}
