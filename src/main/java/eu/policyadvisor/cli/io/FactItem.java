package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.inventory.Inventories;
import eu.policyadvisor.inventory.InventoryForm;
import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.yaml.YamlReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A piece of input that is read as a whole: a YAML file, an inventory, a line of JSON Lines.
 *
 * @param file the file that it is or stands in, as the user named it
 * @param name what messages call it
 * @param weight how many bytes of it are in memory before it is read
 * @param source where it is read from
 */
public record FactItem(String file, String name, long weight, Source source) {
  /** What messages call standard input. */
  public static final String STANDARD_INPUT = "<stdin>";

  /** Reads an item. */
  public interface Source {
    /**
     * Reads it; what is wrong with it is reported in the result.
     *
     * @param notes hears in a line of what no fact is made
     * @throws IOException if it cannot be read at all
     */
    FactsRead read(Advisor advisor, Consumer<String> notes) throws IOException;
  }

  /** A file; by its content it may be an inventory, unless a form is asked for. */
  static FactItem ofFile(String file, Choice.Input form) {
    Path path = Path.of(file);
    return new FactItem(
        file,
        file,
        0,
        (advisor, notes) -> {
          if (!Files.isRegularFile(path)) {
            // A pipe gives what it holds once.
            try (InputStream in = Files.newInputStream(path)) {
              return once(file, in, form, advisor, notes);
            }
          }
          Optional<InventoryForm> inventory =
              form == Choice.Input.AUTO ? Recognition.of(path) : Optional.empty();
          if (inventory.isEmpty()) {
            return toldApart(advisor.read(path), notes);
          }
          try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return inventory(file, inventory.get(), in, advisor, notes);
          }
        });
  }

  /**
   * A file on standard input; by its content it may be an inventory, unless a form is asked for.
   */
  static FactItem ofStandardInput(InputStream in, Choice.Input form) {
    return new FactItem(
        STANDARD_INPUT,
        STANDARD_INPUT,
        0,
        (advisor, notes) -> once(STANDARD_INPUT, in, form, advisor, notes));
  }

  /** Reads what cannot be read twice. */
  private static FactsRead once(
      String label, InputStream in, Choice.Input form, Advisor advisor, Consumer<String> notes)
      throws IOException {
    byte[] text = in.readNBytes(YamlReader.MAX_BYTES + 1);
    InputStream whole = new ByteArrayInputStream(text);
    Optional<InventoryForm> inventory =
        form == Choice.Input.AUTO && text.length <= YamlReader.MAX_BYTES
            ? Recognition.of(text)
            : Optional.empty();
    return inventory.isPresent()
        ? inventory(label, inventory.get(), whole, advisor, notes)
        : toldApart(advisor.read(label, whole), notes);
  }

  /** Says of documents that what is known over time cannot tell them apart. */
  private static FactsRead toldApart(FactsRead read, Consumer<String> notes) {
    Set<List<String>> subjects = new HashSet<>();
    for (FactSet facts : read.factSets()) {
      String title = Objects.requireNonNullElse(facts.title(), "");
      if (!subjects.add(List.of(facts.subject().id(), title))) {
        Provenance place = facts.subject().provenance();
        notes.accept(
            new Problem(
                    place.file(),
                    place.line(),
                    place.column(),
                    "is about subject '%s' as another document of this file; baselines, waivers and"
                            .formatted(Plain.quoted(facts.subject().id()))
                        + " ids cannot tell them apart: give it a title or an id of its own")
                .toString());
      }
    }
    return read;
  }

  /**
   * A line of JSON Lines.
   *
   * @param line its number, from 1
   * @param text the line in UTF-8, without its end
   */
  static FactItem ofLine(String file, int line, byte[] text) {
    return new FactItem(
        file,
        file + ":" + line,
        text.length,
        (advisor, notes) -> advisor.readLine(file, line, text));
  }

  /** A file of lines that cannot be read, or not to its end. */
  static FactItem unreadable(String file, IOException fault) {
    return new FactItem(
        file,
        file,
        0,
        (advisor, notes) -> {
          throw fault;
        });
  }

  private static FactsRead inventory(
      String label, InventoryForm form, InputStream in, Advisor advisor, Consumer<String> notes)
      throws IOException {
    Inventories inventories = new Inventories(advisor.knowledge().catalogue(), remark -> {});
    List<Problem> problems = inventories.read(label, form, in);
    if (inventories.unused() > 0) {
      notes.accept(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d entries concern no fact; 'advisor import' lists them",
              Plain.message(label),
              inventories.unused(),
              inventories.entries()));
    }
    return new FactsRead(
        inventories.facts().stream().toList(),
        problems,
        new Inventoried(inventories.entries(), inventories.unused()));
  }
}
