package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that is kept; {@code -Dgolden.update=true} rewrites it. */
public final class Golden {
  private Golden() {}

  /** Fails unless the file holds this text. */
  public static void assertSame(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      }
      assertThat(file).as("rewrite it with -Dgolden.update=true").exists();
      assertThat(actual)
          .as("%s; rewrite it with -Dgolden.update=true and read the difference", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
