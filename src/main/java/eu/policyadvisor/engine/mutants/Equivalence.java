package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.reading.DateBounds;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Shows of some changes of rules that no facts can tell: what is concluded, how grave it is and
 * what it waits for stay the same. What it does not show may still be so.
 *
 * <p><b>Idea.</b> Whether two programs do the same cannot be decided, so that only three kinds of
 * changes are looked at, which are common and of which a look at the rule is enough: a day more on
 * which nothing that the rule needs is concluded; a severity on the card where each finding brings
 * its own, as is seen by asking the right-hand side with two severities; a parameter of another
 * name that is the same number, where the rule reads nothing but the number.
 *
 * <p><b>Source.</b> The equivalent mutant problem: Budd and Angluin, Two Notions of Correctness and
 * Their Relation to Testing, 1982.
 *
 * <p><b>Cost.</b> A look at the conditions of one rule; nothing is compiled or run.
 */
final class Equivalence {
  private static final Fact SOMEONE = Fact.unknown(Subject.class, Section.NONE.key());

  private final CompiledRules base;
  private final List<Parameter> parameters;

  Equivalence(CompiledRules base, List<Parameter> parameters) {
    this.base = base;
    this.parameters = parameters;
  }

  /** Why a change changes nothing; empty when that cannot be shown. */
  Optional<String> of(Mutation mutation, RuleCard changed) {
    Rule rule = Objects.requireNonNull(base.rules().get(mutation.of()));
    return switch (mutation.kind()) {
      case SHIFTED_DATE -> date(rule, changed);
      case CHANGED_SEVERITY -> severity(rule, mutation);
      case CONSTANT -> parameter(rule, mutation);
      default -> Optional.empty();
    };
  }

  /** A day more changes nothing when nothing that the rule needs is concluded on that day. */
  private Optional<String> date(Rule rule, RuleCard changed) {
    DateBounds bounds = new DateBounds(base);
    for (String bound : List.of(DateBounds.EFFECTIVE, DateBounds.EXPIRES)) {
      LocalDate was = DateBounds.day(base.cards().get(rule.getName()), bound);
      LocalDate is = DateBounds.day(changed, bound);
      boolean longer =
          was != null
              && is != null
              && (bound.equals(DateBounds.EFFECTIVE) ? is.isBefore(was) : is.isAfter(was));
      if (longer && bounds.isImplied(rule, bound)) {
        return Optional.of("what the rule builds on is not concluded on the day that is added");
      }
    }
    return Optional.empty();
  }

  /** The severity on the card counts only where a finding brings none of its own. */
  private Optional<String> severity(Rule rule, Mutation mutation) {
    return mutation.before().startsWith("@severity")
            && passesOn(rule, Severity.LOW)
            && passesOn(rule, Severity.CRITICAL)
        ? Optional.of("each finding of the rule is as grave as what it is drawn from")
        : Optional.empty();
  }

  /** Whether a rule concludes findings just as grave as a concept that it matches. */
  private boolean passesOn(Rule rule, Severity level) {
    Bindings env = Bindings.EMPTY;
    for (Condition condition : Conditions.of(rule)) {
      if (condition instanceof Pattern<?> pattern) {
        for (Binding binding : pattern.getBindings()) {
          Variable<?> variable = binding.getBoundVariable();
          if (Fact.class == variable.getType()) {
            env = env.bind(variable, SOMEONE);
          } else if (Severity.class == variable.getType() && isAlwaysKnown(pattern, binding)) {
            env = env.bind(variable, level);
          }
        }
      }
    }
    List<Conclusion> concluded = new Consequences().of(rule, base.named(rule), env);
    return !concluded.isEmpty()
        && concluded.stream()
            .allMatch(each -> each instanceof Finding finding && finding.severity() == level);
  }

  private static boolean isAlwaysKnown(Pattern<?> pattern, Binding binding) {
    Class<?> type = pattern.getPatternVariable().getType();
    String component = Bound.component(binding);
    return Conclusion.class.isAssignableFrom(type)
        && component != null
        && !Components.component(type, component)
            .getAnnotatedType()
            .isAnnotationPresent(Nullable.class);
  }

  /** Two parameters are one to a rule that asks for nothing but the number. */
  private Optional<String> parameter(Rule rule, Mutation mutation) {
    Optional<String> before = DrlWords.name(DrlToken.read(mutation.before()));
    Optional<String> after = DrlWords.name(DrlToken.read(mutation.after()));
    if (before.isEmpty() || after.isEmpty() || !readNumbersOnly(Conditions.of(rule))) {
      return Optional.empty();
    }
    List<Parameter> was = nameless(before.get());
    return !was.isEmpty() && was.equals(nameless(after.get()))
        ? Optional.of("both parameters are the same number on the same days, as well verified")
        : Optional.empty();
  }

  /** What a parameter of that name says to a rule that reads its number, and to its confidence. */
  private List<Parameter> nameless(String name) {
    return parameters.stream()
        .filter(each -> each.name().equals(name))
        .map(
            each ->
                new Parameter(
                    "",
                    each.value(),
                    each.validFrom(),
                    each.validTo(),
                    "",
                    each.verified(),
                    each.reviewOn()))
        .toList();
  }

  /** Whether conditions read and bind no more of the parameters that they name than the numbers. */
  private static boolean readNumbersOnly(List<Condition> conditions) {
    return conditions.stream()
        .allMatch(
            condition ->
                (!(condition instanceof Pattern<?> pattern)
                        || pattern.getPatternVariable().getType() != Parameter.class
                        || readsNumberOnly(pattern))
                    && readNumbersOnly(FieldsRead.children(condition)));
  }

  private static boolean readsNumberOnly(Pattern<?> pattern) {
    return !pattern.getPatternVariable().getName().startsWith("$")
        && pattern.getBindings().stream()
            .allMatch(each -> each.getBoundVariable().getType() == BigDecimal.class)
        && FieldsRead.singles(pattern.getConstraint()).stream()
            .flatMap(each -> FieldsRead.inConstraint(each, Parameter.class).stream())
            .allMatch(Set.of("name", "value")::contains);
  }
}
