package eu.policyadvisor.advice;

import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/**
 * A conclusion with all its reasons.
 *
 * @param conclusion what was concluded
 * @param confidence the weakest link of its strongest chain
 * @param because each way in which it was reached; never empty
 * @param <C> the kind of conclusion
 */
public record Reasoned<C extends Conclusion>(
    C conclusion, Confidence confidence, List<Justification> because) {

  /**
   * Copies the reasons.
   *
   * @throws IllegalArgumentException if there is no reason
   */
  public Reasoned {
    because = List.copyOf(because);
    if (because.isEmpty()) {
      throw new IllegalArgumentException("a conclusion without a reason: " + conclusion);
    }
  }

  /** The card of the rule that concluded it; of the first one in order of id where several did. */
  public RuleCard card() {
    return because.get(0).rule();
  }
}
