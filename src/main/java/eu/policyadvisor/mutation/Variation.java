package eu.policyadvisor.mutation;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.DataMutations;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.mutants.ChangedRule;
import eu.policyadvisor.engine.mutants.MutantCompiler;
import eu.policyadvisor.engine.mutants.Mutations;
import eu.policyadvisor.engine.mutants.Outlook;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knowledge with one small change of a rule, a parameter or a group of terms. */
public final class Variation {
  private final Knowledge original;
  private final Mutation mutation;
  private final @Nullable ChangedRule changed;
  private @Nullable Advisor advisor;

  private Variation(Knowledge original, Mutation mutation, @Nullable ChangedRule changed) {
    this.original = original;
    this.mutation = mutation;
    this.changed = changed;
  }

  /**
   * The small changes of rules, parameters and groups of terms that cases should notice: of own
   * rules where there are some, else of the built-in ones. Some do not compile.
   */
  public static List<Mutation> all(Knowledge knowledge) {
    List<Mutation> all = new ArrayList<>(Mutations.of(knowledge.rules().compiled().sources()));
    if (knowledge.ownRules() == null) {
      all.addAll(
          DataMutations.of(
              knowledge.base().parameters(), knowledge.base().catalogue().termGroups()));
    }
    return all;
  }

  /**
   * Knowledge with one change each.
   *
   * @param mutations some of {@link #all}
   * @return by the change; changes that do not compile are left out
   */
  public static Map<Mutation, Variation> of(Knowledge knowledge, List<Mutation> mutations) {
    Map<Mutation, Variation> varied = new LinkedHashMap<>();
    for (Mutation mutation : mutations) {
      if (mutation.isOfData()) {
        varied.put(mutation, new Variation(knowledge, mutation, null));
      }
    }
    MutantCompiler.compile(
            knowledge.rules().rules(),
            mutations.stream().filter(each -> !each.isOfData()).toList(),
            knowledge.base().catalogue())
        .forEach(
            (mutation, changed) ->
                varied.put(mutation, new Variation(knowledge, mutation, changed)));
    return varied;
  }

  /** The change. */
  public Mutation mutation() {
    return mutation;
  }

  /**
   * A fact set on one date as the unchanged rules leave it; many changes can be tried on one.
   *
   * @param facts the facts
   * @param asOf the date
   */
  public record Ground(FactSet facts, LocalDate asOf, Outlook outlook) {}

  /**
   * Where the rules of an advisor leave a fact set.
   *
   * @param lookedInto ids of the rules of which it matters whether they are undetermined
   */
  public static Ground ground(
      Advisor advisor, FactSet facts, LocalDate asOf, Set<String> lookedInto) {
    return new Ground(facts, asOf, advisor.inquire(facts, asOf).outlook(lookedInto));
  }

  /**
   * Whether the change may change anything of an assessment. Reading one rule is far quicker than
   * assessing, and most changes touch few fact sets.
   */
  public boolean mayDiffer(Ground ground) {
    return changed == null || ground.outlook().mayDiffer(changed);
  }

  /** Why no facts can tell the change; empty when that cannot be shown. */
  public Optional<String> equivalence() {
    return changed == null ? Optional.empty() : changed.equivalence(original.base().parameters());
  }

  /** The advisor with the change; made when it is first asked for. */
  public synchronized Advisor advisor() {
    Advisor made = advisor;
    if (made == null) {
      made =
          new Advisor(
              changed == null
                  ? original.with(changedParameters(), changedGroups())
                  : original.with(new RuleBase(changed.rules())));
      advisor = made;
    }
    return made;
  }

  private List<TermGroup> changedGroups() {
    return original.base().catalogue().termGroups().stream()
        .map(each -> each.name().equals(mutation.of()) ? each.without(mutation.text()) : each)
        .toList();
  }

  private List<Parameter> changedParameters() {
    return original.base().parameters().stream()
        .map(
            each ->
                each.name().equals(mutation.of())
                    ? new Parameter(
                        each.name(),
                        new BigDecimal(mutation.text()),
                        each.validFrom(),
                        each.validTo(),
                        each.reference(),
                        each.verified(),
                        each.reviewOn())
                    : each)
        .toList();
  }
}
