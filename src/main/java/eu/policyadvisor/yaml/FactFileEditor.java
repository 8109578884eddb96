package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** Says in a line why something cannot be put; the text is of no use from then on. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;

    private Refused(String problem) {
      super(problem);
      this.problem = problem;
    }

    /** What is wrong. */
    public String problem() {
      return problem;
    }
  }

  private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^\\.\\.\\.(?=\\s|$)");

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
   * @throws Refused if the text has no place for it, or would not be valid
   */
  public void put(Section section, String id, String field, @Nullable Object value) throws Refused {
    Node.Mapping fact = fact(section, id);
    Node.Entry known = fact.find(field).orElse(null);
    if (known != null) {
      replace(known.value(), FactText.value(value));
    } else {
      insert(fact, field + ": " + FactText.value(value));
    }
    FactSet after = read();
    Fact changed =
        after.all().stream()
            .filter(each -> each.section() == section)
            .filter(each -> section == Section.NONE || each.id().equals(id))
            .findFirst()
            .orElseThrow();
    if (!Objects.equals(changed.with(field, value).value(field), changed.value(field))) {
      throw new Refused(field + " of " + id + " could not be put into " + label);
    }
  }

  /**
   * States a list that the file does not state.
   *
   * @param ids the ids of its facts; none for an empty list
   * @throws Refused if the file states the list, or would not be valid
   */
  public void state(Section section, List<String> ids) throws Refused {
    list(
        section,
        ids.stream()
            .map(id -> "{id: " + FactText.value(id) + "}")
            .collect(Collectors.joining(", ", "[", "]")));
  }

  /**
   * Says that a list is not known.
   *
   * @throws Refused if the file states the list, or would not be valid
   */
  public void unknown(Section section) throws Refused {
    list(section, "unknown");
  }

  private void list(Section section, String value) throws Refused {
    Node.Mapping root = root();
    Node.Entry known = root.find(section.key()).orElse(null);
    if (known != null) {
      replace(known.value(), value);
    } else if (startsWith(root.at(), '{')) {
      insert(root, section.key() + ": " + value);
    } else {
      Matcher ending = DOCUMENT_END.matcher(text);
      int at = ending.find() ? ending.start() : text.length();
      String before = text.substring(0, at);
      String end = before.endsWith("\n") || before.isEmpty() ? "" : newLine();
      String line = indent(root) + section.key() + ": " + value + comment() + newLine();
      text = before + end + line + text.substring(at);
    }
    read();
  }

  private String comment() {
    return remark.isEmpty() ? "" : "  # " + remark;
  }

  private Node.Mapping root() throws Refused {
    try {
      List<Node> documents =
          YamlReader.read(label, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .value();
      if (documents.size() == 1 && documents.get(0) instanceof Node.Mapping root) {
        return root;
      }
      throw new Refused(label + " must hold one fact set");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FactSet read() throws Refused {
    try {
      Checked<List<FactSet>> read =
          FactReader.read(label, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      if (!read.problems().isEmpty() || read.value().size() != 1) {
        throw new Refused(
            read.problems().isEmpty()
                ? label + " must hold one fact set"
                : read.problems().get(0).message());
      }
      return read.value().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node.Mapping fact(Section section, String id) throws Refused {
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

  private Refused missing(Section section, String id) {
    return new Refused(label + " has no " + id + " in " + section.key());
  }

  /** Replaces a word, such as unknown, up to the end of it. */
  private void replace(Node known, String value) throws Refused {
    int start = offset(known.at());
    if (!(known instanceof Node.Scalar scalar)
        || !text.startsWith(scalar.text(), start + quote(start))) {
      throw new Refused(label + ":" + known.at().line() + " states the value already");
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
              && isWhole(each.value());
      if (ownLine) {
        int end = text.indexOf('\n', offset(each.value().at()));
        String indent = indent(into);
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
    // Every value takes several lines: above the first one, then.
    text =
        text.substring(0, start)
            + entry
            + comment()
            + newLine()
            + indent(into)
            + text.substring(start);
  }

  private static String indent(Node.Mapping mapping) {
    return " ".repeat(mapping.entries().get(0).keyAt().column() - 1);
  }

  /** Whether the value begins and ends on its line. */
  private boolean isWhole(Node value) {
    int start = offset(value.at());
    return !value.text().isEmpty() && text.startsWith(value.text(), start + quote(start));
  }

  private boolean startsWith(Place at, char character) {
    int start = offset(at);
    return start < text.length() && text.charAt(start) == character;
  }

  private String newLine() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int offset(Place at) {
    int mark = text.startsWith("\uFEFF") ? 1 : 0;
    return mark + new Offsets(text.substring(mark)).offset(at);
  }
}
