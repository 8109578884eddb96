package eu.policyadvisor.engine.lint;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Which rules change what which others conclude, and whether by what they conclude being there or
 * by it not being there.
 */
final class Influence {
  private final CompiledRules base;

  /** By rule, the rules that build on it, and whether on its absence. */
  private final Map<String, Map<String, Boolean>> onward = new TreeMap<>();

  Influence(CompiledRules base) {
    this.base = base;
    base.rules()
        .forEach(
            (id, rule) -> Conditions.of(rule).forEach(condition -> read(id, condition, false)));
  }

  private void read(String reader, Condition condition, boolean absent) {
    if (condition instanceof Pattern<?> pattern
        && Conclusion.class.isAssignableFrom(pattern.getPatternVariable().getType())) {
      for (Rule producer : producers(pattern)) {
        onward
            .computeIfAbsent(producer.getName(), any -> new TreeMap<>())
            .merge(reader, absent, Boolean::logicalOr);
      }
    }
    // What is counted or summed up may grow less: as if it rested on absence.
    boolean inside =
        absent
            || condition.getType() == Condition.Type.NOT
            || condition.getType() == Condition.Type.FORALL
            || condition.getType() == Condition.Type.ACCUMULATE;
    FieldsRead.children(condition).forEach(child -> read(reader, child, inside));
  }

  /** The rules whose conclusions a pattern may match. */
  List<Rule> producers(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    return base.producers(type).stream().filter(rule -> mayMatch(pattern, type, rule)).toList();
  }

  /** Whether what a rule writes into its conclusion agrees with what a pattern asks. */
  private boolean mayMatch(Pattern<?> pattern, Class<?> type, Rule producer) {
    Conclusion written = base.prototype(producer);
    if (written == null) {
      return true;
    }
    Bindings env = Bindings.EMPTY.bind(pattern.getPatternVariable(), written);
    for (SingleConstraint each : FieldsRead.singles(pattern.getConstraint())) {
      List<String> read = FieldsRead.inConstraint(each, type);
      boolean told =
          each.getVariables().length == 1
              && !read.isEmpty()
              && read.stream().allMatch(name -> isWritten(written, name));
      if (told && !Constraints.holds(each, env)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWritten(Conclusion conclusion, String component) {
    if (component.equals("rule")) {
      return conclusion instanceof Finding || conclusion instanceof Recommendation;
    }
    return Components.value(conclusion, component) != null;
  }

  /** The rules that build on what a rule concludes. */
  Set<String> readers(String rule) {
    return onward.getOrDefault(rule, Map.of()).keySet();
  }

  /** Circles in which a rule rests on the absence of what follows from it, each once. */
  List<List<String>> cycles() {
    Map<Set<String>, List<String>> cycles = new HashMap<>();
    onward.forEach(
        (from, readers) ->
            readers.forEach(
                (to, absent) -> {
                  List<String> back = absent ? path(to, from) : null;
                  if (back != null) {
                    cycles.putIfAbsent(new TreeSet<>(back), back);
                  }
                }));
    List<List<String>> all = new ArrayList<>(cycles.values());
    all.sort((one, other) -> one.toString().compareTo(other.toString()));
    return Collections.unmodifiableList(all);
  }

  /** The shortest way from one rule to another; null when there is none. */
  private @Nullable List<String> path(String from, String to) {
    Map<String, String> before = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(from));
    Set<String> seen = new TreeSet<>(List.of(from));
    while (!waiting.isEmpty()) {
      String rule = waiting.remove();
      if (rule.equals(to)) {
        List<String> path = new ArrayList<>();
        for (String at = to; at != null; at = before.get(at)) {
          path.add(0, at);
        }
        return path;
      }
      for (String next : readers(rule)) {
        if (seen.add(next)) {
          before.put(next, rule);
          waiting.add(next);
        }
      }
    }
    return null;
  }
}
