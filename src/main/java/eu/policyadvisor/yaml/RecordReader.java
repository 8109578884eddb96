package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a mapping as the components of a record. */
public final class RecordReader {
  private RecordReader() {}

  /**
   * Reads a record that is no fact and stands inside another document. A component for its
   * provenance is filled in.
   *
   * @param type the record; public, as are its components
   * @param owner what to call it in a message
   * @param keys what may stand in it
   * @param label the file as the user named it
   * @param node the mapping
   */
  public static <R extends Record> Checked<Optional<R>> read(
      Class<R> type, String owner, List<String> keys, String label, Node node) {
    Problems problems = new Problems(label);
    Optional<R> read = read(type, owner, keys, node, problems);
    return new Checked<>(read, problems.sorted());
  }

  /**
   * The values of a mapping, by key.
   *
   * @param values the values that are right
   * @param origins where each stands; also those said to be unknown
   */
  record Stated(Map<String, Object> values, Map<String, FieldOrigin> origins) {}

  /**
   * Reads those components that the mapping states.
   *
   * @param type the record
   * @param owner what to call the mapping in a message
   * @param optional keys that may be missing though the record needs them
   */
  public static Stated read(
      Class<?> type, String owner, Node.Mapping mapping, Set<String> optional, Problems problems) {
    List<String> keys = Component.of(type).stream().map(Component::key).toList();
    return read(type, owner, keys, mapping, optional, problems);
  }

  /** Reads those components that the mapping states, where more keys than these are allowed. */
  public static Stated read(
      Class<?> type,
      String owner,
      List<String> keys,
      Node.Mapping mapping,
      Set<String> optional,
      Problems problems) {
    List<Component> components = Component.of(type);
    Stated read = new Stated(new HashMap<>(), new HashMap<>());
    for (Node.Entry entry : mapping.entries()) {
      Optional<Component> component =
          components.stream().filter(each -> each.key().equals(entry.key())).findFirst();
      if (entry.value() instanceof Node.Refused) {
        problems.refuse();
      } else if (component.isEmpty()) {
        problems.add(entry.keyAt(), unknownField(entry.key(), owner, keys));
      } else {
        value(component.get(), entry.value(), read, problems);
      }
    }
    for (Component component : components) {
      if (!component.nullable()
          && mapping.find(component.key()).isEmpty()
          && !optional.contains(component.key())) {
        problems.add(mapping.at(), owner + " has no " + component.key() + "; it needs one");
      }
    }
    return read;
  }

  /** Reads a record that is no fact. */
  public static <R extends Record> Optional<R> read(
      Class<R> type, String owner, Node node, Problems problems) {
    List<String> keys = Component.of(type).stream().map(Component::key).toList();
    return read(type, owner, keys, node, problems);
  }

  /** Reads a record that is no fact, where more keys than these are allowed. */
  public static <R extends Record> Optional<R> read(
      Class<R> type, String owner, List<String> keys, Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      notAMapping(owner, node, problems);
      return Optional.empty();
    }
    Problems own = new Problems(problems.label());
    Stated read = read(type, owner, keys, mapping, Set.of(), own);
    problems.addAll(own.sorted());
    if (!own.none()) {
      problems.refuse();
      return Optional.empty();
    }
    Place at = mapping.at();
    read.values()
        .put(
            "provenance",
            new Provenance(problems.label(), owner, at.line(), at.column(), Map.of()));
    return Optional.of(Component.create(type, read.values()));
  }

  public static void notAMapping(String owner, Node node, Problems problems) {
    if (node instanceof Node.Refused) {
      problems.refuse();
    } else if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
      problems.add(node.at(), owner + " has no value");
    } else {
      problems.add(node.at(), owner + " must be a mapping with keys, not " + node.words());
    }
  }

  static String unknownField(String key, String owner, List<String> keys) {
    String question = Suggestion.question(key, keys, 1);
    return "unknown field '%s' of %s%s"
        .formatted(
            Plain.quoted(key),
            owner,
            question.isEmpty() ? "; its fields are " + String.join(", ", keys) : question);
  }

  static final String NO_VALUE =
      " has no value; write unknown if it is not known, or leave the field out";

  private static void value(Component component, Node node, Stated read, Problems problems) {
    String key = component.key();
    if (node instanceof Node.Scalar scalar && (scalar.isNothing() || scalar.isUnknown())) {
      if (!component.nullable()) {
        problems.add(node.at(), key + (scalar.isNothing() ? " has no value" : " must be known"));
      } else if (scalar.isNothing()) {
        problems.add(node.at(), key + NO_VALUE);
      } else {
        read.origins.put(key, origin(FieldOrigin.Kind.UNKNOWN, node));
      }
      return;
    }
    Optional<Object> value = Values.read(component, node, problems);
    if (value.isEmpty()) {
      return;
    }
    read.values.put(key, value.get());
    read.origins.put(key, origin(FieldOrigin.Kind.STATED, node));
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        read.origins.put(key + "." + entry.key(), origin(FieldOrigin.Kind.STATED, entry.value()));
      }
    }
  }

  static FieldOrigin origin(FieldOrigin.Kind kind, Node node) {
    Place at = node.at();
    Place end = node.end();
    return new FieldOrigin(
        kind, at.line(), at.column(), end.line(), end.column(), node.text(), null);
  }
}
