package eu.policyadvisor.benchmark.steady;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What a peer outside this JVM said.
 *
 * @param conclusions as {@link Lines} writes them
 * @param microseconds what one fact set takes: facts asserted, rules run, in a process that is up
 */
record ExternalPeer(SortedSet<String> conclusions, double microseconds) {
  private static final Path SOURCES = Path.of("src", "benchmark");
  private static final Path WORK = Path.of("target", "benchmark", "steady");

  /** A peer is not on this machine; the table then says why it lacks a row. */
  static final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    private MissingException(String message) {
      super(message);
    }
  }

  static ExternalPeer clips(ExternalFacts facts, double seconds) throws MissingException {
    Path script = WORK.resolve("facts.clp");
    Path declarations = WORK.resolve("declarations.clp");
    Path commands = WORK.resolve("commands.clp");
    write(declarations, facts.clipsDeclarations());
    write(script, facts.clipsFacts());
    write(
        commands,
        """
        (load* "%s")
        (load* "%s")
        (load* "%s")
        (reset)
        (run)
        (print-conclusions)
        (measure %s)
        (measure %s)
        (exit)
        """
            .formatted(
                declarations, SOURCES.resolve("clips/rules.clp"), script, seconds / 2, seconds));
    return run(commands);
  }

  private static ExternalPeer run(Path commands) throws MissingException {
    SortedSet<String> conclusions = new TreeSet<>();
    double microseconds = Double.NaN;
    String output = output("clips", "-f2", commands.toString());
    for (String line : output.split("\n")) {
      if (line.startsWith("= ")) {
        conclusions.add(line.substring(2).strip());
      } else if (line.startsWith("microseconds ")) {
        microseconds = Double.parseDouble(line.substring(13).strip());
      }
    }
    if (Double.isNaN(microseconds)) {
      throw new IllegalStateException("clips failed:\n" + output);
    }
    return new ExternalPeer(conclusions, microseconds);
  }

  private static String output(String... command) throws MissingException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new MissingException("clips is not installed (Debian: apt-get install clips)");
    }
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException(command[0] + " does not end");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command[0] + " ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
