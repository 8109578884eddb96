package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact in the making: what an inventory states of one thing, each value with its place. */
final class Draft {
  private final Section section;
  private final String id;
  private final Pointer path;
  private final Span at;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, FieldOrigin> origins = new HashMap<>();
  private final List<String> comments = new ArrayList<>();

  /**
   * Begins a fact.
   *
   * @param section its list
   * @param id unique within the fact set
   * @param from what it is made of
   */
  Draft(Section section, String id, Tree from) {
    this.section = section;
    this.id = id;
    this.path = from.path();
    this.at = from.at();
    values.put("id", id);
  }

  String id() {
    return id;
  }

  Section section() {
    return section;
  }

  /** What is to be said beside the fact in a fact file. */
  List<String> comments() {
    return comments;
  }

  boolean states(String field) {
    return values.containsKey(field);
  }

  /** States a value; where it was stated before, that stays. */
  Draft state(String field, Object value, Tree.Text from) {
    if (values.putIfAbsent(field, value) == null) {
      origins.put(field, stated(from));
    }
    return this;
  }

  /** States a text as the file has it. */
  Draft state(String field, Tree.Text from) {
    return state(field, StatedText.clean(from.text()), from);
  }

  /** States who designed an accelerator, and what the catalogue knows of that company. */
  Draft designer(CatalogueEntry vendor, Tree.Text from) {
    state("vendor", vendor.id(), from);
    Map<String, String> known = vendor.values();
    Optional.ofNullable(known.get("hq")).ifPresent(hq -> state("designer_hq", hq, from));
    Optional.ofNullable(known.get("ultimate_parent_hq"))
        .ifPresent(hq -> state("ultimate_parent_hq", hq, from));
    return this;
  }

  /** Says where the statement comes from. */
  Draft source(String source) {
    values.put("source", source);
    return this;
  }

  Draft comment(String comment) {
    comments.add(comment);
    return this;
  }

  Fact fact(String file) {
    return Fact.of(
        section.kind(),
        values,
        new Provenance(file, path.toString(), at.line(), at.column(), origins));
  }

  /** The origin of a value that the file states: all of them are made here. */
  static FieldOrigin stated(Tree.Text from) {
    return new FieldOrigin(
        FieldOrigin.Kind.INVENTORY,
        from.at().line(),
        from.at().column(),
        from.at().endLine(),
        from.at().endColumn(),
        from.written(),
        null);
  }
}
