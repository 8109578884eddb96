package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Conclusion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts that were run, and what came of them.
 *
 * @param facts the facts, with their date
 * @param concluded what each rule concluded
 * @param contradictions the recommendations that cannot both be followed
 */
record TrialRun(
    FactSet facts, Map<String, Set<Conclusion>> concluded, List<Contradiction> contradictions) {

  static TrialRun run(Advisor advisor, FactSet facts) {
    LocalDate day = Objects.requireNonNull(facts.asOf());
    Assessment assessment = advisor.inquire(facts, day).advice(Set.of());
    Map<String, Set<Conclusion>> concluded = new HashMap<>();
    CaseRunner.all(assessment)
        .forEach(
            reasoned -> {
              for (Justification way : reasoned.because()) {
                concluded
                    .computeIfAbsent(way.rule().id(), any -> new HashSet<>())
                    .add(reasoned.conclusion());
              }
            });
    return new TrialRun(facts, concluded, assessment.contradictions());
  }

  /** What came of facts that were changed; empty when the change makes no valid facts. */
  static Optional<TrialRun> ofChanged(Advisor advisor, FactSet facts) {
    try {
      return Optional.of(run(advisor, facts));
    } catch (InvalidFactsException e) {
      // A change may take a fact away to which another one refers.
      return Optional.empty();
    }
  }

  boolean concludes(String rule) {
    return concluded.containsKey(rule);
  }

  /** What a rule concluded. */
  Set<Conclusion> of(String rule) {
    return concluded.getOrDefault(rule, Set.of());
  }

  /** The pairs of rules whose recommendations cannot both be followed. */
  Set<List<String>> pairs() {
    return contradictions.stream().map(TrialRun::pair).collect(Collectors.toSet());
  }

  static List<String> pair(Contradiction contradiction) {
    String one = contradiction.one().card().id();
    String other = contradiction.other().card().id();
    return one.compareTo(other) <= 0 ? List.of(one, other) : List.of(other, one);
  }
}
