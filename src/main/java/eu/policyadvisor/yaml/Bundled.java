package eu.policyadvisor.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what comes with the program, which must be right. */
final class Bundled {
  private Bundled() {}

  /** Reads one file. */
  interface Reader<T> {
    Reading<T> read(String label, InputStream in) throws IOException;
  }

  static <T> T read(String name, Reader<T> reader) {
    try (InputStream in = Bundled.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      Reading<T> reading = reader.read(name, in);
      if (!reading.problems().isEmpty()) {
        throw new IllegalStateException(reading.problems().toString());
      }
      return reading.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
