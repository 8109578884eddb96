package eu.policyadvisor.check;

import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases that ship beside the rules, on the class path. */
public final class RuleCases {
  /** A resource that is always there, to find the place where all cases are. */
  private static final String ANCHOR = "rules/parameters.yaml";

  private static final String ENDING = ".cases.yaml";

  private RuleCases() {}

  /** All cases, read when somebody first asks for them: that takes most of a second. */
  private static final class All {
    static final List<Case> CASES = read();
  }

  /** All cases, in the order of their files. */
  public static List<Case> all() {
    return All.CASES;
  }

  private static List<Case> read() {
    URL anchor = RuleCases.class.getClassLoader().getResource(ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException("the class path holds no rules: " + ANCHOR + " is missing");
    }
    List<Case> cases = new ArrayList<>();
    try {
      URLConnection connection = anchor.openConnection();
      if (connection instanceof JarURLConnection jar) {
        List<String> names =
            jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith("rules/") && name.endsWith(ENDING))
                .sorted()
                .toList();
        for (String name : names) {
          try (InputStream in = jar.getJarFile().getInputStream(jar.getJarFile().getEntry(name))) {
            cases.addAll(read(name, in));
          }
        }
      } else {
        for (Path file : below(Path.of(new URI(anchor.toString())).resolveSibling(""))) {
          try (InputStream in = Files.newInputStream(file)) {
            cases.addAll(read(file.toString(), in));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has an odd address: " + anchor, e);
    }
    return List.copyOf(cases);
  }

  /**
   * The cases of files.
   *
   * @param paths cases files, or directories of which all cases files are read
   * @return the cases, in the order of the paths, and what is wrong with others
   * @throws IOException if a file cannot be read
   */
  public static CaseReader.Result in(List<Path> paths) throws IOException {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? below(path) : List.of(path)) {
        files.putIfAbsent(file.toAbsolutePath().normalize(), file);
      }
    }
    List<Case> cases = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files.values()) {
      try (InputStream in = Files.newInputStream(file)) {
        CaseReader.Result read = CaseReader.read(file.toString(), in);
        cases.addAll(read.cases());
        problems.addAll(read.problems());
      }
    }
    return new CaseReader.Result(cases, problems);
  }

  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(path -> path.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private static List<Case> read(String label, InputStream in) throws IOException {
    CaseReader.Result read = CaseReader.read(label, in);
    if (!read.problems().isEmpty()) {
      throw new IllegalStateException(read.problems().get(0).toString());
    }
    return read.cases();
  }
}
