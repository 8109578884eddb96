package eu.policyadvisor;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.session.ChangedRule;
import eu.policyadvisor.session.Outlook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An advisor with one small change of a rule or a parameter. */
public final class Variation {
  private final Advisor original;
  private final Mutation mutation;
  private final @Nullable ChangedRule changed;
  private @Nullable Advisor advisor;

  Variation(Advisor original, Mutation mutation, @Nullable ChangedRule changed) {
    this.original = original;
    this.mutation = mutation;
    this.changed = changed;
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
    return changed == null ? Optional.empty() : changed.equivalence(original.parameters());
  }

  /** The advisor with the change; made when it is first asked for. */
  public synchronized Advisor advisor() {
    Advisor made = advisor;
    if (made == null) {
      made =
          changed == null ? original.with(changedParameters()) : original.with(changed.ruleBase());
      advisor = made;
    }
    return made;
  }

  private List<Parameter> changedParameters() {
    return original.parameters().stream()
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
