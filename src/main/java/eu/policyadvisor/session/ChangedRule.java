package eu.policyadvisor.session;

import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.RuleCard;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;

/** One rule after one small change, compiled. Immutable and thread-safe. */
public final class ChangedRule {
  private final RuleBase original;
  private final Mutation mutation;
  private final Model model;
  private final RuleCard card;
  private final Map<SingleConstraint, ThreeValued.Truth> ofNothing =
      Collections.synchronizedMap(new IdentityHashMap<>());

  ChangedRule(RuleBase original, Mutation mutation, Model model, RuleCard card) {
    this.original = original;
    this.mutation = mutation;
    this.model = model;
    this.card = card;
  }

  /** The change. */
  public Mutation mutation() {
    return mutation;
  }

  /** All rules with this one in the place of the original; made anew each time. */
  public RuleBase ruleBase() {
    return original.replacing(model, card);
  }

  /** What a condition of it says of a fact of which nothing is known, worked out once. */
  ThreeValued.Truth ofNothing(SingleConstraint constraint, Supplier<ThreeValued.Truth> truth) {
    return ofNothing.computeIfAbsent(constraint, any -> truth.get());
  }

  Rule rule() {
    return model.getRules().get(0);
  }

  RuleCard card() {
    return card;
  }
}
