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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;

/**
 * Which rules change what which others conclude, and whether by what they conclude being there or
 * by it not being there.
 *
 * <p><b>Idea.</b> The dependency graph of the rules: a step leads from a rule to each rule with a
 * pattern that may match its conclusion. The step is one on absence where such a pattern stands
 * inside {@code not}, {@code forall} or {@code accumulate}. A rule is asked for its conclusion of
 * nothing in particular; what it writes into it whatever the facts are, such as a constant, must
 * agree with the pattern. So the graph has too many steps rather than too few.
 *
 * <p><b>Cost.</b> Each pattern on a conclusion is held against each rule that concludes its type.
 * Sorted maps keep the steps, so that reports are the same each time.
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

  /**
   * A step from a rule to one that reads what it concludes.
   *
   * @param from id of the rule that concludes
   * @param to id of the rule that reads
   */
  record Step(String from, String to) {}

  /** The steps to rules that rest on absence, in order of both ids. */
  List<Step> onAbsence() {
    List<Step> steps = new ArrayList<>();
    onward.forEach(
        (from, readers) ->
            readers.forEach(
                (to, absent) -> {
                  if (absent) {
                    steps.add(new Step(from, to));
                  }
                }));
    return steps;
  }
}
