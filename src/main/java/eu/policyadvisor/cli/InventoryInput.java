package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.inventory.Inventories;
import eu.policyadvisor.inventory.InventoryForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes inventories where fact files are expected. */
final class InventoryInput {
  private InventoryInput() {}

  /**
   * Reads a file.
   *
   * @param form what it is
   * @param notes hears in a line of what no fact is made
   * @throws IOException if it cannot be read
   */
  static Reading read(String file, InventoryForm form, Advisor advisor, Consumer<String> notes)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
      return read(file, form, in, advisor, notes);
    }
  }

  /**
   * Reads a stream.
   *
   * @param label what messages call it
   * @param form what it is
   * @param in not closed
   * @param notes hears in a line of what no fact is made
   * @throws IOException if it cannot be read
   */
  static Reading read(
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
