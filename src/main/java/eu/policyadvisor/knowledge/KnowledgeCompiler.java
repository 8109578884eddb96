package eu.policyadvisor.knowledge;

import eu.policyadvisor.engine.RuleIndex;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.rule.KnowledgeBase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the build: leaves what it read from rules and YAML where a start finds it quickly. */
public final class KnowledgeCompiler {
  private KnowledgeCompiler() {}

  /**
   * Writes the knowledge on the class path into a directory of classes.
   *
   * @param classes that directory
   * @throws IOException if it cannot be written
   */
  public static void write(Path classes) throws IOException {
    ReferenceData reference = ReferenceData.builtIn();
    CompiledRules rules = CompiledRules.builtIn(reference.catalogue());
    Path file = classes.resolve(KnowledgeFile.RESOURCE);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      KnowledgeFile.write(knowledge(reference, rules), RuleIndex.of(rules), out);
    }
  }

  /** Read from its sources, whatever an earlier build left. */
  static KnowledgeBase read() {
    ReferenceData reference = ReferenceData.builtIn();
    return knowledge(reference, CompiledRules.builtIn(reference.catalogue()));
  }

  private static KnowledgeBase knowledge(ReferenceData reference, CompiledRules rules) {
    return new KnowledgeBase(
        Version.of(Knowledge.class),
        rules.cards(),
        reference.catalogue(),
        reference.parameters(),
        reference.countryGroups());
  }
}
