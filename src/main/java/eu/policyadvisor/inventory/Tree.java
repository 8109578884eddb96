package eu.policyadvisor.inventory;

import java.util.List;
import java.util.Optional;

/** A value of an inventory in any of its forms, with its place in the file and in the tree. */
sealed interface Tree {

  /** Where it stands in the tree. */
  Pointer path();

  /** Where it stands in the file. */
  Span at();

  /**
   * A single value.
   *
   * @param text what it says
   * @param written the characters of the file between the quotes, if any
   */
  record Text(String text, String written, Pointer path, Span at) implements Tree {}

  /** A list. */
  record Items(List<Tree> items, Pointer path, Span at) implements Tree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Keys with values. */
  record Fields(List<Entry> entries, Pointer path, Span at) implements Tree {
    public Fields {
      entries = List.copyOf(entries);
    }

    Optional<Entry> entry(String key) {
      return entries.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The single value of a key that says something; empty for one that does not. */
    Optional<Text> text(String key) {
      return entry(key)
          .map(Entry::value)
          .filter(Text.class::isInstance)
          .map(Text.class::cast)
          .filter(value -> StatedText.says(value.text()));
    }

    /** What stands below a key. */
    Optional<Fields> fields(String key) {
      return entry(key).map(Entry::value).filter(Fields.class::isInstance).map(Fields.class::cast);
    }

    /** The values of a key that may have one or several; none where it is missing. */
    List<Tree> all(String key) {
      return entry(key)
          .map(Entry::value)
          .map(value -> value instanceof Items list ? list.items() : List.of(value))
          .orElse(List.of());
    }

    /** The mappings among the values of a key. */
    List<Fields> each(String key) {
      return all(key).stream().filter(Fields.class::isInstance).map(Fields.class::cast).toList();
    }

    /** The texts among the values of a key that say something. */
    List<Text> texts(String key) {
      return all(key).stream()
          .filter(Text.class::isInstance)
          .map(Text.class::cast)
          .filter(value -> StatedText.says(value.text()))
          .toList();
    }
  }

  /** A value that was read past: nothing is made of it, or it was handed on already. */
  record Passed(Pointer path, Span at) implements Tree {}

  /**
   * A key with its value.
   *
   * @param key the key
   * @param keyAt where the key stands, without quotes
   * @param value the value
   */
  record Entry(String key, Span keyAt, Tree value) {

    /** The key as a value of its own. */
    Text asText() {
      return new Text(key, key, value.path(), keyAt);
    }
  }
}
