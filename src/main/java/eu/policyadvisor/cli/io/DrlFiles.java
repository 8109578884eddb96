package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rule files that the arguments of a command name: files, and directories with all the DRL
 * files in them. A file that is named twice is there once.
 */
public final class DrlFiles {
  private static final String ENDING = ".drl";

  private final Map<Path, Path> files = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private DrlFiles() {}

  public static DrlFiles find(List<String> arguments) {
    DrlFiles found = new DrlFiles();
    for (String argument : arguments) {
      try {
        found.add(argument);
      } catch (InvalidPathException e) {
        found.fault(argument, "this is not a file name");
      } catch (IOException e) {
        found.fault(argument, Faults.reason(e));
      } catch (UncheckedIOException e) {
        found.fault(argument, Faults.reason(Objects.requireNonNull(e.getCause())));
      }
    }
    return found;
  }

  /** The files in the order of the arguments, those of a directory sorted. */
  public List<Path> files() {
    return List.copyOf(files.values());
  }

  /** Arguments that name no rule file. */
  public List<Problem> problems() {
    return problems;
  }

  private void fault(String argument, String message) {
    problems.add(Problem.of(argument, message));
  }

  private void add(String argument) throws IOException {
    Path path = Path.of(argument);
    if (argument.isEmpty()) {
      fault("''", "this is not a file name");
    } else if (Files.isDirectory(path)) {
      List<Path> inside = below(path);
      if (inside.isEmpty()) {
        fault(argument, "the directory holds no rules (*.drl)");
      }
      inside.forEach(this::add);
    } else if (!Files.exists(path)) {
      fault(argument, "there is no such file or directory");
    } else if (!argument.endsWith(ENDING)) {
      fault(argument, "this is no file with rules (*.drl)");
    } else {
      add(path);
    }
  }

  private void add(Path file) {
    files.putIfAbsent(file.toAbsolutePath().normalize(), file);
  }

  /** Hidden files and directories are left out, as they are the editor's or Git's. */
  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(path -> path.toString().endsWith(ENDING) && Files.isRegularFile(path))
          .filter(path -> !hidden(directory.relativize(path)))
          .sorted()
          .toList();
    }
  }

  private static boolean hidden(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(name -> name.toString().startsWith("."));
  }
}
