package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value in a YAML text, with the places where it begins and ends. */
public sealed interface Node {

  /** The place where it begins. */
  Place at();

  /** The place after its last character. */
  Place end();

  /** The value as written, on one line. */
  String text();

  /** What the value is, in words. */
  String words();

  /**
   * A single value.
   *
   * @param text the characters as written, without quotes
   * @param quoted whether it stands in quotes or is a block of text
   * @param at where it begins
   * @param end the place after its last character
   */
  record Scalar(String text, boolean quoted, Place at, Place end) implements Node {

    /** A value of which nobody knows where it ends. */
    public Scalar(String text, boolean quoted, Place at) {
      this(text, quoted, at, Place.NONE);
    }

    /** Whether nothing is written, or one of the words of YAML for nothing. */
    public boolean isNothing() {
      return text.isBlank()
          || !quoted
              && switch (text) {
                case "~", "null", "Null", "NULL" -> true;
                default -> false;
              };
    }

    /** Whether it says that the value is asked for and not known. */
    public boolean isUnknown() {
      return text.equals("unknown");
    }

    @Override
    public String words() {
      return "text";
    }
  }

  /**
   * A list.
   *
   * @param items its entries
   * @param at where it begins
   * @param end the place after its last character
   */
  record Sequence(List<Node> items, Place at, Place end) implements Node {

    /** A list of which nobody knows where it ends. */
    public Sequence(List<Node> items, Place at) {
      this(items, at, Place.NONE);
    }

    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return items.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /**
   * Keys with values, in the order of the text.
   *
   * @param entries the keys, each with its value
   * @param at where it begins
   * @param end the place after its last character
   */
  record Mapping(List<Entry> entries, Place at, Place end) implements Node {

    /** Some of the keys of a mapping. */
    public Mapping(List<Entry> entries, Place at) {
      this(entries, at, Place.NONE);
    }

    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The first entry of that key. */
    public Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String text() {
      return entries.stream()
          .map(entry -> entry.key() + ": " + entry.value().text())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String words() {
      return "a mapping";
    }
  }

  /**
   * A value that was refused and about which a problem has been reported.
   *
   * @param at where it begins
   */
  record Refused(Place at) implements Node {
    @Override
    public Place end() {
      return at;
    }

    @Override
    public String text() {
      return "";
    }

    @Override
    public String words() {
      return "refused";
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key
   * @param keyAt where the key begins
   * @param value the value
   */
  record Entry(String key, Place keyAt, Node value) {}
}
