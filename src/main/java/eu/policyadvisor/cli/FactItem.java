package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A piece of input that is read as a whole: a YAML file, or a line of JSON Lines. */
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
   * @throws IOException if it cannot be read at all
   */
  Reading read(Advisor advisor) throws IOException;

  /** A YAML file. */
  record OfFile(String file) implements FactItem {
    @Override
    public Reading read(Advisor advisor) throws IOException {
      return advisor.read(Path.of(file));
    }
  }

  /** YAML on standard input. */
  record OfStandardInput(InputStream in) implements FactItem {
    @Override
    public String file() {
      return STANDARD_INPUT;
    }

    @Override
    public Reading read(Advisor advisor) throws IOException {
      return advisor.read(STANDARD_INPUT, in);
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
    public Reading read(Advisor advisor) {
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
    public Reading read(Advisor advisor) throws IOException {
      throw fault;
    }
  }
}
