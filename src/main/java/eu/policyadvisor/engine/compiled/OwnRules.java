package eu.policyadvisor.engine.compiled;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import eu.policyadvisor.engine.drl.CompilerFault;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.drl.RuleDay;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles the rules of an analyst. */
public final class OwnRules {
  private static final String ROOT = "src/main/resources/";
  private static final String GENERATED = "Java source of ";

  /** The compiler tries each bracket in two ways, and in each of them all brackets within. */
  private static final int DEEPEST = 9;

  private static final AtomicInteger COMPILED = new AtomicInteger();
  private static final Set<String> DATES = Set.of("date-effective", "date-expires");

  private final RuleDirectory directory;
  private final DrlSources sources;

  private OwnRules(RuleDirectory directory, DrlSources sources) {
    this.directory = directory;
    this.sources = sources;
  }

  /**
   * The rules of a directory, as they are written.
   *
   * @throws RuleBaseException if there are none, or a file is no text
   */
  public static OwnRules read(RuleDirectory directory) {
    Map<String, String> named = new TreeMap<>();
    read(directory.path())
        .forEach((file, drl) -> named.put(directory.path().resolve(file).toString(), drl));
    if (named.isEmpty()) {
      throw new RuleBaseException(
          List.of(new Problem(directory.path().toString(), 0, 0, "holds no rules (*.drl)")));
    }
    return new OwnRules(directory, DrlSources.of(named, directory.whole()));
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
    Map<String, String> inBuild = DrlSources.builtInByPath();
    Map<Boolean, List<DrlFile>> asBuilt =
        sources.files().stream()
            .collect(partitioningBy(file -> file.text().equals(inBuild.get(path(file)))));
    List<DrlFile> own = Objects.requireNonNull(asBuilt.get(false));
    List<Problem> problems = wrong(own);
    if (problems.isEmpty()) {
      problems = DrlSources.duplicates(sources.files());
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    List<Model> compiled = own.isEmpty() ? List.of() : compile(own);
    Set<String> kept = ids(Objects.requireNonNull(asBuilt.get(true)));
    return directory.whole()
        ? Overlay.join(Overlay.kept(builtIn, kept::contains), compiled)
        : Overlay.replace(builtIn, compiled);
  }

  private String path(DrlFile file) {
    return directory.path().relativize(Path.of(file.name())).toString().replace('\\', '/');
  }

  private static Set<String> ids(List<DrlFile> files) {
    return files.stream().flatMap(file -> file.rules().stream()).map(DrlRule::id).collect(toSet());
  }

  /** What is wrong with files and shows before they are compiled. */
  public static List<Problem> wrong(Collection<DrlFile> files) {
    List<Problem> problems = new ArrayList<>();
    for (DrlFile file : files) {
      problems.addAll(file.problems());
      if (file.problems().isEmpty()) {
        file.rules().forEach(rule -> wrong(rule).ifPresent(problems::add));
      }
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

  private static Optional<Problem> wrong(DrlRule rule) {
    if (!rule.id().matches("[a-z0-9-]+/[a-z0-9-]+")) {
      return Optional.of(
          rule.problem(
              rule.name().from(), "has an id that is not theme/name, in lower case with hyphens"));
    }
    int depth = 0;
    for (DrlToken token : rule.conditionTokens()) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth > DEEPEST) {
        return Optional.of(
            rule.problem(
                token.from(),
                "nests more than "
                    + DEEPEST
                    + " brackets, for which the compiler takes twice the time with each more; write"
                    + " it with fewer"));
      }
    }
    return OrBindings.problem(rule);
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
  private List<Model> compile(List<DrlFile> own) {
    SortedMap<String, DrlFile> all = new TreeMap<>();
    own.stream()
        .flatMap(file -> file.rules().stream())
        .flatMap(rule -> sources.withParents(rule).stream())
        .map(DrlRule::file)
        .filter(sources.files()::contains)
        .forEach(file -> all.put(path(file), file));
    own.forEach(file -> all.put(path(file), file));
    SortedMap<String, String> texts = new TreeMap<>();
    all.forEach((path, file) -> texts.put(path, file.compilable() + sources.importsBeside(file)));
    List<Model> compiled =
        models(texts).orElseThrow(() -> new RuleBaseException(problems(all, texts)));
    return Overlay.kept(compiled, ids(own)::contains);
  }

  private static Optional<List<Model>> models(SortedMap<String, String> files) {
    KieServices services = KieServices.get();
    ReleaseId release = release("rules");
    try {
      return build(release, files)
          .map(module -> module.getBytes("META-INF/kie/own/rules/drools-model"))
          .map(index -> instantiate(index, release));
    } catch (CompilerFault e) {
      // It is looked for when it is said what is wrong.
      return Optional.empty();
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static List<Model> instantiate(byte[] index, ReleaseId release) {
    return CompilerFault.guard(
        () ->
            CompiledModels.instantiate(
                index, KieServices.get().newKieContainer(release).getClassLoader()));
  }

  /**
   * A KIE module with the executable model of rules; empty where they do not compile.
   *
   * @param files what the compiler takes, by the path of the file
   * @throws CompilerFault if the compiler does not say why
   */
  public static Optional<InternalKieModule> build(
      ReleaseId release, SortedMap<String, String> files) {
    KieBuilder builder = build(release, files, ExecutableModelProject.class);
    return builder.getResults().hasMessages(Message.Level.ERROR)
        ? Optional.empty()
        : Optional.of((InternalKieModule) builder.getKieModule());
  }

  /** Each compilation has an id of its own, so that two at one time do not get mixed up. */
  private static ReleaseId release(String name) {
    return KieServices.get().newReleaseId("own", name, String.valueOf(COMPILED.incrementAndGet()));
  }

  /** The DRL files of a directory, at any depth, by their names in it. */
  public static Map<String, String> read(Path directory) {
    Map<String, String> files = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path :
          paths
              .filter(path -> path.toString().endsWith(".drl") && !Files.isDirectory(path))
              .toList()) {
        try {
          files.put(
              directory.relativize(path).toString().replace('\\', '/'),
              Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
          problems.add(new Problem(path.toString(), 0, 0, "is not UTF-8 text; save it as UTF-8"));
        } catch (IOException e) {
          problems.add(unreadable(path, e));
        }
      }
    } catch (UncheckedIOException e) {
      problems.add(unreadable(directory, Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      problems.add(unreadable(directory, e));
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    return files;
  }

  private static Problem unreadable(Path path, IOException fault) {
    String why = CompilerFault.oneLine(String.valueOf(fault.getMessage()));
    return new Problem(
        path.toString(),
        0,
        0,
        "cannot be read: "
            + (fault instanceof NoSuchFileException
                ? "it leads to no file"
                : fault instanceof AccessDeniedException ? "permission denied" : why));
  }

  private static KieBuilder build(
      ReleaseId release,
      SortedMap<String, String> files,
      Class<? extends KieBuilder.ProjectType> type) {
    KieServices services = KieServices.get();
    KieFileSystem project = services.newKieFileSystem().generateAndWritePomXML(release);
    files.forEach((file, drl) -> project.write(ROOT + file, drl));
    return CompilerFault.guard(() -> services.newKieBuilder(project).buildAll(type));
  }

  /**
   * The classic compiler names the line of the DRL; the executable model that of generated Java.
   */
  public static List<Problem> problems(
      SortedMap<String, DrlFile> files, SortedMap<String, String> texts) {
    List<Message> messages = new ArrayList<>(placed(texts, DrlProject.class));
    if (messages.isEmpty()) {
      messages.addAll(placed(texts, ExecutableModelProject.class));
    }
    Map<String, List<CompileErrors.Said>> byFile = new TreeMap<>();
    for (Message message : messages) {
      byFile
          .computeIfAbsent(path(message), any -> new ArrayList<>())
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
                new CompileErrors(Objects.requireNonNull(files.get(file))).problems(said)));
    // What the compiler gives no place is searched for once the rest is mended.
    List<Problem> placed =
        problems.stream().filter(problem -> problem.line() > 0).distinct().sorted().toList();
    return placed.isEmpty()
        ? List.of(new FaultPlace(files, texts, OwnRules::unplaced).find())
        : placed;
  }

  private static String path(Message message) {
    String path = message.getPath() == null ? "" : message.getPath();
    return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
  }

  /** What the compiler says of the files, and not of Java that it makes of them. */
  private static List<Message> placed(
      SortedMap<String, String> files, Class<? extends KieBuilder.ProjectType> type) {
    try {
      return errors(files, type).stream()
          .filter(message -> files.containsKey(path(message)))
          .toList();
    } catch (CompilerFault e) {
      return List.of();
    }
  }

  /** How files fail that the compiler says nothing of; empty where they do not. */
  private static Optional<String> unplaced(SortedMap<String, String> files) {
    ReleaseId release = release("faults");
    try {
      List<Message> errors = errors(files, ExecutableModelProject.class);
      if (!errors.isEmpty()) {
        return Optional.of(
            "cannot be compiled: "
                + errors.stream()
                    .map(Message::getText)
                    .filter(text -> !text.startsWith(GENERATED))
                    .map(CompilerFault::oneLine)
                    .findFirst()
                    .orElse("the Java made of it is wrong"));
      }
      build(release, files)
          .map(module -> module.getBytes("META-INF/kie/own/faults/drools-model"))
          .ifPresent(index -> instantiate(index, release));
      return Optional.empty();
    } catch (CompilerFault e) {
      return Optional.of(Objects.requireNonNull(e.getMessage()));
    } finally {
      KieServices.get().getRepository().removeKieModule(release);
    }
  }

  private static List<Message> errors(
      SortedMap<String, String> files, Class<? extends KieBuilder.ProjectType> type) {
    return build(release("errors"), files, type).getResults().getMessages(Message.Level.ERROR);
  }
}
