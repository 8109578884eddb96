package eu.policyadvisor.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Countries as facts name them: ISO 3166-1 alpha-2, the Union, the Economic Area. */
final class Countries {
  private static final Set<String> CODES = new TreeSet<>(Set.of(Locale.getISOCountries()));

  /** What people write instead: names in English, and codes that are not those of ISO. */
  private static final Map<String, String> OTHERWISE = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String code : CODES) {
      OTHERWISE.put(code, code);
      OTHERWISE.put(
          new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code);
    }
    CODES.add("EU");
    CODES.add("EEA");
    Stream.of("EU", "EEA").forEach(code -> OTHERWISE.put(code, code));
    OTHERWISE.putAll(
        Map.of(
            "UK",
            "GB",
            "EL",
            "GR",
            "USA",
            "US",
            "PRC",
            "CN",
            "European Union",
            "EU",
            "America",
            "US",
            "Great Britain",
            "GB",
            "Britain",
            "GB",
            "Holland",
            "NL",
            "Korea",
            "KR"));
  }

  private Countries() {}

  /** What is wrong with a country; empty when nothing is. */
  static String problem(String country) {
    if (CODES.contains(country)) {
      return "";
    }
    String meant = OTHERWISE.get(country);
    return "'"
        + country
        + "' is not a country; "
        + (meant == null
            ? "write its ISO 3166-1 code of two letters, EU or EEA"
            : "write '" + meant + "'");
  }
}
