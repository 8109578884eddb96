package eu.policyadvisor.cli.io;

import eu.policyadvisor.yaml.YamlReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file that hold something, one in memory at a time. */
final class Lines implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private int number;

  /**
   * Reads a stream.
   *
   * @param file what messages call it
   * @param in read through a buffer of its own; closed with this
   */
  Lines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The next line that is not blank; null at the end. Of a line that is too long it holds as much
   * as shows that it is.
   */
  @Nullable FactItem next() throws IOException {
    while (true) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      if (!readInto(text)) {
        return null;
      }
      number++;
      if (!isBlank(text)) {
        return FactItem.ofLine(file, number, text.toByteArray());
      }
    }
  }

  /** Reads up to the end of the line; false when there is none. */
  private boolean readInto(ByteArrayOutputStream text) throws IOException {
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      int room = YamlReader.MAX_BYTES + 1 - text.size();
      text.write(buffer, start, Math.min(room, at - start));
      if (at < end) {
        at++;
        return true;
      }
    }
    return any;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static boolean isBlank(ByteArrayOutputStream text) {
    return text.size() < 1024 && text.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
