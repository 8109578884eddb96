package eu.policyadvisor.check;

import eu.policyadvisor.engine.reading.Coverage;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.rule.CoveredCondition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Which conditions of the rules fact sets exercise, after modified condition/decision coverage: a
 * condition is covered when it was seen to hold as its rule concluded, and was seen to be the only
 * one that kept its rule from concluding. Not thread-safe.
 */
public final class ConditionCoverage {
  private final Knowledge knowledge;
  private final Coverage coverage;

  /** Of which nothing has been seen yet. */
  public ConditionCoverage(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.coverage = new Coverage(knowledge.rules().rules());
  }

  /**
   * Looks at the rules over a fact set.
   *
   * @param facts what is given
   * @param asOf the date that dated rules follow
   */
  public void observe(FactSet facts, LocalDate asOf) {
    List<Object> memory = knowledge.memory(knowledge.completed(facts, asOf), asOf);
    coverage.observe(memory, knowledge.rules().run(memory, asOf), asOf);
  }

  /** What was seen of each condition, by rule, in the order in which they are written. */
  public Map<String, List<CoveredCondition>> conditions() {
    return coverage.conditions();
  }
}
