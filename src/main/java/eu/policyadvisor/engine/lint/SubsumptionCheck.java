package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drools.model.Rule;

/** Looks for rules that add nothing to another one; runs are to confirm what it says. */
final class SubsumptionCheck {
  private final CompiledRules base;
  private final Influence influence;
  private final Subsumption subsumption;

  SubsumptionCheck(CompiledRules base, Influence influence, Subsumption subsumption) {
    this.base = base;
    this.influence = influence;
    this.subsumption = subsumption;
  }

  /** Of each pair of rules of which one adds nothing to the other. */
  List<Complaint> complaints() {
    List<Complaint> complaints = new ArrayList<>();
    for (Rule narrower : base.rules().values()) {
      for (Rule wider : base.rules().values()) {
        if (narrower != wider
            && isAlike(narrower, wider)
            && influence.readers(narrower.getName()).stream().noneMatch(r -> readsById(r, narrower))
            && subsumption.implies(narrower, wider)
            && (!subsumption.implies(wider, narrower) || comesAfter(narrower, wider))) {
          complaints.add(complaint(narrower.getName(), wider.getName()));
        }
      }
    }
    return complaints;
  }

  private Complaint complaint(String narrower, String wider) {
    return new Complaint(
        Concern.SUBSUMED,
        base.sources()
            .problem(
                narrower,
                "adds nothing to '"
                    + wider
                    + "', which concludes the same whenever it does; remove it, or make it conclude"
                    + " more"),
        narrower,
        wider);
  }

  /** Whether they conclude the same kind of thing. */
  private boolean isAlike(Rule one, Rule other) {
    Object first = base.prototype(one);
    Object second = base.prototype(other);
    return first != null && second != null && first.getClass() == second.getClass();
  }

  private boolean readsById(String reader, Rule rule) {
    return base.card(rule.getName()).kind() != Kind.CONCEPT
        && Conditions.patterns(Objects.requireNonNull(base.rules().get(reader)))
            .flatMap(Conditions::texts)
            .flatMap(ConditionTexts::in)
            .anyMatch(rule.getName()::equals);
  }

  /** Of two rules that say the same, the one that other rules build on stays. */
  private boolean comesAfter(Rule one, Rule other) {
    int many = influence.readers(one.getName()).size();
    int others = influence.readers(other.getName()).size();
    return many != others ? many < others : one.getName().compareTo(other.getName()) > 0;
  }
}
