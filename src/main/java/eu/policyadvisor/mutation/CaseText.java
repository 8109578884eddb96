package eu.policyadvisor.mutation;

import eu.policyadvisor.check.Case;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a case as a cases file holds it. */
final class CaseText {
  private CaseText() {}

  static List<String> of(Case test) {
    List<String> lines = new ArrayList<>();
    lines.add("- case: " + FactText.value(test.name()));
    lines.add("  as_of: " + test.asOf());
    lines.add("  facts:");
    FactText.lines(FactSetBuilder.builder(test.facts()).asOf(null).build())
        .forEach(line -> lines.add("    " + line));
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
      lines.add("    awaits: " + FactText.value(test.awaits()));
    }
    return lines;
  }

  private static void rules(List<String> lines, String key, Map<String, ?> byRule) {
    if (!byRule.isEmpty()) {
      lines.add("    " + key + ": " + FactText.value(new TreeMap<>(byRule)));
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
}
