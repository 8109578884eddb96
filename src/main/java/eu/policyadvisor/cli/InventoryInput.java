package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.inventory.Inventories;
import eu.policyadvisor.inventory.InventoryForm;
import eu.policyadvisor.inventory.Recognition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes inventories where fact files are expected. */
final class InventoryInput {
  private InventoryInput() {}

  /**
   * Reads a file if it is an inventory.
   *
   * @param notes hears in a line of what no fact is made
   * @return empty for a fact file
   * @throws IOException if it cannot be read
   */
  static Optional<Reading> read(String file, Advisor advisor, Consumer<String> notes)
      throws IOException {
    Optional<InventoryForm> form = Recognition.of(Path.of(file));
    if (form.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
      return Optional.of(read(file, form.get(), in, advisor, notes));
    }
  }

  /** The same with a text that stands in memory. */
  static Optional<Reading> read(String label, byte[] text, Advisor advisor, Consumer<String> notes)
      throws IOException {
    Optional<InventoryForm> form = Recognition.of(text);
    return form.isEmpty()
        ? Optional.empty()
        : Optional.of(read(label, form.get(), new ByteArrayInputStream(text), advisor, notes));
  }

  private static Reading read(
      String label, InventoryForm form, InputStream in, Advisor advisor, Consumer<String> notes)
      throws IOException {
    Inventories inventories = new Inventories(advisor.knowledge().catalogue(), remark -> {});
    List<Problem> problems = inventories.read(label, form, in);
    if (inventories.unused() > 0) {
      notes.accept(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d entries concern no fact; 'advisor import' lists them",
              label,
              inventories.unused(),
              inventories.entries()));
    }
    return new Reading(inventories.facts().stream().toList(), problems);
  }
}
