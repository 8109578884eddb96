package eu.policyadvisor;

import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.session.RuleBase;
import eu.policyadvisor.yaml.KnowledgeFile;
import eu.policyadvisor.yaml.ReferenceData;
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
    RuleBase rules = RuleBase.builtIn(reference.catalogue());
    Path file = classes.resolve(KnowledgeFile.RESOURCE);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      KnowledgeFile.write(knowledge(reference, rules), RuleBase.located(rules), out);
    }
  }

  /** Read from its sources, whatever an earlier build left. */
  static KnowledgeBase read() {
    ReferenceData reference = ReferenceData.builtIn();
    return knowledge(reference, RuleBase.builtIn(reference.catalogue()));
  }

  private static KnowledgeBase knowledge(ReferenceData reference, RuleBase rules) {
    return new KnowledgeBase(
        Version.of(Advisor.class),
        rules.cards(),
        reference.catalogue(),
        reference.parameters(),
        reference.countryGroups());
  }
}
