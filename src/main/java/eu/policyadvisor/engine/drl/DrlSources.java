package eu.policyadvisor.engine.drl;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The DRL files of a knowledge base: those of an analyst, and the built-in ones, which ship beside
 * the compiled rules. A file is read when something of it is asked for, and once. Thread-safe.
 */
public final class DrlSources {
  /** A resource that is always there, to find the place where all rules are. */
  private static final String ANCHOR = "rules/parameters.yaml";

  private static final String ROOT = "rules/";

  /** The text of each file by its name; those whose rules take the place of others come first. */
  private final List<Map<String, String>> layers;

  private final Map<String, DrlFile> read = new ConcurrentHashMap<>();

  /** What each file imports; asked for each of its rules. */
  private final Map<DrlFile, List<String>> imported = new ConcurrentHashMap<>();

  private DrlSources(List<Map<String, String>> layers) {
    this.layers = layers.stream().<Map<String, String>>map(TreeMap::new).toList();
  }

  /** Those of the build, found when they are first asked for: most assessments never do. */
  public static Supplier<DrlSources> ofTheBuild() {
    return new Supplier<>() {
      private @Nullable DrlSources found;

      @Override
      public synchronized DrlSources get() {
        DrlSources sources = found;
        if (sources == null) {
          sources = new DrlSources(List.of(builtIn()));
          found = sources;
        }
        return sources;
      }
    };
  }

  /**
   * Those of an analyst.
   *
   * @param own the text of each file by its name
   * @param whole whether these are all; else they lie over those of the build
   */
  public static DrlSources of(Map<String, String> own, boolean whole) {
    return new DrlSources(whole ? List.of(own) : List.of(own, builtIn()));
  }

  private DrlFile file(Map.Entry<String, String> file) {
    return read.computeIfAbsent(file.getKey(), name -> DrlFile.read(name, file.getValue()));
  }

  /** The rule of an id; of a rule of an analyst and a built-in one, the former. */
  public Optional<DrlRule> rule(String id) {
    return layers.stream()
        .flatMap(files -> files.entrySet().stream())
        .filter(file -> file.getValue().contains(id))
        .flatMap(file -> file(file).rule(id).stream())
        .findFirst();
  }

  /** A rule, after those whose conditions it takes over, the first of them first. */
  public List<DrlRule> withParents(DrlRule rule) {
    List<DrlRule> all = new ArrayList<>(List.of(rule));
    String parent = rule.parent();
    while (parent != null) {
      DrlRule next = rule(parent).orElse(null);
      parent = next == null || all.contains(next) ? null : next.parent();
      if (next != null && !all.contains(next)) {
        all.add(0, next);
      }
    }
    return all;
  }

  /** All rules by id. */
  public Map<String, DrlRule> rules() {
    Map<String, DrlRule> rules = new TreeMap<>();
    for (Map<String, String> layer : layers) {
      files(layer)
          .forEach(file -> file.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
    }
    return rules;
  }

  /** The files of an analyst, else the built-in ones, by name. */
  public List<DrlFile> files() {
    return files(layers.get(0));
  }

  /** The text of each file, in the order of their names. */
  public List<String> texts() {
    return layers.stream().flatMap(layer -> layer.values().stream()).toList();
  }

  /** What a file imports, and what it uses of that which the other files of its package import. */
  public List<String> imports(DrlFile file) {
    return imported.computeIfAbsent(file, this::importsOf);
  }

  private List<String> importsOf(DrlFile file) {
    List<String> imports = new ArrayList<>(file.imports());
    Set<String> names = imports.stream().map(DrlSources::simple).collect(Collectors.toSet());
    Set<String> used = file.tokens().stream().map(DrlToken::text).collect(Collectors.toSet());
    layers.get(0).entrySet().stream()
        .filter(other -> other.getValue().contains(file.packageName()))
        .map(this::file)
        .filter(other -> other.packageName().equals(file.packageName()))
        .flatMap(other -> other.imports().stream())
        .distinct()
        .filter(each -> !imports.contains(each) && !names.contains(simple(each)))
        .filter(each -> used.contains(simple(each)) || each.endsWith(".*"))
        .forEach(imports::add);
    return List.copyOf(imports);
  }

  private static String simple(String imported) {
    return imported.substring(imported.lastIndexOf('.') + 1);
  }

  /** The imports of other files that a file uses, each on a line, to stand behind its rules. */
  public String importsBeside(DrlFile file) {
    return imports(file).stream()
        .skip(file.imports().size())
        .map(each -> "\nimport " + each)
        .collect(Collectors.joining());
  }

  private List<DrlFile> files(Map<String, String> layer) {
    return layer.entrySet().parallelStream().map(this::file).toList();
  }

  /**
   * A problem of a rule.
   *
   * @param id the rule
   * @param message what is wrong with it
   */
  public Problem problem(String id, String message) {
    return problem(id, "", message);
  }

  /**
   * A problem of a rule, where a condition stands.
   *
   * @param id the rule
   * @param condition the condition; where it is not found, the problem is of the rule as a whole
   * @param message what is wrong
   */
  public Problem problem(String id, String condition, String message) {
    return problem(id, rule -> rule.find(condition, DrlRule.START), message);
  }

  /**
   * A problem of a rule.
   *
   * @param id the rule
   * @param place where in the rule it is; empty where it is of the rule as a whole
   * @param message what is wrong
   */
  public Problem problem(
      String id, Function<DrlRule, Optional<DrlRule.Span>> place, String message) {
    return rule(id)
        .map(
            rule ->
                rule.problem(
                    place.apply(rule).map(DrlRule.Span::from).orElse(rule.from()), message))
        .orElseGet(() -> new Problem("rules", 0, 0, "rule '" + id + "' " + message));
  }

  /** The rules whose id stands more than once, at the second and every later place. */
  public static List<Problem> duplicates(Collection<DrlFile> files) {
    Map<String, DrlRule> first = new LinkedHashMap<>();
    List<Problem> duplicates = new ArrayList<>();
    for (DrlFile file : files) {
      for (DrlRule rule : file.rules()) {
        DrlRule known = first.putIfAbsent(rule.id(), rule);
        if (known != null) {
          duplicates.add(
              file.problem(
                  rule.from(),
                  "rule id '"
                      + rule.id()
                      + "' is used twice; "
                      + known.file().name()
                      + ":"
                      + known.line()
                      + " has it too. Give one of them another id"));
        }
      }
    }
    return duplicates.stream().sorted().toList();
  }

  /** The text of each built-in file, by its path below {@code rules/}. */
  public static Map<String, String> builtInByPath() {
    Map<String, String> files = new TreeMap<>();
    builtIn().forEach((file, drl) -> files.put(file.substring(ROOT.length()), drl));
    return files;
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
  public static Problem entry(
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
    Place at = new Offsets(text).place(found.start(1));
    return new Problem(file, at.line(), at.column(), message);
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
          : below(Path.of(new URI(anchor.toString())).resolveSibling(""));
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

  private static Map<String, String> below(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".drl")).toList()) {
        files.put(
            ROOT + directory.relativize(path).toString().replace('\\', '/'),
            Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
