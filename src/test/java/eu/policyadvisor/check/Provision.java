package eu.policyadvisor.check;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in an instrument that was looked up, as {@code docs/provisions.yaml} holds it.
 *
 * @param instrument id of the instrument
 * @param pinpoint the place in it, as rules cite it; empty for the whole of it
 * @param says what it says, as far as it bears on the rules that cite it
 * @param seen whether its text, or a quotation or account of it, was seen
 * @param sources where it was seen
 * @param note what differs or was not found, or null
 * @param line the line of the entry
 */
record Provision(
    String instrument,
    String pinpoint,
    String says,
    boolean seen,
    List<String> sources,
    @Nullable String note,
    int line) {

  /**
   * All that were looked up.
   *
   * @param checked the day of the last look
   * @param list the entries, in the order of the file
   */
  record All(LocalDate checked, List<Provision> list) {}

  /** Whether it is the place that a rule cites. */
  boolean is(Citation citation) {
    return instrument.equals(citation.instrument().id()) && pinpoint.equals(citation.pinpoint());
  }

  /** Such as {@code gdpr Art. 46(1)}. */
  String name() {
    return name(instrument, pinpoint);
  }

  static String name(String instrument, String pinpoint) {
    return pinpoint.isEmpty() ? instrument : instrument + " " + pinpoint;
  }

  static All read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Checked<List<Node>> read = YamlReader.read(file.toString(), in);
      if (!read.problems().isEmpty()) {
        throw new IllegalArgumentException(read.problems().toString());
      }
      Node.Mapping top = (Node.Mapping) read.value().get(0);
      Node.Sequence entries = (Node.Sequence) top.find("provisions").orElseThrow().value();
      return new All(
          LocalDate.parse(text(top, "checked")),
          entries.items().stream().map(each -> of((Node.Mapping) each)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Provision of(Node.Mapping entry) {
    String note = text(entry, "note");
    return new Provision(
        text(entry, "instrument"),
        text(entry, "pinpoint"),
        text(entry, "says"),
        Boolean.parseBoolean(text(entry, "seen")),
        Stream.of(text(entry, "source").split(",\\s+")).filter(each -> !each.isEmpty()).toList(),
        note.isEmpty() ? null : note,
        entry.at().line());
  }

  /** The value of a key on one line; empty where it is not there. */
  private static String text(Node.Mapping entry, String key) {
    return entry
        .find(key)
        .map(each -> each.value().text().strip().replaceAll("\\s+", " "))
        .orElse("");
  }
}
