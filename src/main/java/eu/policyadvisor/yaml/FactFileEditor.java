package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts answers into the text of a fact file and leaves every other character as it is, comments
 * included.
 *
 * <p>A value that the file says is unknown is replaced; a field that it does not state is added to
 * its fact. What comes out is read again: a text that does not say exactly what was put is refused.
 */
public final class FactFileEditor {
  private final String label;
  private final String remark;
  private String text;

  /**
   * An editor of a file that holds one fact set.
   *
   * @param label what the file is called
   * @param text the text of the file
   * @param remark what the comment behind each new value says; empty for no comment
   */
  public FactFileEditor(String label, String text, String remark) {
    this.label = label;
    this.text = text;
    this.remark = remark;
  }

  /** The text with everything that was put into it. */
  public String text() {
    return text;
  }

  /**
   * Puts a value into a field that is not known.
   *
   * @param section the list of the fact; {@link Section#NONE} for the subject
   * @param id the fact
   * @param field the field, by the name it has in a fact file
   * @param value the value; null for unknown
   * @throws IllegalStateException if the text has no place for it
   */
  public void put(Section section, String id, String field, @Nullable Object value) {
    Node.Mapping fact = fact(section, id);
    Node.Entry known = fact.find(field).orElse(null);
    if (known != null) {
      replace(known.value(), yaml(value));
    } else {
      insert(fact, field + ": " + yaml(value));
    }
    FactSet after = read();
    Fact changed =
        after.all().stream()
            .filter(each -> each.section() == section)
            .filter(each -> section == Section.NONE || each.id().equals(id))
            .findFirst()
            .orElseThrow();
    if (!Objects.equals(changed.with(field, value).value(field), changed.value(field))) {
      throw new IllegalStateException(label + ": " + field + " of " + id + " could not be put");
    }
  }

  /**
   * States a list that the file does not state.
   *
   * @param ids the ids of its facts; none for an empty list
   * @throws IllegalStateException if the file states the list
   */
  public void state(Section section, List<String> ids) {
    list(
        section,
        ids.stream()
            .map(id -> "{id: " + yaml(id) + "}")
            .collect(Collectors.joining(", ", "[", "]")));
  }

  /**
   * Says that a list is not known.
   *
   * @throws IllegalStateException if the file states the list
   */
  public void unknown(Section section) {
    list(section, "unknown");
  }

  private void list(Section section, String value) {
    Node.Mapping root = root();
    Node.Entry known = root.find(section.key()).orElse(null);
    if (known != null) {
      replace(known.value(), value);
    } else if (startsWith(root.at(), '{')) {
      insert(root, section.key() + ": " + value);
    } else {
      String end = text.endsWith("\n") || text.isEmpty() ? "" : newLine();
      text += end + section.key() + ": " + value + comment() + newLine();
    }
    read();
  }

  private String comment() {
    return remark.isEmpty() ? "" : "  # " + remark;
  }

  private Node.Mapping root() {
    try {
      List<Node> documents =
          YamlReader.read(label, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .value();
      if (documents.size() == 1 && documents.get(0) instanceof Node.Mapping root) {
        return root;
      }
      throw new IllegalStateException(label + " must hold one fact set");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FactSet read() {
    try {
      Reading<List<FactSet>> read =
          FactReader.read(label, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      if (!read.problems().isEmpty() || read.value().size() != 1) {
        throw new IllegalStateException(
            label
                + " would not be valid: "
                + String.join("; ", read.problems().stream().map(String::valueOf).toList()));
      }
      return read.value().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node.Mapping fact(Section section, String id) {
    Node value =
        root().find(section.key()).map(Node.Entry::value).orElseThrow(() -> missing(section, id));
    if (section == Section.NONE) {
      return (Node.Mapping) value;
    }
    for (Node item : ((Node.Sequence) value).items()) {
      if (item instanceof Node.Mapping fact
          && fact.find("id").filter(entry -> entry.value().text().equals(id)).isPresent()) {
        return fact;
      }
    }
    throw missing(section, id);
  }

  private IllegalStateException missing(Section section, String id) {
    return new IllegalStateException(label + " has no " + id + " in " + section.key());
  }

  /** Replaces a word, such as unknown, up to the end of it. */
  private void replace(Node known, String value) {
    int start = offset(known.at());
    if (!(known instanceof Node.Scalar scalar)
        || !text.startsWith(scalar.text(), start + quote(start))) {
      throw new IllegalStateException(
          label + ":" + known.at().line() + " states the value already");
    }
    int end = start + scalar.text().length() + 2 * quote(start);
    text = text.substring(0, start) + value + text.substring(end);
    int line = text.indexOf('\n', start);
    String rest = text.substring(start + value.length(), line < 0 ? text.length() : line);
    if (rest.isBlank() && !remark.isEmpty()) {
      text =
          text.substring(0, start + value.length())
              + comment()
              + text.substring(start + value.length());
    }
  }

  private int quote(int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') ? 1 : 0;
  }

  /** Below the first entry that stands on a line of its own, or behind the brace. */
  private void insert(Node.Mapping into, String entry) {
    int start = offset(into.at());
    if (startsWith(into.at(), '{')) {
      String separator = into.entries().isEmpty() ? "" : ", ";
      text = text.substring(0, start + 1) + entry + separator + text.substring(start + 1);
      return;
    }
    List<Node.Entry> entries = into.entries();
    for (int i = 0; i < entries.size(); i++) {
      Node.Entry each = entries.get(i);
      boolean ownLine =
          each.value() instanceof Node.Scalar
              && each.value().at().line() == each.keyAt().line()
              && !isBlock(each.value());
      if (ownLine) {
        int end = text.indexOf('\n', offset(each.value().at()));
        String indent = " ".repeat(each.keyAt().column() - 1);
        text =
            end < 0
                ? text + newLine() + indent + entry + comment()
                : text.substring(0, end + 1)
                    + indent
                    + entry
                    + comment()
                    + newLine()
                    + text.substring(end + 1);
        return;
      }
    }
    throw new IllegalStateException(
        label + ":" + into.at().line() + " has no line below which a field could be added");
  }

  private boolean isBlock(Node value) {
    return startsWith(value.at(), '|') || startsWith(value.at(), '>');
  }

  private boolean startsWith(Place at, char character) {
    int start = offset(at);
    return start < text.length() && text.charAt(start) == character;
  }

  private String newLine() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int offset(Place at) {
    int offset = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    for (int line = 1; line < at.line(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return text.offsetByCodePoints(offset, at.column() - 1);
  }

  private static String yaml(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(FactFileEditor::yaml).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (value instanceof Enum<?>
        || value instanceof BigDecimal
        || value instanceof Integer
        || value instanceof Boolean
        || value instanceof LocalDate) {
      return Names.value(value);
    }
    String written = value.toString();
    return written.matches("[A-Za-z][\\w./-]*") && !written.matches("(?i)true|false|null|unknown")
        ? written
        : "'" + written.replace("'", "''") + "'";
  }
}
