package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.compiled.NamedRule;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;

/**
 * A rule made ready to be read often.
 *
 * @param rule the rule
 * @param named the same rule as its right-hand side sees it
 * @param card what is known about the rule
 * @param required the patterns without which nothing meets its conditions
 * @param patterns all its patterns, those inside other conditions too
 * @param unread those of the required patterns of which nothing else in the rule reads what they
 *     match
 */
record ReadableRule(
    Rule rule,
    NamedRule named,
    RuleCard card,
    List<Pattern<?>> required,
    List<Pattern<?>> patterns,
    Set<Pattern<?>> unread) {

  static ReadableRule of(Rule rule, RuleCard card) {
    List<Pattern<?>> required = new ArrayList<>();
    List<Pattern<?>> patterns = new ArrayList<>();
    for (Condition condition : Conditions.of(rule)) {
      // Other types are those of totals, which are bound and not looked for.
      if (condition.getType() == Condition.Type.PATTERN
          && condition instanceof Pattern<?> pattern
          && pattern.getPatternVariable().getType().isRecord()) {
        required.add(pattern);
      }
      collect(condition, patterns);
    }
    // What may be missing is looked for before what is always there.
    required.sort(Comparator.comparing(pattern -> !varies(pattern.getPatternVariable().getType())));
    return new ReadableRule(
        rule, new NamedRule(rule), card, required, patterns, unread(rule, required, patterns));
  }

  private static boolean varies(Class<?> type) {
    return Fact.class.isAssignableFrom(type) || Conclusion.class.isAssignableFrom(type);
  }

  private static Set<Pattern<?>> unread(
      Rule rule, List<Pattern<?>> required, List<Pattern<?>> patterns) {
    if (Conditions.holdsAny(Conditions.of(rule), EnumSet.of(Condition.Type.ACCUMULATE))) {
      // What is summed up is read by no pattern.
      return Set.of();
    }
    Set<Pattern<?>> unread = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, Integer> readers = new HashMap<>();
    for (Variable<?> variable : rule.getDefaultConsequence().getVariables()) {
      readers.merge(variable.getName(), 1, Integer::sum);
    }
    patterns.forEach(
        pattern -> read(pattern).forEach(name -> readers.merge(name, 1, Integer::sum)));
    for (Pattern<?> pattern : required) {
      Set<String> own = read(pattern);
      if (bound(pattern).stream()
          .allMatch(name -> readers.getOrDefault(name, 0) == (own.contains(name) ? 1 : 0))) {
        unread.add(pattern);
      }
    }
    return unread;
  }

  private static Set<String> read(Pattern<?> pattern) {
    Set<String> names = new HashSet<>();
    for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
      for (Variable<?> variable : constraint.getVariables()) {
        names.add(variable.getName());
      }
    }
    return names;
  }

  private static List<String> bound(Pattern<?> pattern) {
    List<String> names = new ArrayList<>();
    names.add(pattern.getPatternVariable().getName());
    for (Binding binding : pattern.getBindings()) {
      names.add(binding.getBoundVariable().getName());
    }
    return names;
  }

  private static void collect(Condition condition, List<Pattern<?>> patterns) {
    if (condition.getType() == Condition.Type.PATTERN && condition instanceof Pattern<?> pattern) {
      patterns.add(pattern);
    }
    FieldsRead.children(condition).forEach(child -> collect(child, patterns));
  }
}
