package eu.policyadvisor.benchmark;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/** Fires the rules as Drools is commonly used: a container that scans the class path. */
public final class KieStart {
  private KieStart() {}

  /**
   * Prints how many rules fired.
   *
   * @param args a fact file
   */
  public static void main(String[] args) throws IOException {
    Advisor advisor = Advisor.standard();
    FactSet facts = advisor.read(Path.of(args[0])).factSets().get(0);
    KieSession session =
        KieServices.get().getKieClasspathContainer().getKieBase("eu.policyadvisor").newKieSession();
    advisor.workingMemory(facts, LocalDate.of(2026, 11, 1)).forEach(session::insert);
    System.out.println(session.fireAllRules());
    session.dispose();
  }
}
