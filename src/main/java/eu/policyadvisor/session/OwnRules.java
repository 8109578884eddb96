package eu.policyadvisor.session;

import static java.util.stream.Collectors.toSet;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.drl.RuleDay;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles the rules of an analyst. */
final class OwnRules {
  private static final String ROOT = "src/main/resources/";
  private static final AtomicInteger COMPILED = new AtomicInteger();
  private static final Set<String> DATES = Set.of("date-effective", "date-expires");

  private final RuleDirectory directory;

  /** The text of each file, by its path in the directory. */
  private final Map<String, String> files;

  private final DrlSources sources;

  private OwnRules(RuleDirectory directory, Map<String, String> files) {
    this.directory = directory;
    this.files = files;
    Map<String, String> named = new TreeMap<>();
    files.forEach((file, drl) -> named.put(name(file), drl));
    this.sources = DrlSources.of(named, directory.whole());
  }

  /**
   * The rules of a directory, as they are written.
   *
   * @throws RuleBaseException if there are none, or a file is no text
   */
  static OwnRules read(RuleDirectory directory) {
    Map<String, String> files = read(directory.path());
    if (files.isEmpty()) {
      throw new RuleBaseException(
          List.of(new Problem(directory.path().toString(), 0, 0, "holds no rules (*.drl)")));
    }
    return new OwnRules(directory, files);
  }

  private String name(String file) {
    return directory.path().resolve(file).toString();
  }

  /** Where they are written, and the built-in ones beside them. */
  DrlSources sources() {
    return sources;
  }

