package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Conclusion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.model.AccumulatePattern;
import org.drools.model.Argument;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compiled conditions of a rule, the very ones that the engine runs, against working
 * memory. This one finds what the engine finds; {@link ThreeValued} finds what it may find.
 */
class Matching {
  private final Memory memory;

  Matching(Memory memory) {
    this.memory = memory;
  }

  /** All ways in which the conditions of a rule are met. */
  List<Env> matches(Rule rule) {
    List<Env> matches = new ArrayList<>();
    match(conditions(rule), 0, Env.EMPTY, matches::add);
    return matches;
  }

  static List<Condition> conditions(Rule rule) {
    return ((Condition) rule.getView()).getSubConditions();
  }

  /** All ways in which conditions are met inside a {@code not}, {@code exists} or accumulation. */
  List<Env> inner(List<Condition> conditions, Env env) {
    List<Env> inner = new ArrayList<>();
    match(conditions, 0, env.inside(), inner::add);
    return inner;
  }

  private void match(List<Condition> conditions, int at, Env env, Consumer<Env> found) {
    if (at == conditions.size()) {
      found.accept(env);
      return;
    }
    Condition condition = conditions.get(at);
    Consumer<Env> next = after -> match(conditions, at + 1, after, found);
    switch (condition.getType()) {
      case PATTERN -> pattern((Pattern<?>) condition, env, next);
      case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition, env, next);
      case AND -> match(condition.getSubConditions(), 0, env, next);
      case OR -> branches(condition).forEach(branch -> match(List.of(branch), 0, env, next));
      case NOT -> not(condition, env, next);
      case EXISTS -> exists(condition, env, next);
      case CONSEQUENCE -> next.accept(env);
      default -> throw unreadable(condition);
    }
  }

  static IllegalStateException unreadable(Condition condition) {
    return new IllegalStateException(
        "a condition of the kind " + condition.getType() + " has no three-valued reading");
  }

  /** The branches of an {@code or} that are read. */
  List<Condition> branches(Condition or) {
    return or.getSubConditions();
  }

  void accumulate(AccumulatePattern<?> accumulate, Env env, Consumer<Env> next) {
    next.accept(accumulated(accumulate, env));
  }

  void not(Condition condition, Env env, Consumer<Env> next) {
    List<Env> inner = inner(condition.getSubConditions(), env);
    if (inner.stream().noneMatch(match -> match.awaits().isEmpty())) {
      next.accept(env.await(all(inner)));
    }
  }

  void exists(Condition condition, Env env, Consumer<Env> next) {
    List<Env> inner = inner(condition.getSubConditions(), env);
    if (inner.stream().anyMatch(match -> match.awaits().isEmpty())) {
      next.accept(env);
    } else if (!inner.isEmpty()) {
      next.accept(env.await(all(inner)));
    }
  }

  private static Set<OpenValue> all(List<Env> matches) {
    Set<OpenValue> all = new LinkedHashSet<>();
    matches.forEach(match -> all.addAll(match.awaits()));
    return all;
  }

  /** With the results of an accumulation. */
  Env accumulated(AccumulatePattern<?> accumulate, Env env) {
    List<Env> inner = inner(List.of(accumulate.getCondition()), env);
    Set<OpenValue> waiting = all(inner);
    Env after = env;
    for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
      after = after.bind(function.getResult(), fold(function, inner), waiting, accumulate, null);
    }
    return after;
  }

  @SuppressWarnings("unchecked") // Drools keeps the context type of a function to itself
  private static @Nullable Object fold(AccumulateFunction function, List<Env> inner) {
    org.kie.api.runtime.rule.AccumulateFunction<Serializable> run =
        (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) function.createFunctionObject();
    Argument<?> source = function.getSource();
    try {
      Serializable context = run.initContext(run.createContext());
      for (Env match : inner) {
        Object value = source instanceof Variable<?> variable ? match.value(variable) : 1;
        if (match.awaits().isEmpty() && value != null) {
          run.accumulate(context, value);
        }
      }
      return run.getResult(context);
      // The interface of Drools declares every exception.
    } catch (Exception e) {
      throw new IllegalStateException("an accumulate function fails", e);
    }
  }

  void pattern(Pattern<?> pattern, Env env, Consumer<Env> next) {
    Variable<?> variable = pattern.getPatternVariable();
    List<SingleConstraint> constraints = FieldsRead.singles(pattern.getConstraint());
    if (env.binds(variable)) {
      // The result of an accumulation, tested after it.
      Env checked = check(constraints, null, env);
      if (checked != null) {
        next.accept(checked);
      }
      return;
    }
    for (Memory.Item item : candidates(variable.getType())) {
      Env checked =
          check(
              constraints,
              item.object(),
              env.bind(variable, item.object(), Set.of()).await(item.awaits()));
      if (checked != null) {
        next.accept(bind(pattern, item.object(), checked));
      }
    }
  }

  List<Memory.Item> candidates(Class<?> type) {
    return memory.of(type);
  }

  /** With the variables that a pattern binds to components. */
  static Env bind(Pattern<?> pattern, Object object, Env env) {
    Env bound = env;
    for (Binding binding : pattern.getBindings()) {
      Object value = binding.eval(object);
      String component = Bound.component(binding);
      Set<OpenValue> waiting =
          value == null && component != null ? Set.of(open(object, component)) : Set.of();
      bound = bound.bind(binding.getBoundVariable(), value, waiting, object, component);
    }
    return bound;
  }

  /** The environment in which constraints hold; null when one of them fails. */
  @Nullable Env check(List<SingleConstraint> constraints, @Nullable Object object, Env env) {
    return constraints.stream().allMatch(constraint -> holds(constraint, env)) ? env : null;
  }

  /**
   * Whether a constraint holds; one that cannot be asked of a value that is not known, such as
   * {@code usNexus.size()}, does not hold.
   */
  static boolean holds(SingleConstraint constraint, Env env) {
    Variable<?>[] variables = constraint.getVariables();
    @Nullable Object[] arguments = new @Nullable Object[variables.length];
    for (int i = 0; i < variables.length; i++) {
      arguments[i] = env.value(variables[i]);
    }
    try {
      return constraint.getPredicate().test(arguments);
    } catch (NullPointerException e) {
      return false;
      // The interface of Drools declares every exception.
    } catch (Exception e) {
      throw new IllegalStateException("a condition fails: " + FieldsRead.text(constraint), e);
    }
  }

  /** A concept that lacks a value lacks it because the fact it is about does. */
  static OpenValue open(Object object, String component) {
    Fact fact = object instanceof Fact given ? given : ((Conclusion) object).on();
    return new OpenValue(fact, Names.inFile(component));
  }
}
