package eu.policyadvisor.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Countries as facts name them: ISO 3166-1 alpha-2, the Union, the Economic Area. */
public final class Countries {
  private static final Set<String> OTHERS = Set.of("EU", "EEA");
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

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

  /** What is wrong with a country; empty when nothing is. */
  public static String problem(String country) {
    if (CODES.contains(country) || OTHERS.contains(country)) {
      return "";
    }
    String meant = otherwise().get(country);
    return "'"
        + country
        + "' is not a country; "
        + (meant == null
            ? "write its ISO 3166-1 code of two letters, EU or EEA"
            : "write '" + meant + "'");
  }
}
