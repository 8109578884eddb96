package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.reading.Criteria;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.model.Rule;

/** One rule after one small change, compiled. Immutable and thread-safe. */
public final class ChangedRule {
  private final ReadableRules original;
  private final Mutation mutation;
  private final Model model;
  private final RuleCard card;
  private final Criteria.Known criteria = new Criteria.Known();

  ChangedRule(ReadableRules original, Mutation mutation, Model model, RuleCard card) {
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
  public ReadableRules rules() {
    return original.replacing(model, card);
  }

  /**
   * Why the change changes nothing; empty when that cannot be shown.
   *
   * @param parameters the numbers that rules compare with
   */
  public Optional<String> equivalence(List<Parameter> parameters) {
    return new Equivalence(original.compiled(), parameters).of(mutation, card);
  }

  /** What is known of its patterns. */
  Criteria.Known criteria() {
    return criteria;
  }

  Rule rule() {
    return model.getRules().get(0);
  }

  RuleCard card() {
    return card;
  }
}
