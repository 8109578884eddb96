package eu.policyadvisor.fact;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How fields, constants and values are written in a fact file, and words in a sentence. */
public final class Names {
  /** Components are few and asked often. */
  private static final Map<String, String> IN_FILE = new ConcurrentHashMap<>();

  private Names() {}

  /** The name in a fact file of a record component: {@code shareOfCompute} is share_of_compute. */
  public static String inFile(String component) {
    String known = IN_FILE.get(component);
    return known != null
        ? known
        : IN_FILE.computeIfAbsent(
            component, name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  /** The value in a fact file of a constant: {@code PHASE_OUT} is phase_out. */
  public static String inFile(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Words in a sentence: {@code a, b and c}, or with another conjunction. */
  public static String list(List<String> words, String conjunction) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }

  /** A value of a field as a fact file would write it. */
  public static String value(Object value) {
    if (value instanceof Enum<?> constant) {
      return inFile(constant);
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(Names::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof Fact fact) {
      return fact.id();
    }
    return value.toString();
  }
}