  /**
   * The rules, with the built-in ones beside them unless they are a whole knowledge base. A file
   * with the path and the text of a built-in one is taken as the build compiled it: compiling all
   * rules takes many seconds.
   *
   * @throws RuleBaseException naming file, line and rule if they do not compile
   */
  List<Model> load(List<Model> builtIn) {
    Map<String, String> inBuild = new TreeMap<>(DrlSources.builtInByPath());
    SortedMap<String, DrlFile> own = new TreeMap<>();
    files.forEach(
        (file, drl) -> {
          if (!drl.equals(inBuild.get(file))) {
            own.put(file, sources.file(name(file)));
          }
        });
    Set<String> kept = own.size() == files.size() ? Set.of() : kept(builtIn, inBuild, own.keySet());
    List<Problem> problems = wrong(own.values());
    if (problems.isEmpty() && twice(own.values(), kept)) {
      problems = DrlSources.duplicates(sources.files());
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    List<Model> compiled = own.isEmpty() ? List.of() : compile(own);
    return directory.whole()
        ? Overlay.join(Overlay.kept(builtIn, kept::contains), compiled)
        : Overlay.replace(builtIn, compiled);
  }

  /** The rules of files that are as in the build: all but those of the other files of the build. */
  private Set<String> kept(List<Model> builtIn, Map<String, String> inBuild, Set<String> changed) {
    Set<String> kept =
        builtIn.stream()
            .flatMap(model -> model.getRules().stream())
            .map(Rule::getName)
            .collect(toSet());
    inBuild.entrySet().parallelStream()
        .filter(file -> changed.contains(file.getKey()) || !files.containsKey(file.getKey()))
        .flatMap(file -> DrlFile.read(file.getKey(), file.getValue()).rules().stream())
        .map(DrlRule::id)
        .toList()
        .forEach(kept::remove);
    return kept;
  }

  private static boolean twice(Collection<DrlFile> own, Set<String> kept) {
    Set<String> ids = new HashSet<>(kept);
    return own.stream()
        .flatMap(file -> file.rules().stream())
        .anyMatch(rule -> !ids.add(rule.id()));
  }

  /** What is wrong with files and shows before they are compiled. */
  static List<Problem> wrong(Collection<DrlFile> files) {
    List<Problem> problems = new ArrayList<>();
    for (DrlFile file : files) {
      problems.addAll(file.problems());
      List<DrlToken> tokens = file.tokens();
      for (int i = 0; i + 1 < tokens.size(); i++) {
        DrlToken day = tokens.get(i + 1);
        if (DATES.contains(tokens.get(i).text())
            && day.kind() == DrlToken.Kind.STRING
            && RuleDay.read(day.content()).isEmpty()) {
          problems.add(noDay(file, tokens.get(i).text(), day));
        }
      }
    }
    return problems.stream().sorted().toList();
  }

  private static Problem noDay(DrlFile file, String attribute, DrlToken day) {
    return file.problemIn(
        day.from(),
        "has "
            + attribute
            + " "
            + day.text()
            + ", which is no day; write day, English month and year, such as \""
            + RuleDay.write(LocalDate.of(2026, 12, 1))
            + "\"");
  }

  /** Compiles files, with those that hold rules whose conditions they take over. */
  private List<Model> compile(SortedMap<String, DrlFile> own) {
    SortedMap<String, DrlFile> all = new TreeMap<>(own);
    Set<String> ids = new HashSet<>();
    for (DrlFile file : own.values()) {
      for (DrlRule rule : file.rules()) {
        ids.add(rule.id());
        sources
            .withParents(rule)
            .forEach(each -> path(each.file()).ifPresent(path -> all.put(path, each.file())));
      }
    }
    SortedMap<String, String> texts = new TreeMap<>();
    all.forEach((path, file) -> texts.put(path, file.compilable() + sources.importsBeside(file)));
    List<Model> compiled =
        models(texts).orElseThrow(() -> new RuleBaseException(problems(all, texts)));
    return Overlay.kept(compiled, ids::contains);
  }

  private Optional<String> path(DrlFile file) {
    return files.keySet().stream().filter(path -> name(path).equals(file.name())).findFirst();
  }

  private static Optional<List<Model>> models(SortedMap<String, String> files) {
    KieServices services = KieServices.get();
    ReleaseId release = release("rules");
    try {
      return build(release, files)
          .map(module -> module.getBytes("META-INF/kie/own/rules/drools-model"))
          .map(
              index ->
                  CompiledModels.instantiate(
                      index, services.newKieContainer(release).getClassLoader()));
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  /**
   * A KIE module with the executable model of rules; empty where they do not compile.
   *
   * @param files what the compiler takes, by the path of the file
   */
  static Optional<InternalKieModule> build(ReleaseId release, SortedMap<String, String> files) {
    KieServices services = KieServices.get();
    KieBuilder builder =
        services
            .newKieBuilder(project(services, release, files))
            .buildAll(ExecutableModelProject.class);
    return builder.getResults().hasMessages(Message.Level.ERROR)
        ? Optional.empty()
        : Optional.of((InternalKieModule) builder.getKieModule());
  }

  /** Each compilation has an id of its own, so that two at one time do not get mixed up. */
  private static ReleaseId release(String name) {
    return KieServices.get().newReleaseId("own", name, String.valueOf(COMPILED.incrementAndGet()));
  }

  /** The DRL files of a directory, at any depth, by their names in it. */
  static Map<String, String> read(Path directory) {
    Map<String, String> files = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".drl")).toList()) {
        try {
          files.put(
              directory.relativize(path).toString().replace('\\', '/'),
              Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
          problems.add(new Problem(path.toString(), 0, 0, "is not UTF-8 text; save it as UTF-8"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read rules in " + directory, e);
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    return files;
  }

  private static KieFileSystem project(
      KieServices services, ReleaseId release, SortedMap<String, String> files) {
    KieFileSystem project = services.newKieFileSystem().generateAndWritePomXML(release);
    files.forEach((file, drl) -> project.write(ROOT + file, drl));
    return project;
  }

  /**
   * The classic compiler names the line of the DRL; the executable model that of generated Java.
   */
  static List<Problem> problems(SortedMap<String, DrlFile> files, SortedMap<String, String> texts) {
    List<Message> messages = errors(texts, DrlProject.class);
    if (messages.isEmpty()) {
      messages = errors(texts, ExecutableModelProject.class);
    }
    Map<String, List<CompileErrors.Said>> byFile = new TreeMap<>();
    for (Message message : messages) {
      String path = message.getPath() == null ? "" : message.getPath();
      byFile
          .computeIfAbsent(
              path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
              any -> new ArrayList<>())
          .add(
              new CompileErrors.Said(
                  Math.max(message.getLine(), 0),
                  Math.max(message.getColumn(), 0),
                  message.getText()));
    }
    List<Problem> problems = new ArrayList<>();
    byFile.forEach(
        (file, said) ->
            problems.addAll(
                new CompileErrors(files.getOrDefault(file, DrlFile.read(file, "")))
                    .problems(said)));
    return problems.stream().distinct().sorted().toList();
  }

  private static List<Message> errors(
      SortedMap<String, String> files, Class<? extends KieBuilder.ProjectType> type) {
    KieServices services = KieServices.get();
    return services
        .newKieBuilder(project(services, release("errors"), files))
        .buildAll(type)
        .getResults()
        .getMessages(Message.Level.ERROR);
  }
}
