package eu.policyadvisor.report;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes facts in the shape of a fact file, one fact on each line. */
public final class FactYaml {
  /** Words that YAML takes for something else than a text. */
  private static final Set<String> SPECIAL =
      Set.of("yes", "no", "true", "false", "null", "on", "off", "y", "n", "unknown", "~");

  private FactYaml() {}

  /** The lines of a fact file that states these facts and its as-of date. */
  public static List<String> lines(FactSet facts) {
    List<String> lines = new ArrayList<>();
    if (facts.asOf() != null) {
      lines.add("as_of: " + facts.asOf());
    }
    lines.add("subject: " + fact(facts.subject()));
    for (Section section : Section.values()) {
      if (section != Section.NONE && facts.states(section)) {
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
      String name = Names.inFile(component.getName());
      if (component.isAnnotationPresent(Field.class)) {
        Object value = fact.value(name);
        FieldOrigin origin = fact.provenance().fields().get(name);
        if (value != null) {
          fields.add(name + ": " + value(value));
        } else if (origin != null && origin.kind() == FieldOrigin.Kind.UNKNOWN) {
          fields.add(name + ": unknown");
        }
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private static String value(Object value) {
    if (value instanceof Enum<?> constant) {
      return text(Names.inFile(constant));
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof LocalDate) {
      return value.toString();
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(FactYaml::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map)
          .entrySet().stream()
              .map(entry -> text(entry.getKey().toString()) + ": " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return text(value.toString());
  }

  private static String text(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9 _./-]*")
            && !text.endsWith(" ")
            && !SPECIAL.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
