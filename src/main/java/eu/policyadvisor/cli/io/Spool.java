package eu.policyadvisor.cli.io;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lines that are written later than they are known, however many: most of them stay on disk. */
public final class Spool implements Closeable {
  /** So many characters are kept in memory. */
  private static final int MOST = 1 << 20;

  private final StringBuilder kept = new StringBuilder();
  private @Nullable Path file;
  private @Nullable BufferedWriter overflow;
  private long lines;

  /** Adds a line. */
  public void add(String line) {
    lines++;
    kept.append(line).append('\n');
    if (kept.length() > MOST) {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How many lines there are. */
  public long size() {
    return lines;
  }

  private void flush() throws IOException {
    if (overflow == null) {
      file = Files.createTempFile("advisor", ".lines");
      overflow = Files.newBufferedWriter(file);
    }
    overflow.append(kept);
    kept.setLength(0);
  }

  /** Writes all lines. */
  public void copyTo(Appendable to) throws IOException {
    if (overflow != null && file != null) {
      overflow.flush();
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          to.append(line).append('\n');
        }
      }
    }
    to.append(kept);
  }

  @Override
  public void close() throws IOException {
    if (overflow != null) {
      overflow.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
