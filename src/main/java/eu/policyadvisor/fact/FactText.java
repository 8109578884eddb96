package eu.policyadvisor.fact;

import eu.policyadvisor.problem.Plain;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts and their values as a fact file states them, in YAML. */
public final class FactText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*+(?: [A-Za-z0-9_./() -]*+)?+");

  private FactText() {}

  /**
   * The lines of a fact file that states these facts and their as-of date, each fact on one line;
   * the title is left out.
   */
  public static List<String> lines(FactSet facts) {
    List<String> lines = new ArrayList<>();
    if (facts.asOf() != null) {
      lines.add("as_of: " + facts.asOf());
    }
    lines.add("subject: " + fact(facts.subject()));
    for (Section section : Section.values()) {
      if (facts.states(section)) {
        List<Fact> of = facts.facts(section);
        lines.add(section.key() + (of.isEmpty() ? ": []" : ":"));
        of.forEach(each -> lines.add("  - " + fact(each)));
      }
    }
    return List.copyOf(lines);
  }

  private static String fact(Fact fact) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      Field rule = component.getAnnotation(Field.class);
      if (rule != null) {
        String name = Names.inFile(component.getName());
        Object value = fact.value(name);
        FieldOrigin origin = fact.provenance().fields().get(name);
        if (value != null || origin != null && origin.kind() == FieldOrigin.Kind.UNKNOWN) {
          Object shown =
              rule.oneOrMore() && value instanceof List<?> several && several.size() == 1
                  ? several.get(0)
                  : value;
          fields.add(name + ": " + value(shown));
        }
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  /**
   * A value of a field on one line, in quotes where it would read as something else.
   *
   * @param value the value; null is written {@code unknown}
   */
  public static String value(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(FactText::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text ? scalar(text) : Names.value(value);
  }

  private static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !text.contains("  ")
            && !text.endsWith(" ")
            && !text.matches("(?i)true|false|null|unknown");
    if (text.codePoints().anyMatch(Plain::isHidden)) {
      return escaped(text);
    }
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }

  /** What people must not meet as it is, as escapes of YAML. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                escaped.append("\\n");
              } else if (Plain.isHidden(c)) {
                escaped.append((c > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(c));
              } else {
                escaped.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
              }
            });
    return escaped.append('"').toString();
  }
}
