package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a case as a cases file holds it. */
final class CaseText {
  private CaseText() {}

  static List<String> of(Case test) {
    List<String> lines = new ArrayList<>();
    lines.add("- case: " + scalar(test.name()));
    lines.add("  as_of: " + test.asOf());
    lines.add("  facts:");
    FactSet facts = test.facts();
    lines.add("    subject: " + fact(facts.subject()));
    for (Section section : Section.values()) {
      if (facts.states(section)) {
        List<Fact> of = facts.facts(section);
        lines.add("    " + section.key() + ":" + (of.isEmpty() ? " []" : ""));
        of.forEach(fact -> lines.add("      - " + fact(fact)));
      }
    }
    lines.add("  expect:");
    expected(lines, "concludes", test.concludes());
    expected(lines, "silent", test.silent());
    expected(lines, "undetermined", test.undetermined());
    expected(lines, "superseded", test.superseded());
    if (test.stance() != null) {
      lines.add("    stance: " + Names.inFile(test.stance()));
    }
    rules(lines, "severity", test.severity());
    rules(lines, "stances", test.stances());
    rules(lines, "confidence_at_most", test.confidenceAtMost());
    if (!test.awaits().isEmpty()) {
      lines.add("    awaits: " + value(test.awaits()));
    }
    return lines;
  }

  private static void rules(List<String> lines, String key, Map<String, ?> byRule) {
    if (!byRule.isEmpty()) {
      lines.add("    " + key + ": " + value(byRule));
    }
  }

  private static void expected(List<String> lines, String key, List<Case.Expected> expected) {
    if (!expected.isEmpty()) {
      lines.add(
          "    "
              + key
              + ": ["
              + expected.stream().map(Case.Expected::toString).collect(Collectors.joining(", "))
              + "]");
    }
  }

  private static String fact(Fact fact) {
    List<String> fields = new ArrayList<>();
    Map<String, ?> unknown = Parts.unknown(fact);
    for (RecordComponent field : Parts.fields(fact.getClass())) {
      String name = Names.inFile(field.getName());
      Object value = Parts.value(fact, field);
      if (value != null) {
        fields.add(name + ": " + value(value));
      } else if (unknown.containsKey(name)) {
        fields.add(name + ": unknown");
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private static String value(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().map(CaseText::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map)
          .entrySet().stream()
              .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text ? scalar(text) : Names.value(value);
  }

  /** Text that would read as something else stands in quotes. */
  private static String scalar(String text) {
    return text.matches("[A-Za-z][\\w ./-]*\\w|[A-Za-z]")
            && !text.matches("(?i)true|false|null|unknown")
        ? text
        : "'" + text.replace("'", "''") + "'";
  }
}
