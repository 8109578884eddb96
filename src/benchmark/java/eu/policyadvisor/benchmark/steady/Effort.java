package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.fact.FactSet;

/** How much is asked of the advisor. */
public enum Effort {
  /** Facts are completed from the catalogue and the rules fired; matches are kept, not read. */
  RULES("rules fired"),
  /** Findings, recommendations and stance, with reasons and confidence. */
  CONCLUSIONS("and findings with reasons"),
  /** The same, and what each silent rule waits for: what the command line does. */
  ASSESSMENT("and what is not known");

  /** What is done to a fact set. */
  interface Task {
    Object of(FactSet facts);
  }

  private final String words;

  Effort(String words) {
    this.words = words;
  }

  /** What is done beyond the efforts above. */
  String words() {
    return words;
  }

  /**
   * What is to be measured.
   *
   * @param rules those of the advisor
   */
  Task with(Advisor advisor, RuleBase rules) {
    return switch (this) {
      case RULES ->
          facts -> rules.run(advisor.workingMemory(facts, FactSets.AS_OF), FactSets.AS_OF);
      case CONCLUSIONS -> facts -> advisor.inquire(facts, FactSets.AS_OF).conclusionsOnly();
      case ASSESSMENT -> facts -> advisor.advise(facts, FactSets.AS_OF);
    };
  }
}
