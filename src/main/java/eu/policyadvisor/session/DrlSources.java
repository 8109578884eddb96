package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.KnowledgeBase;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/** Finds rules in the DRL that ships beside the compiled rules. */
public final class DrlSources {
  /** A resource that is always there, to find the place where all rules are. */
  private static final String ANCHOR = "rules/parameters.yaml";

  private static final String ROOT = "rules/";

  private DrlSources() {}

  /**
   * A rule as it is written.
   *
   * @param rule its id
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   * @param knowledge what its conditions are compared with
   * @param rules the compiled rules, which tell what concludes a concept
   */
  public static Optional<RuleText> find(
      String rule, @Nullable RuleDirectory ownRules, KnowledgeBase knowledge, CompiledRules rules) {
    Optional<RuleText> own =
        ownRules == null ? Optional.empty() : search(rule, below(ownRules), knowledge, rules);
    return own.isPresent() || ownRules != null && ownRules.whole()
        ? own
        : search(rule, builtIn(), knowledge, rules);
  }

  /** A rule as it is written, with nothing put into words. */
  static Optional<RuleText> written(String rule, @Nullable RuleDirectory ownRules) {
    Map<String, String> files = new TreeMap<>();
    if (ownRules == null || !ownRules.whole()) {
      files.putAll(builtIn());
    }
    Optional<RuleText> own = ownRules == null ? Optional.empty() : written(rule, below(ownRules));
    return own.isPresent() ? own : written(rule, files);
  }

  private static Optional<RuleText> written(String rule, Map<String, String> files) {
    return files.entrySet().stream()
        .flatMap(file -> DrlText.written(rule, file.getKey(), file.getValue()).stream())
        .findFirst();
  }

  /**
   * All rules as they are written, by id, without the comments above them.
   *
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  public static Map<String, String> all(@Nullable RuleDirectory ownRules) {
    return places(ownRules).texts();
  }

  /**
   * Where the rules stand.
   *
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  static DrlPlaces places(@Nullable RuleDirectory ownRules) {
    if (ownRules == null) {
      return DrlPlaces.in(builtIn());
    }
    return ownRules.whole()
        ? DrlPlaces.in(below(ownRules))
        : DrlPlaces.in(builtIn(), below(ownRules));
  }

  /** The text of each built-in file, by its path below {@code rules/}. */
  static Map<String, String> builtInByPath() {
    Map<String, String> files = new TreeMap<>();
    builtIn().forEach((file, drl) -> files.put(file.substring(ROOT.length()), drl));
    return files;
  }

  private static Map<String, String> below(RuleDirectory directory) {
    return below(directory.path(), directory.path().toString());
  }

  /**
   * A problem where an entry of the reference data stands.
   *
   * @param file the file below the rules, such as {@code parameters.yaml}
   * @param key the key that names entries
   * @param name the entry
   * @param ownRules a directory whose file takes precedence, or null
   * @param message what is wrong with it
   */
  static Problem entry(
      String file, String key, String name, @Nullable RuleDirectory ownRules, String message) {
    Pattern entry =
        Pattern.compile(
            "(?m)^.*?\\b" + key + ":[ ]*(['\"]?" + Pattern.quote(name) + ")(?![\\w.-]).*$");
    Path own = ownRules == null ? null : ownRules.path().resolve(file);
    try {
      if (own != null && Files.isRegularFile(own)) {
        String text = Files.readString(own, StandardCharsets.UTF_8);
        Matcher found = entry.matcher(text);
        if (found.find()) {
          return problem(own.toString(), text, found, message);
        }
      }
      try (InputStream in =
          DrlSources.class.getClassLoader().getResourceAsStream("rules/" + file)) {
        String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = entry.matcher(text);
        return found.find()
            ? problem("rules/" + file, text, found, message)
            : new Problem("rules/" + file, 0, 0, message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem problem(String file, String text, Matcher found, String message) {
    int line = 1 + (int) text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
    return new Problem(file, line, found.start(1) - found.start() + 1, message);
  }

  /** The DRL files by name: of one's own rules, else the built-in ones. */
  static SortedMap<String, String> files(@Nullable RuleDirectory ownRules) {
    return new TreeMap<>(ownRules == null ? builtIn() : below(ownRules));
  }

  private static Optional<RuleText> search(
      String rule, Map<String, String> files, KnowledgeBase knowledge, CompiledRules rules) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Optional<RuleText> found =
          DrlText.find(
              rule,
              file.getKey(),
              file.getValue(),
              knowledge,
              type -> rules.producers(type).stream().map(Rule::getName).sorted().toList());
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
    return name.startsWith(ROOT) && name.endsWith(".drl");
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
