package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.inventory.InventoryForm;
import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A piece of input that is read as a whole: a YAML file, an inventory, a line of JSON Lines. */
sealed interface FactItem {
  /** What messages call standard input. */
  String STANDARD_INPUT = "<stdin>";

  /** The file that it is or stands in, as the user named it. */
  String file();

  /** What messages call it. */
  default String name() {
    return file();
  }

  /** How many bytes of it are in memory before it is read. */
  default long weight() {
    return 0;
  }

  /**
   * Reads it; what is wrong with it is reported in the result.
   *
   * @param notes hears in a line of what no fact is made
   * @throws IOException if it cannot be read at all
   */
  Reading read(Advisor advisor, Consumer<String> notes) throws IOException;

  /**
   * A file.
   *
   * @param form how it is read; by its content it may be an inventory
   */
  record OfFile(String file, Choice.Input form) implements FactItem {
    @Override
    public Reading read(Advisor advisor, Consumer<String> notes) throws IOException {
      Optional<InventoryForm> inventory =
          form == Choice.Input.AUTO ? Recognition.of(Path.of(file)) : Optional.empty();
      return inventory.isPresent()
          ? InventoryInput.read(file, inventory.get(), advisor, notes)
          : advisor.read(Path.of(file));
    }
  }

  /**
   * A file on standard input.
   *
   * @param form how it is read; by its content it may be an inventory
   */
  record OfStandardInput(InputStream in, Choice.Input form) implements FactItem {
    @Override
    public String file() {
      return STANDARD_INPUT;
    }

    @Override
    public Reading read(Advisor advisor, Consumer<String> notes) throws IOException {
      byte[] text = in.readNBytes(YamlReader.MAX_BYTES + 1);
      InputStream whole = new ByteArrayInputStream(text);
      Optional<InventoryForm> inventory =
          form == Choice.Input.AUTO && text.length <= YamlReader.MAX_BYTES
              ? Recognition.of(text)
              : Optional.empty();
      return inventory.isPresent()
          ? InventoryInput.read(STANDARD_INPUT, inventory.get(), whole, advisor, notes)
          : advisor.read(STANDARD_INPUT, whole);
    }
  }

  /** A line of JSON Lines. */
  final class OfLine implements FactItem {
    private final String file;
    private final int line;
    private final byte[] text;

    /**
     * A line.
     *
     * @param file the file it stands in
     * @param line its number, from 1
     * @param text the line in UTF-8, without its end
     */
    OfLine(String file, int line, byte[] text) {
      this.file = file;
      this.line = line;
      this.text = text.clone();
    }

    @Override
    public String file() {
      return file;
    }

    @Override
    public String name() {
      return file + ":" + line;
    }

    @Override
    public long weight() {
      return text.length;
    }

    @Override
    public Reading read(Advisor advisor, Consumer<String> notes) {
      return advisor.readLine(file, line, text);
    }
  }

  /**
   * A file of lines that cannot be read, or not to its end.
   *
   * @param file the file
   * @param fault why
   */
  record Unreadable(String file, IOException fault) implements FactItem {
    @Override
    public Reading read(Advisor advisor, Consumer<String> notes) throws IOException {
      throw fault;
    }
  }
}
