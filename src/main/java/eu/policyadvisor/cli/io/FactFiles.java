package eu.policyadvisor.cli.io;

import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fact files that the arguments of a command name: files, directories with all the YAML files
 * in them, patterns that no shell has expanded, and {@code -} for standard input. A file that is
 * named twice is read once.
 */
public final class FactFiles {
  public static final String STANDARD_INPUT = "-";

  /** So many of the files that are left out are named. */
  private static final int MOST_NAMED = 3;

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private final Map<Path, String> files = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final boolean inventories;

  private FactFiles(boolean inventories) {
    this.inventories = inventories;
  }

  public static FactFiles find(List<String> arguments) {
    return new FactFiles(false).search(arguments);
  }

  /** The same, with inventories of all kinds in directories. */
  public static FactFiles withInventories(List<String> arguments) {
    return new FactFiles(true).search(arguments);
  }

  private FactFiles search(List<String> arguments) {
    for (String argument : arguments) {
      try {
        add(argument);
      } catch (InvalidPathException e) {
        fault(argument, "this is not a file name");
      } catch (IOException e) {
        fault(argument, Faults.reason(e));
      } catch (UncheckedIOException e) {
        fault(argument, Faults.reason(Objects.requireNonNull(e.getCause())));
      }
    }
    return this;
  }

  /** The files as the user named them, in the order of the arguments, directories sorted. */
  public List<String> names() {
    return List.copyOf(files.values());
  }

  /** Arguments that name no fact file. */
  public List<Problem> problems() {
    return problems;
  }

  /** What directories hold and is not among the files, a line for each directory. */
  public List<String> notes() {
    return notes;
  }

  private void fault(String argument, String message) {
    problems.add(Problem.of(argument, message));
  }

  private void add(String argument) throws IOException {
    if (argument.equals(STANDARD_INPUT)) {
      files.putIfAbsent(Path.of(STANDARD_INPUT), STANDARD_INPUT);
      return;
    } else if (argument.isEmpty()) {
      fault("''", "this is not a file name");
      return;
    }
    boolean pattern = WILD.matcher(argument).find();
    if (pattern && !exists(argument)) {
      addMatching(argument);
      return;
    }
    Path path = Path.of(argument);
    if (!Files.exists(path)) {
      fault(argument, "there is no such file or directory");
    } else if (Files.isDirectory(path)) {
      directory(argument, path);
    } else {
      add(path);
    }
  }

  private void directory(String argument, Path path) throws IOException {
    List<Path> taken = new ArrayList<>();
    List<Path> inventory = new ArrayList<>();
    List<Path> other = new ArrayList<>();
    List<Path> odd = new ArrayList<>();
    for (Path file : below(path, Integer.MAX_VALUE, each -> true)) {
      if (!Files.isRegularFile(file)) {
        odd.add(file);
      } else if (isYaml(file) || isLines(file) && !inventories || isFacts(file)) {
        taken.add(file);
      } else if (mayBeInventory(file) && Recognition.isInventory(file)) {
        (inventories ? taken : inventory).add(file);
      } else {
        other.add(file);
      }
    }
    if (taken.isEmpty()) {
      fault(
          argument,
          inventories
              ? "the directory holds no inventories"
              : "the directory holds no fact files (*.yaml, *.yml, *.json or *.jsonl)");
    }
    taken.forEach(this::add);
    note(argument, inventory, "inventories by their content, which are read where they are named");
    note(argument, other, inventories ? "no inventories" : "no fact files");
    note(argument, odd, "no regular files, such as a pipe");
  }

  private void note(String argument, List<Path> left, String why) {
    if (left.isEmpty()) {
      return;
    }
    String named =
        left.stream()
            .limit(MOST_NAMED)
            .map(file -> Plain.message(file.toString()))
            .collect(Collectors.joining(", "));
    int more = left.size() - MOST_NAMED;
    notes.add(
        "%s: not read: %s%s (%s)"
            .formatted(
                Plain.message(argument), named, more > 0 ? " and " + more + " more" : "", why));
  }

  private boolean isFacts(Path file) throws IOException {
    return !inventories && endsWith(file, ".json") && FileKind.of(file) == FileKind.FACTS;
  }

  private static boolean isLines(Path file) {
    return endsWith(file, ".jsonl", ".ndjson");
  }

  private void add(Path file) {
    files.putIfAbsent(file.toAbsolutePath().normalize(), file.toString());
  }

  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false; // Windows has no file names with * or ?
    }
  }

  private void addMatching(String pattern) throws IOException {
    String slashed = pattern.replace('\\', '/');
    int fixed = WILD.split(slashed, 2)[0].lastIndexOf('/');
    Path base = Path.of(fixed < 0 ? "." : fixed == 0 ? "/" : slashed.substring(0, fixed));
    String rest = slashed.substring(fixed + 1);
    if (!Files.isDirectory(base)) {
      fault(pattern, "no file matches");
      return;
    }
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    } catch (IllegalArgumentException e) {
      fault(pattern, "this is not a pattern");
      return;
    }
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : (int) rest.chars().filter(c -> c == '/').count() + 1;
    List<Path> matching = below(base, depth, path -> matcher.matches(base.relativize(path)));
    if (matching.isEmpty()) {
      fault(pattern, "no file matches");
    }
    matching.forEach(path -> add(fixed < 0 ? base.relativize(path) : path));
  }

  private static boolean isYaml(Path path) {
    return endsWith(path, ".yaml", ".yml");
  }

  private static boolean mayBeInventory(Path path) {
    return endsWith(path, ".json", ".xml", ".md");
  }

  private static boolean endsWith(Path path, String... ends) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return Stream.of(ends).anyMatch(name::endsWith);
  }

  /** Files below a directory, in an order that no file system changes; hidden ones are left out. */
  private List<Path> below(Path directory, int depth, java.util.function.Predicate<Path> wanted)
      throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        directory,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return hidden(directory.relativize(path))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!attributes.isDirectory()
                && !hidden(directory.relativize(path))
                && wanted.test(path)) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
            if (fault instanceof FileSystemLoopException) {
              notes.add(
                  Plain.message(path.toString())
                      + ": not read: a link to a directory that holds it");
              return FileVisitResult.CONTINUE;
            }
            throw fault;
          }
        });
    files.sort(Comparator.comparing(path -> path.toString().replace('\\', '/')));
    return files;
  }

  private static boolean hidden(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
