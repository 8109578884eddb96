package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of fields as a fact file states them. */
public final class YamlValue {
  private YamlValue() {}

  /** The value on one line; {@code unknown} where there is none, in quotes where it needs them. */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(YamlValue::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof Enum<?>
        || value instanceof BigDecimal
        || value instanceof Integer
        || value instanceof Boolean
        || value instanceof LocalDate) {
      return Names.value(value);
    }
    String text = value.toString();
    boolean plain =
        text.matches("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./()-]+)*")
            && !text.matches("(?i)true|false|null|unknown");
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
