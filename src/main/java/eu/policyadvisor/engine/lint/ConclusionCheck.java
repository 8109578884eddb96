package eu.policyadvisor.engine.lint;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rules that can never conclude: their conditions exclude each other, or what they need
 * is concluded only on days on which they do not hold.
 */
final class ConclusionCheck {
  private final CompiledRules base;
  private final Influence influence;
  private final Exclusion exclusion;

  ConclusionCheck(CompiledRules base, Influence influence, Exclusion exclusion) {
    this.base = base;
    this.influence = influence;
    this.exclusion = exclusion;
  }

  /** Why a rule can never conclude; empty when that cannot be shown. */
  Optional<Complaint> of(Rule rule) {
    return exclusion
        .find(rule)
        .map(conditions -> excluded(rule.getName(), conditions))
        .or(() -> outside(rule));
  }

  private Complaint excluded(String rule, List<String> conditions) {
    String first = conditions.get(0);
    boolean one = conditions.size() == 1;
    String message =
        one
            ? "'" + first + "' holds for no value that facts may state; change or remove it"
            : conditions.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" and "))
                + " exclude each other; change or remove one of them";
    return new Complaint(
        Concern.NEVER_CONCLUDES,
        base.sources().problem(rule, first, "can never conclude: " + message),
        rule);
  }

  private Optional<Complaint> outside(Rule rule) {
    RuleCard own = base.card(rule.getName());
    return producers(rule, own)
        .map(
            producers ->
                new Complaint(
                    Concern.NEVER_CONCLUDES,
                    base.sources()
                        .problem(
                            own.id(),
                            "can never conclude: it holds "
                                + window(own)
                                + ", and what it needs is concluded only "
                                + producers
                                + "; change the dates of one of them"),
                    own.id()));
  }

  /** The rules that draw a conclusion it needs, none of which holds on a day on which it does. */
  private Optional<String> producers(Rule rule, RuleCard own) {
    for (Condition condition : Conditions.of(rule)) {
      if (condition instanceof Pattern<?> pattern && isConcluded(pattern)) {
        List<RuleCard> producers =
            influence.producers(pattern).stream().map(each -> base.card(each.getName())).toList();
        if (!producers.isEmpty() && producers.stream().noneMatch(each -> meet(own, each))) {
          return Optional.of(
              producers.stream()
                  .map(each -> window(each) + ", by '" + each.id() + "'")
                  .collect(Collectors.joining(" and ")));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isConcluded(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    return type == Finding.class
        || type == Recommendation.class
        || Concept.class.isAssignableFrom(type);
  }

  private static boolean meet(RuleCard one, RuleCard other) {
    return isBefore(one.effective(), other.expires()) && isBefore(other.effective(), one.expires());
  }

  private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || from.isBefore(to);
  }

  private static String window(RuleCard card) {
    String from = card.effective() == null ? "" : "from " + card.effective() + " ";
    String to = card.expires() == null ? "" : "before " + card.expires();
    return from.isEmpty() && to.isEmpty() ? "always" : (from + to).strip();
  }
}
