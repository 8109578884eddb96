package eu.policyadvisor.cli.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed; after that it takes everything and does nothing.
 */
public final class StandardOutput extends OutputStream {
  private final OutputStream to;
  private @Nullable IOException fault;

  public StandardOutput(OutputStream to) {
    this.to = to;
  }

  /** The failure; null when all went well, or when the reader went away because it had enough. */
  public @Nullable IOException fault() {
    return fault == null || brokenPipe(fault) ? null : fault;
  }

  /** Writes text to it in UTF-8; {@code checkError} tells whether that is still of use. */
  public PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8)) {
      @Override
      public boolean checkError() {
        return fault != null;
      }
    };
  }

  private static boolean brokenPipe(IOException fault) {
    return String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (fault == null) {
      try {
        to.write(bytes, offset, length);
      } catch (IOException e) {
        fault = e;
      }
    }
  }

  @Override
  public void flush() {
    if (fault == null) {
      try {
        to.flush();
      } catch (IOException e) {
        fault = e;
      }
    }
  }
}
