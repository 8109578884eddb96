package eu.policyadvisor.compare;

import eu.policyadvisor.advice.Assessment;
import java.util.List;

/**
 * What differs in the advice on two situations under the same rules, and which differing facts
 * cause it.
 *
 * @param before the advice on the first
 * @param after the advice on the second
 * @param facts all that differs between the facts as they are stated
 * @param causes the differences in advice, each with the smallest set of differing facts found that
 *     causes it
 * @param withoutEffect differing facts that cause no difference
 * @param bounded whether the search for causes was cut short
 */
public record SituationComparison(
    Assessment before,
    Assessment after,
    List<FactDifference> facts,
    List<Cause<FactDifference>> causes,
    List<FactDifference> withoutEffect,
    boolean bounded) {
  /** Copies the lists. */
  public SituationComparison {
    facts = List.copyOf(facts);
    causes = List.copyOf(causes);
    withoutEffect = List.copyOf(withoutEffect);
  }
}
