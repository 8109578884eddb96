package eu.policyadvisor.session;

import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/**
 * A rule made ready to be read often.
 *
 * @param rule the rule
 * @param named the same rule as the engine knows it
 * @param card what is known about the rule
 * @param required the patterns without which nothing meets its conditions
 * @param patterns all its patterns, those inside other conditions too
 */
record Reading(
    Rule rule,
    org.kie.api.definition.rule.Rule named,
    RuleCard card,
    List<Criteria> required,
    List<Criteria> patterns) {

  static Reading of(Rule rule, RuleCard card, RuleBase base) {
    List<Criteria> required = new ArrayList<>();
    List<Criteria> patterns = new ArrayList<>();
    for (Condition condition : Matching.conditions(rule)) {
      // Other types are those of totals, which are bound and not looked for.
      if (condition.getType() == Condition.Type.PATTERN
          && condition instanceof Pattern<?> pattern
          && pattern.getPatternVariable().getType().isRecord()) {
        required.add(base.criteria().of(pattern));
      }
      collect(condition, base, patterns);
    }
    return new Reading(rule, base.named(rule), card, required, patterns);
  }

  private static void collect(Condition condition, RuleBase base, List<Criteria> patterns) {
    if (condition.getType() == Condition.Type.PATTERN && condition instanceof Pattern<?> pattern) {
      patterns.add(base.criteria().of(pattern));
    }
    FieldsRead.children(condition).forEach(child -> collect(child, base, patterns));
  }
}
