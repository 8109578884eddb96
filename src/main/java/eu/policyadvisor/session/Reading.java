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
 * @param named the same rule as its right-hand side sees it
 * @param card what is known about the rule
 * @param required the patterns without which nothing meets its conditions
 * @param patterns all its patterns, those inside other conditions too
 */
record Reading(
    Rule rule,
    NamedRule named,
    RuleCard card,
    List<Pattern<?>> required,
    List<Pattern<?>> patterns) {

  static Reading of(Rule rule, RuleCard card) {
    List<Pattern<?>> required = new ArrayList<>();
    List<Pattern<?>> patterns = new ArrayList<>();
    for (Condition condition : Matching.conditions(rule)) {
      // Other types are those of totals, which are bound and not looked for.
      if (condition.getType() == Condition.Type.PATTERN
          && condition instanceof Pattern<?> pattern
          && pattern.getPatternVariable().getType().isRecord()) {
        required.add(pattern);
      }
      collect(condition, patterns);
    }
    return new Reading(rule, new NamedRule(rule), card, required, patterns);
  }

  private static void collect(Condition condition, List<Pattern<?>> patterns) {
    if (condition.getType() == Condition.Type.PATTERN && condition instanceof Pattern<?> pattern) {
      patterns.add(pattern);
    }
    FieldsRead.children(condition).forEach(child -> collect(child, patterns));
  }
}
