package eu.policyadvisor.session;

import static java.util.stream.Collectors.toSet;

import eu.policyadvisor.fact.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
final class OwnRules {
  private static final String ROOT = "src/main/resources/";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
  private static final AtomicInteger COMPILED = new AtomicInteger();

  private OwnRules() {}

  /**
   * The rules of a directory, with the built-in ones beside them unless it is a whole knowledge
   * base. A file with the path and the text of a built-in one is taken as the build compiled it:
   * compiling all rules takes many seconds.
   *
   * @throws RuleBaseException naming file, line and rule if they do not compile, or if there are
   *     none
   */
  static List<Model> load(RuleDirectory directory, List<Model> builtIn) {
    Map<String, String> files = read(directory.path());
    if (files.isEmpty()) {
      throw new RuleBaseException(
          List.of(new Problem(directory.path().toString(), 0, 0, "holds no rules (*.drl)")));
    }
    Map<String, String> labelled = new TreeMap<>();
    files.forEach((file, drl) -> labelled.put(directory.path().resolve(file).toString(), drl));
    List<Problem> twice = DrlPlaces.in(labelled).duplicates();
    if (!twice.isEmpty()) {
      throw new RuleBaseException(twice);
    }
    Map<String, String> asBuilt = new TreeMap<>(DrlSources.builtInByPath());
    asBuilt.entrySet().retainAll(files.entrySet());
    Map<String, String> own = new TreeMap<>(files);
    own.keySet().removeAll(asBuilt.keySet());
    List<Model> compiled = compile(directory.path(), own, asBuilt);
    if (!directory.whole()) {
      return Overlay.replace(builtIn, compiled);
    }
    Set<String> kept = DrlPlaces.in(asBuilt).ids();
    return Overlay.join(Overlay.kept(builtIn, kept::contains), compiled);
  }

  /**
   * Compiles files. Files of one package share their imports, so that one which does not compile
   * may do so beside those of its package.
   */
  private static List<Model> compile(
      Path directory, Map<String, String> own, Map<String, String> asBuilt) {
    if (own.isEmpty()) {
      return List.of();
    }
    Optional<List<Model>> alone = compile(own);
    if (alone.isPresent()) {
      return alone.get();
    }
    Map<String, String> together = new TreeMap<>(own);
    Set<String> packages = own.values().stream().map(OwnRules::packageOf).collect(toSet());
    asBuilt.forEach(
        (file, drl) -> {
          if (packages.contains(packageOf(drl))) {
            together.put(file, drl);
          }
        });
    List<Model> compiled =
        (together.size() == own.size() ? alone : compile(together))
            .orElseThrow(() -> new RuleBaseException(problems(directory, together)));
    Set<String> ids = DrlPlaces.in(own).ids();
    return Overlay.kept(compiled, ids::contains);
  }

  private static String packageOf(String drl) {
    Matcher matcher = PACKAGE.matcher(drl);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static Optional<List<Model>> compile(Map<String, String> files) {
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
   * @param files DRL by the name of its file
   */
  static Optional<InternalKieModule> build(ReleaseId release, Map<String, String> files) {
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
      KieServices services, ReleaseId release, Map<String, String> files) {
    KieFileSystem project = services.newKieFileSystem().generateAndWritePomXML(release);
    files.forEach((file, drl) -> project.write(ROOT + file, drl));
    return project;
  }

  /**
   * The classic compiler names the line of the DRL; the executable model that of generated Java.
   */
  static List<Problem> problems(Path directory, Map<String, String> files) {
    List<Message> messages = errors(files, DrlProject.class);
    if (messages.isEmpty()) {
      messages = errors(files, ExecutableModelProject.class);
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
                new CompileErrors(directory.resolve(file).toString(), files.getOrDefault(file, ""))
                    .problems(said)));
    return problems.stream().distinct().sorted().toList();
  }

  private static List<Message> errors(
      Map<String, String> files, Class<? extends KieBuilder.ProjectType> type) {
    KieServices services = KieServices.get();
    return services
        .newKieBuilder(project(services, release("errors"), files))
        .buildAll(type)
        .getResults()
        .getMessages(Message.Level.ERROR);
  }
}
