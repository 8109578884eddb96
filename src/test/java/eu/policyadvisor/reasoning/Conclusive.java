package eu.policyadvisor.reasoning;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assesses without asking which rules wait for values that are not known: that takes most of the
 * time, and tests over thousands of fact sets look at what is concluded only.
 */
public final class Conclusive {
  private Conclusive() {}

  /** What is concluded; the stance and what waits are left out. */
  public static Assessment assess(Advisor advisor, FactSet stated, LocalDate asOf) {
    FactSet facts = advisor.loaded().completed(stated, asOf);
    Reasoner reasoner =
        new Reasoner(
            advisor.loaded().rules().compiled(),
            advisor.knowledge().catalogue(),
            advisor.loaded().rules().run(advisor.loaded().memory(facts, asOf), asOf),
            asOf);
    Map<Recommendation, Superseded> superseded = reasoner.superseded();
    List<Reasoned<Recommendation>> live = new ArrayList<>(reasoner.recommendations());
    live.removeIf(recommendation -> superseded.containsKey(recommendation.conclusion()));
    return new Assessment(
        facts,
        asOf,
        advisor.knowledge(),
        Stance.NOTHING_FOUND,
        List.of(),
        reasoner.concepts(),
        reasoner.findings(),
        live,
        List.copyOf(superseded.values()),
        Reasoner.contradictions(live),
        Set.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Triage.NONE);
  }
}
