package consumer;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Path;

/** The advisor as a library. */
public final class Embedding {
  private Embedding() {}

  /** Prints the id of each rule that finds something in a fact file. */
  public static void main(String[] args) throws IOException {
    Advisor advisor = Advisor.standard();
    FactSet facts = advisor.read(Path.of(args[0])).factSets().get(0);
    Assessment assessment = advisor.assess(facts);
    assessment.findings().stream()
        .map(finding -> finding.card().id())
        .distinct()
        .sorted()
        .forEach(System.out::println);
  }
}
