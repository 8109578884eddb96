package eu.policyadvisor.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns names in the code into words for people. */
final class FieldNames {
  private static final Map<String, String> ACRONYMS =
      Map.of("ai", "AI", "us", "US", "nis2", "NIS2");

  private FieldNames() {}

  /** {@code dataFlow} is {@code data_flow} in a file. */
  static String key(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** {@code DataFlow} is a data flow. */
  static String name(Class<?> type) {
    return Stream.of(key(type.getSimpleName()).split("_"))
        .map(word -> ACRONYMS.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  /** {@code AcceleratorRole} is an accelerator role. */
  static String oneOf(Class<?> type) {
    String name = name(type);
    return ("aeioAEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}
