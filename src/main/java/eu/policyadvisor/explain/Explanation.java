package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of one rule for one fact set, and why.
 *
 * @param rule the rule
 * @param status what came of it
 * @param proofs the reasons of each of its conclusions
 * @param superseded those of its recommendations that yield, and to what
 * @param nearest what keeps it from concluding; null when it concludes or is not in force
 * @param remedy the smallest edit found of what can be chosen that makes it conclude, applied and
 *     run; null when none was found or none was looked for
 * @param turnsOn where no such edit was found: what would have to be otherwise, although nobody can
 *     choose it; empty when that was not found either, or was not looked for
 * @param elsewhere what the rule is about instead of the fact that was asked about; null when it is
 *     about such facts, or none was asked about
 * @param waits what it waits for; null when it waits for nothing
 */
public record Explanation(
    RuleCard rule,
    RuleStatus status,
    List<ProofNode> proofs,
    List<Superseded> superseded,
    @Nullable NearMiss nearest,
    @Nullable Edit remedy,
    List<Change> turnsOn,
    @Nullable Elsewhere elsewhere,
    @Nullable Undetermined waits) {
  /**
   * A fact that the rule does not concern.
   *
   * @param asked the fact
   * @param about the lists that hold what the rule concludes on
   * @param concluded the facts that it concluded on
   */
  public record Elsewhere(Fact asked, Set<Section> about, List<Fact> concluded) {
    /** Copies the lists. */
    public Elsewhere {
      about = Set.copyOf(about);
      concluded = List.copyOf(concluded);
    }
  }

  /** Whether an edit was looked for and none was found. */
  public boolean searchedInVain() {
    return nearest != null && remedy == null;
  }

  /** Whether nothing but lists that are not stated keeps the rule from being settled. */
  public boolean waitsOnlyForLists() {
    return status == RuleStatus.UNDETERMINED
        && waits != null
        && waits.awaits().isEmpty()
        && !waits.lists().isEmpty();
  }

  /** Copies the lists. */
  public Explanation {
    proofs = List.copyOf(proofs);
    superseded = List.copyOf(superseded);
    turnsOn = List.copyOf(turnsOn);
  }
}
