package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private OwnRules() {}

  /**
   * Compiles all DRL files below a directory.
   *
   * @throws RuleBaseException naming file, line and rule if they do not compile, or if there are
   *     none
   */
  static List<Model> compile(Path directory) {
    Map<String, String> files = read(directory);
    if (files.isEmpty()) {
      throw new RuleBaseException(
          List.of(new Problem(directory.toString(), 0, 0, "holds no rules (*.drl)")));
    }
    Map<String, String> labelled = new TreeMap<>();
    files.forEach((file, drl) -> labelled.put(directory.resolve(file).toString(), drl));
    List<Problem> twice = DrlPlaces.in(labelled).duplicates();
    if (!twice.isEmpty()) {
      throw new RuleBaseException(twice);
    }
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("own", "rules", "1");
    KieBuilder builder =
        services
            .newKieBuilder(project(services, release, files))
            .buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new RuleBaseException(problems(services, directory, files, builder));
    }
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    byte[] index = module.getBytes("META-INF/kie/own/rules/drools-model");
    return CompiledModels.instantiate(index, services.newKieContainer(release).getClassLoader());
  }

  private static Map<String, String> read(Path directory) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".drl")).toList()) {
        files.put(
            directory.relativize(path).toString().replace('\\', '/'),
            Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read rules in " + directory, e);
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
  private static List<Problem> problems(
      KieServices services, Path directory, Map<String, String> files, KieBuilder failed) {
    KieBuilder classic =
        services
            .newKieBuilder(project(services, services.newReleaseId("own", "classic", "1"), files))
            .buildAll(DrlProject.class);
    List<Message> messages = classic.getResults().getMessages(Message.Level.ERROR);
    if (messages.isEmpty()) {
      messages = failed.getResults().getMessages(Message.Level.ERROR);
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
}
