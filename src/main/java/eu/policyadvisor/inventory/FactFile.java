package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;

/** Writes facts as a fact file that says where each of its values comes from. */
public final class FactFile {
  private final Inventories inventories;
  private final Appendable to;

  private FactFile(Inventories inventories, Appendable to) {
    this.inventories = inventories;
    this.to = to;
  }

  /**
   * Writes what inventories gave; that which no fact is made of is for the caller to write below.
   *
   * @param inventories what was read; there must be facts
   * @param to the file
   */
  public static void write(Inventories inventories, Appendable to) throws IOException {
    new FactFile(inventories, to).write(inventories.facts().orElseThrow());
  }

  private void write(FactSet facts) throws IOException {
    String names =
        inventories.sources().stream()
            .map(source -> comment(source.file()) + " (" + source.form() + ")")
            .collect(Collectors.joining(", "));
    line("# Made by 'advisor import' of " + names + ".");
    line(
        "# Only what is stated there stands here, each value with line and column of what states"
            + " it. What is");
    line(
        "# left out is not known: add it, above all the type and country of the subject, and what"
            + " is in use.");
    line("subject:");
    line(aligned("  id: " + facts.subject().id(), place(facts.subject().provenance())));
    for (Section section : Section.values()) {
      if (!facts.facts(section).isEmpty()) {
        line(section.key() + ":");
        for (Fact fact : facts.facts(section)) {
          fact(fact, inventories.comments(fact.id()));
        }
      }
    }
  }

  private void fact(Fact fact, List<String> comments) throws IOException {
    line(aligned("  - id: " + FactText.value(fact.id()), place(fact.provenance())));
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      String field = Names.inFile(component.getName());
      Object value = field.equals("id") || field.equals("provenance") ? null : fact.value(field);
      if (value != null) {
        FieldOrigin origin = fact.provenance().fields().get(field);
        String from =
            origin == null
                ? ""
                : "# " + place(fact.provenance().file(), origin.line(), origin.column());
        line(aligned("    " + field + ": " + FactText.value(value), from));
      }
    }
    for (String each : comments) {
      line("    # " + comment(each));
    }
  }

  private String place(Provenance at) {
    String path = at.path().isEmpty() ? "" : " " + comment(at.path());
    return "# " + place(at.file(), at.line(), at.column()) + path;
  }

  /** The heading says which file, where there is only one. */
  private String place(String file, int line, int column) {
    String there = line + ":" + column;
    return inventories.sources().size() == 1 ? there : comment(file) + ":" + there;
  }

  private static String aligned(String text, String comment) {
    int column = 48;
    return comment.isEmpty()
        ? text
        : text + " ".repeat(Math.max(2, column - text.length())) + comment;
  }

  /** What may stand in a comment. */
  public static String comment(String text) {
    return StatedText.clean(text);
  }

  private void line(String line) throws IOException {
    to.append(line).append('\n');
  }
}
