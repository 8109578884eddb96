package eu.policyadvisor.benchmark.steady;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A class run in a JVM of its own, which is ended when its time is up. */
final class ChildJvm {
  private ChildJvm() {}

  /**
   * The lines that begin with {@code =} or {@code !}, split into words.
   *
   * @param seconds after which it is ended
   * @param heap such as {@code -Xmx1g}
   * @param main the class to run
   */
  static List<String[]> lines(double seconds, String heap, Class<?> main, String... arguments) {
    Path output = Path.of("target", "benchmark", "steady", main.getSimpleName() + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(output.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended;
      try {
        ended = process.waitFor(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly().waitFor();
      }
      String said = Files.readString(output);
      if (ended && process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
      }
      return said.lines()
          .filter(line -> line.startsWith("= ") || line.startsWith("! "))
          .map(line -> line.split(" ", 3))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + main.getSimpleName() + " ran", e);
    }
  }
}
