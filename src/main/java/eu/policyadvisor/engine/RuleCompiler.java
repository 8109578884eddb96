package eu.policyadvisor.engine;

import eu.policyadvisor.engine.compiled.OwnRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.CompiledRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

/**
 * A step of the build: compiles the rules that ship with the program into an executable model, as a
 * KIE module. Rules, the types that they speak of and the compiler that are as they were are not
 * compiled again.
 */
public final class RuleCompiler {
  /** The packages whose classes DRL may import: a change elsewhere compiles no rule anew. */
  static final List<String> TYPES = List.of("advice", "fact", "finding", "rule");

  private static final String CLASSES = "eu/policyadvisor/";
  private static final String MODULE = "META-INF/kie";

  private RuleCompiler() {}

  /**
   * Compiles.
   *
   * @param rules a directory of DRL files, at any depth
   * @param classes a directory of classes, which must be on the class path
   * @param kept a file in which it keeps what was compiled
   * @param begin told before anything is compiled
   * @return whether anything was compiled
   * @throws RuleBaseException if rules do not compile, naming file and line
   */
  public static boolean compile(Path rules, Path classes, Path kept, Runnable begin)
      throws IOException {
    Map<String, String> files = new TreeMap<>();
    OwnRules.read(rules).forEach((file, drl) -> files.put("rules/" + file, drl));
    String now = sum(files, classes);
    if (Files.exists(kept)
        && Files.readString(kept).equals(now)
        && Files.exists(classes.resolve(CompiledRule.INDEX))) {
      return false;
    }
    begin.run();
    Files.deleteIfExists(kept);
    ReleaseId release = KieServices.get().newReleaseId("eu.policyadvisor", "policy-advisor", "0");
    SortedMap<String, DrlFile> read = new TreeMap<>();
    files.forEach((file, drl) -> read.put(file, DrlFile.read(file, drl)));
    List<Problem> wrong = OwnRules.wrong(read.values());
    if (!wrong.isEmpty()) {
      throw new RuleBaseException(wrong);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    read.forEach((file, drl) -> texts.put(file, drl.compilable()));
    InternalKieModule module =
        OwnRules.build(release, texts)
            .orElseThrow(() -> new RuleBaseException(OwnRules.problems(read, texts)));
    delete(classes.resolve(MODULE));
    delete(classes.resolve(CLASSES + "rules"));
    for (String name : module.getFileNames()) {
      if (name.equals(CompiledRule.INDEX) || name.endsWith(".class")) {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, module.getBytes(name));
      }
    }
    Files.writeString(kept, now);
    return true;
  }

  private static String sum(Map<String, String> files, Path classes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(compiler().getBytes(StandardCharsets.UTF_8));
      files.forEach(
          (file, drl) -> digest.update((file + "\n" + drl).getBytes(StandardCharsets.UTF_8)));
      for (String type : TYPES) {
        try (Stream<Path> all = Files.list(classes.resolve(CLASSES + type))) {
          for (Path each : all.sorted().toList()) {
            digest.update(Files.readAllBytes(each));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The whole version: that of the specification leaves out its last part. */
  private static String compiler() {
    return String.valueOf(ExecutableModelProject.class.getPackage().getImplementationVersion());
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
