package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.LegalState;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What can be said against rules without running them. What it says of a rule that is subsumed is
 * to be confirmed by runs. Each concern has a class of its own; here they are only gathered.
 */
public final class RuleLint {
  private RuleLint() {}

  /**
   * All complaints about some rules, without facts that show them.
   *
   * @param base the rules
   * @param parameters the thresholds that they may read
   * @param groups the country groups that they may read
   * @param catalogue what facts may name
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  public static List<Complaint> complaints(
      CompiledRules base,
      List<Parameter> parameters,
      List<CountryGroup> groups,
      Catalogue catalogue,
      @Nullable RuleDirectory ownRules) {
    Influence influence = new Influence(base);
    Exclusion exclusion =
        new Exclusion(
            Stream.of(parameters, groups, catalogue.termGroups(), states(catalogue))
                .<Named>flatMap(List::stream)
                .toList());
    NameCheck names = new NameCheck(base, parameters, groups, catalogue, influence);
    ConclusionCheck conclusions = new ConclusionCheck(base, influence, exclusion);
    LiteralCheck literals = new LiteralCheck(base);
    List<Complaint> complaints = new ArrayList<>();
    for (Rule rule : base.rules().values()) {
      List<Complaint> unknown = names.of(rule);
      complaints.addAll(unknown);
      if (unknown.isEmpty()) {
        // Else it is already said why the rule never concludes.
        conclusions.of(rule).ifPresent(complaints::add);
      }
      complaints.addAll(literals.of(rule));
    }
    complaints.addAll(new CycleCheck(base.sources(), influence).complaints());
    complaints.addAll(
        new SubsumptionCheck(base, influence, new Subsumption(base, exclusion)).complaints());
    complaints.addAll(new UseCheck(base, ownRules).complaints(parameters, groups, catalogue));
    return complaints.stream().distinct().sorted().toList();
  }

  /** Any state that an instrument may come to have. */
  private static List<LegalState> states(Catalogue catalogue) {
    return catalogue.instruments().keySet().stream()
        .flatMap(
            id -> Stream.of(InstrumentStatus.values()).map(status -> new LegalState(id, status)))
        .toList();
  }
}
