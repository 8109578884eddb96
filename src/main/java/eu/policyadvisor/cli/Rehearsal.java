package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.StandardOutput;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs what analysts run most, for nothing but to have its classes loaded: the launcher makes the
 * archive from which later starts take them.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Plays the commands; what they say is dropped, and whether they succeed makes no difference.
   *
   * @param args a fact file
   */
  public static void main(String[] args) {
    PrintWriter nowhere = new StandardOutput(OutputStream.nullOutputStream()).writer();
    System.setProperty("advisor.columns", String.valueOf(Door.COLUMNS));
    String file = args[0];
    Stream.of(
            List.of("--version"),
            List.of("--help"),
            List.of("assess", "--help"),
            List.of("no-such-command"),
            List.of("check", file),
            List.of("check", file + ".missing"),
            List.of("assess", file),
            List.of("assess", "--explain", "short", "--show", "all", file),
            List.of("assess", "--format", "markdown", file),
            List.of("assess", "--format", "json", file),
            List.of("rules"))
        .map(line -> line.toArray(String[]::new))
        .forEach(line -> Main.commandLine(Main.door(line, nowhere, nowhere), line).execute(line));
  }
}
