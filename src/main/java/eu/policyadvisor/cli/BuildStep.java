package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.engine.RuleCompiler;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.knowledge.KnowledgeCompiler;
import java.io.IOException;
import java.nio.file.Path;

/** A step of the build: compiles rules and leaves what no start has to work out again. */
final class BuildStep {
  private BuildStep() {}

  /**
   * Runs it.
   *
   * @param args the directory of rules, a directory of classes, which must be on the class path, a
   *     file in which to keep what was compiled, and the version of the program
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[1]);
    try {
      RuleCompiler.compile(
          Path.of(args[0]),
          classes,
          Path.of(args[2]),
          () -> System.out.println("compiling the rules ..."));
      KnowledgeCompiler.write(classes);
      FixedTexts.write(classes, args[3]);
    } catch (RuleBaseException e) {
      e.problems().forEach(System.err::println);
      System.exit(Exit.RULES.code());
    }
  }
}
