package eu.policyadvisor.report;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes an edit in the shape of a fact file: only what changes, with what stood there before. */
public final class YamlPatch {
  private final FactSet facts;
  private final List<String> lines = new ArrayList<>();

  private YamlPatch(FactSet facts) {
    this.facts = facts;
  }

  /** The lines of the patch. */
  public static List<String> of(Edit edit, FactSet facts) {
    YamlPatch patch = new YamlPatch(facts);
    Map<Section, Map<String, List<Change>>> bySection = new TreeMap<>();
    for (Change change : edit.changes()) {
      bySection
          .computeIfAbsent(change.section(), any -> new LinkedHashMap<>())
          .computeIfAbsent(id(change), any -> new ArrayList<>())
          .add(change);
    }
    bySection.forEach(patch::section);
    return patch.lines;
  }

  private static String id(Change change) {
    if (change instanceof Change.Put put) {
      return put.id();
    } else if (change instanceof Change.Add add) {
      return add.fact().id();
    } else if (change instanceof Change.Remove remove) {
      return remove.id();
    }
    return "";
  }

  private void section(Section section, Map<String, List<Change>> byFact) {
    List<Change> all = byFact.values().stream().flatMap(List::stream).toList();
    if (all.stream().allMatch(Change.State.class::isInstance)) {
      lines.add(section.key() + ": []  # states that there are none");
      return;
    }
    lines.add(section.key() + ":");
    byFact.forEach(
        (id, changes) -> {
          String indent = "  ";
          if (section != Section.NONE) {
            if (changes.stream().anyMatch(Change.Remove.class::isInstance)) {
              lines.add("  # remove the entry " + FactText.value(id));
              return;
            } else if (changes.stream().allMatch(Change.State.class::isInstance)) {
              return;
            }
            boolean added = changes.stream().anyMatch(Change.Add.class::isInstance);
            lines.add("  - id: " + FactText.value(id) + (added ? "  # a new entry" : ""));
            indent = "    ";
          }
          for (Change change : changes) {
            if (change instanceof Change.Put put) {
              lines.add(
                  indent
                      + put.field()
                      + ": "
                      + FactText.value(put.value())
                      + was(section, id, put.field()));
            }
          }
        });
  }

  private String was(Section section, String id, String field) {
    for (Fact fact : facts.all()) {
      if (fact.section() == section && fact.id().equals(id)) {
        FieldOrigin origin = fact.provenance().fields().get(field);
        if (origin == null) {
          Object before = fact.value(field);
          return before == null ? "  # not stated" : "  # was " + Plain.text(Names.value(before));
        }
        return switch (origin.kind()) {
          case STATED, INVENTORY ->
              "  # line " + origin.line() + " says " + Plain.text(origin.text());
          case UNKNOWN -> "  # line " + origin.line() + " says unknown";
          case CATALOGUE -> "  # not stated; the catalogue says " + Plain.text(origin.text());
          case CONFIRMED -> "  # not stated; " + Plain.text(origin.text());
          case DERIVED -> "  # not stated; follows from " + Plain.text(origin.text());
          case LISTED ->
              "  # not stated; "
                  + Plain.text(Objects.requireNonNull(origin.listedRow()).reference())
                  + " says "
                  + Plain.text(origin.text());
        };
      }
    }
    return "";
  }
}
