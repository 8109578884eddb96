package consumer;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.time.SessionPseudoClock;

/** Fires the rules with plain KIE API; the advisor only reads the facts. */
public final class KieConsumer {
  private KieConsumer() {}

  /** Prints the id of each rule that finds something in a fact file. */
  public static void main(String[] args) throws IOException {
    Advisor advisor = Advisor.standard();
    FactSet facts = advisor.read(Path.of(args[0])).factSets().get(0);
    LocalDate asOf = Objects.requireNonNull(facts.asOf());

    KieBase rules = KieServices.get().getKieClasspathContainer().getKieBase("eu.policyadvisor");
    KieSession session =
        KieServices.get().getKieClasspathContainer().newKieSession("eu.policyadvisor.session");
    if (session.getKieBase() != rules) {
      throw new IllegalStateException("the session is not one of the named rules");
    }
    try {
      SessionPseudoClock clock = session.getSessionClock();
      clock.advanceTime(
          asOf.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli(),
          TimeUnit.MILLISECONDS);
      advisor.workingMemory(facts, asOf).forEach(session::insert);
      session.fireAllRules();
      session.getObjects(new ClassObjectFilter(Finding.class)).stream()
          .map(each -> ((Finding) each).rule())
          .distinct()
          .sorted()
          .forEach(System.out::println);
    } finally {
      session.dispose();
    }
  }
}
