package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Condition;
import org.drools.model.Rule;

/** Which rules build on the conclusions of which others. */
public final class Upstream {
  private final CompiledRules base;
  private final Map<String, Set<String>> direct = new HashMap<>();

  Upstream(CompiledRules base) {
    this.base = base;
    base.rules().forEach((id, rule) -> direct.put(id, direct(rule)));
  }

  /** The same for rules of which one is replaced by one that concludes the same kind of thing. */
  Upstream(CompiledRules base, Upstream original, Rule replaced) {
    this.base = base;
    direct.putAll(original.direct);
    direct.put(replaced.getName(), direct(replaced));
  }

  /** Rules with all that they build on, however far up. */
  public Set<String> closure(Collection<String> rules) {
    Set<String> closure = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(rules);
    while (!waiting.isEmpty()) {
      String rule = waiting.remove();
      if (closure.add(rule)) {
        waiting.addAll(direct.getOrDefault(rule, Set.of()));
      }
    }
    return closure;
  }

  /**
   * For each conclusion that a rule needs, the rules that may draw it.
   *
   * @return one set for each pattern that stands outside of {@code not} and {@code or}
   */
  public List<Set<String>> needed(Rule rule) {
    List<Set<String>> needed = new ArrayList<>();
    for (Condition condition : Conditions.of(rule)) {
      if (condition instanceof org.drools.model.Pattern<?>) {
        Set<String> producers = new HashSet<>();
        read(condition, producers);
        if (!producers.isEmpty()) {
          needed.add(producers);
        }
      }
    }
    return needed;
  }

  private Set<String> direct(Rule rule) {
    Set<String> read = new HashSet<>();
    Conditions.of(rule).forEach(condition -> read(condition, read));
    return read;
  }

  private void read(Condition condition, Set<String> read) {
    if (condition instanceof org.drools.model.Pattern<?> pattern) {
      Class<?> type = pattern.getPatternVariable().getType();
      if (Conclusion.class.isAssignableFrom(type)) {
        boolean byName = type == Finding.class || type == Recommendation.class;
        List<String> named = byName ? named(pattern) : List.of();
        if (named.isEmpty()) {
          base.producers(type).forEach(producer -> read.add(producer.getName()));
        }
        read.addAll(named);
      }
    }
    FieldsRead.children(condition).forEach(child -> read(child, read));
  }

  /**
   * The rules whose conclusions a pattern asks for by name; empty when it names none. What it is
   * not says nothing about what it is.
   */
  public static List<String> named(org.drools.model.Pattern<?> pattern) {
    return FieldsRead.singles(pattern.getConstraint()).stream()
        .flatMap(constraint -> Clause.of(FieldsRead.text(constraint)).tests())
        .filter(test -> test.left().equals("rule") && !test.negated())
        .filter(test -> test.operator().equals("==") || test.operator().equals("in"))
        .flatMap(test -> test.texts().stream())
        .toList();
  }
}
