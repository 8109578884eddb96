package eu.policyadvisor.session;

import eu.policyadvisor.rule.RuleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds rules in the DRL that ships beside the compiled rules. */
public final class DrlSources {
  /** A resource that is always there, to find the place where all rules are. */
  private static final String ANCHOR = "rules/parameters.yaml";

  private DrlSources() {}

  /**
   * A rule as it is written.
   *
   * @param rule its id
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  public static Optional<RuleText> find(String rule, @Nullable Path ownRules) {
    Optional<RuleText> own =
        ownRules == null ? Optional.empty() : search(rule, below(ownRules, ownRules.toString()));
    return own.isPresent() ? own : search(rule, builtIn());
  }

  /**
   * Where the rules stand.
   *
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  static DrlPlaces places(@Nullable Path ownRules) {
    return ownRules == null
        ? DrlPlaces.in(builtIn())
        : DrlPlaces.in(builtIn(), below(ownRules, ownRules.toString()));
  }

  /** The DRL files by name: of one's own rules, else the built-in ones. */
  static SortedMap<String, String> files(@Nullable Path ownRules) {
    return new TreeMap<>(ownRules == null ? builtIn() : below(ownRules, ownRules.toString()));
  }

  private static Optional<RuleText> search(String rule, Map<String, String> files) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Optional<RuleText> found = DrlText.find(rule, file.getKey(), file.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> builtIn() {
    URL anchor = DrlSources.class.getClassLoader().getResource(ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException("the class path holds no rules: " + ANCHOR + " is missing");
    }
    try {
      URLConnection connection = anchor.openConnection();
      return connection instanceof JarURLConnection jar
          ? inJar(jar)
          : below(Path.of(new URI(anchor.toString())).resolveSibling(""), "rules");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has an odd address: " + anchor, e);
    }
  }

  private static Map<String, String> inJar(JarURLConnection jar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (var entry : jar.getJarFile().stream().filter(e -> isRules(e.getName())).toList()) {
      try (InputStream in = jar.getJarFile().getInputStream(entry)) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static boolean isRules(String name) {
    return name.startsWith("rules/") && name.endsWith(".drl");
  }

  private static Map<String, String> below(Path directory, String label) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".drl")).toList()) {
        String relative = directory.relativize(path).toString().replace('\\', '/');
        files.put(label + "/" + relative, Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
