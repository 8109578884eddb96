package eu.policyadvisor.advice;

import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/**
 * The attempt of a rule that came nearest to a conclusion: the facts for which the fewest of its
 * conditions fail.
 *
 * @param rule the rule
 * @param matched what meets conditions of the rule, in the order of its conditions
 * @param obstacles the conditions that fail; never empty
 */
public record NearMiss(RuleCard rule, List<Premise> matched, List<Obstacle> obstacles) {
  /** Copies the lists. */
  public NearMiss {
    matched = List.copyOf(matched);
    obstacles = List.copyOf(obstacles);
  }
}
