package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What went wrong with a file, in words. */
public final class Faults {
  /** Why what is to be a file cannot be read or written. */
  static final String DIRECTORY = "it is a directory";

  private static final String BELOW_A_FILE = "what should hold it is a file, not a directory";

  private Faults() {}

  /** That a file cannot be read, and why. */
  public static Problem unreadable(String file, IOException fault) {
    return Problem.of(file, "cannot be read: " + reason(fault));
  }

  /** That a file cannot be written, and why. */
  public static Problem unwritable(Path file, IOException fault) {
    return Problem.of(file.toString(), "cannot be written: " + reason(fault));
  }

  /**
   * An error of this program, or that there is no memory, in one line.
   *
   * @param verbose whether the line is followed by where it happened
   */
  public static List<String> internal(Throwable error, boolean verbose) {
    List<String> lines = new ArrayList<>();
    if (error instanceof OutOfMemoryError) {
      return List.of(
          "out of memory: Java may take %,d MB, and this needs more; assess the facts in parts, or set JAVA_TOOL_OPTIONS=-Xmx4g"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
    String kind = error.getClass().getSimpleName();
    lines.add(
        "internal error: "
            + Objects.requireNonNullElse(error.getMessage(), "")
                .lines()
                .findFirst()
                .map(message -> message + " (" + kind + ")")
                .orElse(kind)
            + "; please report it"
            + (verbose ? "" : " with what --verbose shows"));
    if (verbose) {
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(lines::add);
    }
    return lines;
  }

  /** Why, in words. */
  public static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    } else if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return "there is no such file or directory";
    } else if (fault instanceof NotDirectoryException
        || fault instanceof FileAlreadyExistsException) {
      return BELOW_A_FILE;
    }
    String reason =
        Objects.requireNonNullElse(
            fault instanceof FileSystemException of ? of.getReason() : fault.getMessage(), "");
    return switch (reason) {
      case "" -> "reading or writing failed";
      case "Is a directory" -> DIRECTORY;
      case "Not a directory" -> BELOW_A_FILE;
      default -> reason;
    };
  }
}
