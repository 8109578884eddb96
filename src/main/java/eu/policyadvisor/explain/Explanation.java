package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one rule for one fact set, and why.
 *
 * @param rule the rule
 * @param status what came of it
 * @param proofs the reasons of each of its conclusions
 * @param superseded those of its recommendations that yield, and to what
 * @param nearest what keeps it from concluding; null when it concludes or is not in force
 * @param remedy the smallest edit found that makes it conclude, applied and run; null when none was
 *     found or none was looked for
 * @param waits what it waits for; null when it waits for nothing
 */
public record Explanation(
    RuleCard rule,
    RuleStatus status,
    List<Node> proofs,
    List<Superseded> superseded,
    @Nullable NearMiss nearest,
    @Nullable Edit remedy,
    @Nullable Undetermined waits) {
  /** Copies the lists. */
  public Explanation {
    proofs = List.copyOf(proofs);
    superseded = List.copyOf(superseded);
  }
}
