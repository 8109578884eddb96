package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program says the same way each time: its help, its versions, its script for shells. The
 * build has the command line say it and keeps it, as making all commands takes longer than starting
 * Java.
 */
final class FixedTexts {
  private static final String DIRECTORY = "META-INF/eu.policyadvisor/text/";

  /** For a terminal of another width the help is set when it is asked for. */
  private static final List<Integer> WIDTHS = List.of(80, Door.COLUMNS);

  private FixedTexts() {}

  /**
   * What the build kept.
   *
   * @param args the words of the command line
   * @param columns width of text
   * @param colour whether it shows colour
   * @return null where something else is asked for, or nothing was kept
   */
  static byte @Nullable [] find(String[] args, int columns, boolean colour) {
    String name = args.length == 1 ? name(args[0], columns, colour) : null;
    if (name == null) {
      return null;
    }
    try (InputStream kept =
        FixedTexts.class.getClassLoader().getResourceAsStream(DIRECTORY + name)) {
      return kept == null ? null : kept.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String name(String word, int columns, boolean colour) {
    return switch (word) {
      case "--help", "-h" ->
          "help-" + Math.min(columns, Door.COLUMNS) + (colour ? "-in-colour" : "");
      case "--version", "-V" -> "version";
      case "completion" -> word;
      default -> null;
    };
  }

  /**
   * Keeps them.
   *
   * @param classes a directory of classes
   * @param version that of the program
   */
  static void write(Path classes, String version) throws IOException {
    Advisor advisor = Advisor.standard();
    Path directory = Files.createDirectories(classes.resolve(DIRECTORY));
    for (int columns : WIDTHS) {
      for (boolean colour : List.of(false, true)) {
        keep(directory, "--help", columns, colour, version, advisor);
      }
    }
    keep(directory, "--version", Door.COLUMNS, false, version, advisor);
    keep(directory, "completion", Door.COLUMNS, false, version, advisor);
  }

  private static void keep(
      Path directory, String word, int columns, boolean colour, String version, Advisor advisor)
      throws IOException {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Door door =
        new Door(
            () -> advisor,
            InputStream.nullInputStream(),
            writer,
            writer,
            columns,
            colour,
            colour,
            0,
            LocalDate::now);
    int code = Main.commandLine(door, version).execute(word);
    if (code != Exit.DONE.code()) {
      throw new IllegalStateException("advisor " + word + " ends with " + code + ": " + out);
    }
    Files.writeString(directory.resolve(name(word, columns, colour)), out.toString());
  }
}
