package eu.policyadvisor.session;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/**
 * Which rules can match some facts at all, by the types of the facts: for each pattern of such a
 * rule there is a fact of its type, or another such rule that concludes one; where a pattern names
 * the rules whose findings or recommendations it matches, one of them.
 */
final class Reach {
  private final Set<Class<?>> present = new HashSet<>();
  private final Set<String> reached = new HashSet<>();

  private Reach(Collection<?> facts) {
    facts.forEach(fact -> present.add(fact.getClass()));
  }

  /**
   * The ids of the rules that can match.
   *
   * @param base rules that conclude one thing each
   * @param facts what the rules run over
   */
  static Set<String> of(RuleBase base, Collection<?> facts) {
    Reach reach = new Reach(facts);
    List<Rule> open = new ArrayList<>(base.rules().values());
    while (reach.advance(base, open)) {
      // What was reached may reach more.
    }
    return reach.reached;
  }

  private boolean advance(RuleBase base, List<Rule> open) {
    boolean further = false;
    for (Iterator<Rule> rules = open.iterator(); rules.hasNext(); ) {
      Rule rule = rules.next();
      if (isMet(Matching.conditions(rule))) {
        rules.remove();
        reached.add(rule.getName());
        Conclusion concluded = base.prototype(rule);
        if (concluded != null) {
          present.add(concluded.getClass());
        }
        further = true;
      }
    }
    return further;
  }

  /** Absence, choice and totals are taken to be met: they ask for more than types can tell. */
  private boolean isMet(List<Condition> conditions) {
    for (Condition condition : conditions) {
      boolean met =
          switch (condition.getType()) {
            case PATTERN -> isMet((Pattern<?>) condition);
            case AND, EXISTS -> isMet(condition.getSubConditions());
            default -> true;
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private boolean isMet(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    // A total that is tested is no fact.
    if (type.getName().startsWith("java.")) {
      return true;
    }
    return isPresent(type)
        && (type != Finding.class && type != Recommendation.class
            || FieldsRead.singles(pattern.getConstraint()).stream()
                .map(FieldsRead::text)
                .allMatch(this::mayHold));
  }

  private boolean isPresent(Class<?> type) {
    return present.contains(type) || present.stream().anyMatch(type::isAssignableFrom);
  }

  /** Whether a condition on a conclusion names a rule that was reached, if it names any. */
  private boolean mayHold(String condition) {
    boolean names = condition.startsWith("rule == \"") || condition.startsWith("rule in");
    if (!names || condition.contains("||")) {
      return true;
    }
    String[] parts = condition.split("\"", -1);
    for (int text = 1; text < parts.length; text += 2) {
      if (reached.contains(parts[text])) {
        return true;
      }
    }
    return false;
  }
}
