package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules whose conditions imply those of another rule of their kind: each condition of the
 * wider rule stands in the narrower one too, whatever its variables are called, or holds for every
 * value for which conditions of the narrower one hold. It says nothing of what they conclude.
 *
 * <p><b>Idea.</b> The conditions of the wider rule are mapped one after the other to conditions of
 * the narrower one, each to another; where one finds no counterpart, the last choice is taken back.
 * A map from the variables of the wider rule to those of the narrower one grows with each choice.
 * What does not stand there word for word may still be implied: {@link Exclusion} tries values.
 *
 * <p><b>Source.</b> Theta-subsumption of clauses: Plotkin, A Note on Inductive Generalization,
 * 1970.
 *
 * <p><b>Cost.</b> Backtracking takes time exponential in the number of conditions of the same kind;
 * rules have few. Two rules of other kinds, or that the wider one outranks, are told apart at once.
 */
final class Subsumption {
  private final CompiledRules base;
  private final Exclusion exclusion;

  Subsumption(CompiledRules base, Exclusion exclusion) {
    this.base = base;
    this.exclusion = exclusion;
  }

  /** Whether the conditions of one rule imply those of another, whose dates include its own. */
  boolean implies(Rule narrower, Rule wider) {
    return isComparable(base.card(narrower.getName()), base.card(wider.getName()))
        && map(
            steps(wider),
            0,
            steps(narrower),
            new HashSet<>(),
            Map.of(),
            new Sides(environment(narrower), environment(wider)));
  }

  private record Sides(@Nullable Bindings narrower, @Nullable Bindings wider) {}

  private @Nullable Bindings environment(Rule rule) {
    List<Bindings> environments = exclusion.environments(Conditions.of(rule));
    return environments.size() == 1 ? environments.get(0) : null;
  }

  private static boolean isComparable(RuleCard narrower, RuleCard wider) {
    return narrower.kind() == wider.kind()
        && narrower.kind() != Kind.PRECEDENCE
        && narrower.confidence().compareTo(wider.confidence()) <= 0
        && (narrower.kind() != Kind.FINDING
            || Objects.requireNonNull(narrower.severity())
                    .compareTo(Objects.requireNonNull(wider.severity()))
                <= 0)
        && (narrower.kind() != Kind.ADVICE
            || Objects.requireNonNull(narrower.advice()).equals(wider.advice()))
        && (wider.effective() == null
            || narrower.effective() != null && !narrower.effective().isBefore(wider.effective()))
        && (wider.expires() == null
            || narrower.expires() != null && !narrower.expires().isAfter(wider.expires()));
  }

  private static List<Condition> steps(Rule rule) {
    return Conditions.of(rule).stream()
        .filter(each -> each.getType() != Condition.Type.CONSEQUENCE)
        .toList();
  }

  /**
   * Finds for each condition of the wider rule, from one on, one of the narrower that implies it.
   */
  private boolean map(
      List<Condition> wider,
      int at,
      List<Condition> narrower,
      Set<Condition> taken,
      Map<String, String> names,
      Sides sides) {
    if (at == wider.size()) {
      return true;
    }
    Condition wanted = wider.get(at);
    for (Condition candidate : narrower) {
      Map<String, String> more =
          taken.contains(candidate) ? null : match(wanted, candidate, names, sides);
      if (more != null) {
        taken.add(candidate);
        if (map(wider, at + 1, narrower, taken, more, sides)) {
          return true;
        }
        taken.remove(candidate);
      }
    }
    // What is given is there for the narrower rule too, whether or not it asks for it.
    return wanted instanceof Pattern<?> pattern
        && isGiven(pattern)
        && sides.wider() != null
        && map(wider, at + 1, narrower, taken, names, sides);
  }

  private static boolean isGiven(Pattern<?> pattern) {
    return pattern.getPatternVariable().getType().getPackageName().endsWith(".rule");
  }

  private @Nullable Map<String, String> match(
      Condition wanted, Condition candidate, Map<String, String> names, Sides sides) {
    if (wanted instanceof Pattern<?> one && candidate instanceof Pattern<?> other) {
      return pattern(one, other, names, sides);
    }
    return wanted.getType() == candidate.getType()
            && written(wanted, names).equals(written(candidate, Map.of()))
        ? names
        : null;
  }

  private @Nullable Map<String, String> pattern(
      Pattern<?> wanted, Pattern<?> candidate, Map<String, String> names, Sides sides) {
    if (wanted.getPatternVariable().getType() != candidate.getPatternVariable().getType()) {
      return null;
    }
    Map<String, String> more = new HashMap<>(names);
    more.put(wanted.getPatternVariable().getName(), candidate.getPatternVariable().getName());
    for (Binding binding : wanted.getBindings()) {
      more.put(binding.getBoundVariable().getName(), counterpart(binding, candidate));
    }
    List<SingleConstraint> there = FieldsRead.singles(candidate.getConstraint());
    Set<String> texts =
        there.stream().map(each -> written(each, Map.of())).collect(Collectors.toSet());
    for (SingleConstraint each : FieldsRead.singles(wanted.getConstraint())) {
      Bindings narrower = sides.narrower();
      Bindings wider = sides.wider();
      boolean implied =
          FieldsRead.text(each).isEmpty()
              || texts.contains(written(each, more))
              || narrower != null
                  && wider != null
                  && exclusion.implies(there, candidate, narrower, each, wanted, wider);
      if (!implied) {
        return null;
      }
    }
    return more;
  }

  /** The variable of the candidate that stands for the same component. */
  private static String counterpart(Binding binding, Pattern<?> candidate) {
    String component = Bound.component(binding);
    for (Binding other : candidate.getBindings()) {
      if (component != null && component.equals(Bound.component(other))) {
        return other.getBoundVariable().getName();
      }
    }
    return binding.getBoundVariable().getName() + " of none";
  }

  /** A condition as written, whatever its spaces, its variables called as a map says. */
  private static String written(SingleConstraint constraint, Map<String, String> names) {
    return ConditionTexts.tokens(FieldsRead.text(constraint)).stream()
        .map(token -> names.getOrDefault(token.text(), token.text()))
        .collect(Collectors.joining(" "));
  }

  /** A whole condition as written; variables that it binds inside keep their names. */
  private static String written(Condition condition, Map<String, String> names) {
    List<String> parts = new ArrayList<>();
    parts.add(condition.getType().name());
    if (condition instanceof Pattern<?> pattern) {
      parts.add(pattern.getPatternVariable().getType().getName());
      FieldsRead.singles(pattern.getConstraint()).stream()
          .map(each -> written(each, names))
          .sorted()
          .forEach(parts::add);
    }
    if (condition instanceof AccumulatePattern<?> accumulate) {
      for (var function : accumulate.getAccumulateFunctions()) {
        parts.add(function.createFunctionObject().getClass().getName());
      }
    }
    FieldsRead.children(condition).forEach(child -> parts.add(written(child, names)));
    return parts.toString();
  }
}
