package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * Which rules wait for values that are not known, after Kleene's strong three-valued logic.
 *
 * <p>It walks the very conditions that the engine runs and asks of each: does it hold, does it
 * fail, or does it depend on a value that is not known? A conclusion that may come is put forward
 * to the rules that build on it. Where a condition cannot be decided it counts as open, so that a
 * rule is never called clear although some completion of the facts would make it conclude.
 */
final class ThreeValued {

  /** A thing in working memory, and what must become known for it to be there. */
  private record Item(Object object, Set<OpenValue> awaits) {}

  /**
   * Values of variables so far; a variable whose value is not known has the values it waits for.
   */
  private record Env(
      Map<Variable<?>, Object> values, Map<String, Set<OpenValue>> open, Set<OpenValue> awaits) {

    static Env empty() {
      return new Env(Map.of(), Map.of(), Set.of());
    }

    Env bind(Variable<?> variable, @Nullable Object value, Set<OpenValue> waiting) {
      Map<Variable<?>, Object> bound = new LinkedHashMap<>(values);
      if (value != null) {
        bound.put(variable, value);
      }
      Map<String, Set<OpenValue>> unknown = open;
      if (!waiting.isEmpty()) {
        unknown = new HashMap<>(open);
        unknown.put(variable.getName(), waiting);
      }
      return new Env(bound, unknown, awaits);
    }

    /**
     * The same values, waiting for nothing yet: what is found inside is told apart from outside.
     */
    Env inside() {
      return new Env(values, open, Set.of());
    }

    Env await(Set<OpenValue> more) {
      if (more.isEmpty()) {
        return this;
      }
      Set<OpenValue> all = new LinkedHashSet<>(awaits);
      all.addAll(more);
      return new Env(values, open, all);
    }
  }

  private final RuleBase base;
  private final LocalDate asOf;
  private final Map<Class<?>, List<Item>> memory = new HashMap<>();
  private final Map<Conclusion, Possible> possible = new LinkedHashMap<>();
  private final Set<Conclusion> certain;

  private ThreeValued(RuleBase base, LocalDate asOf, Set<Conclusion> certain) {
    this.base = base;
    this.asOf = asOf;
    this.certain = certain;
  }

  /**
   * The rules that wait, each conclusion once.
   *
   * @param base the rules
   * @param workingMemory facts, parameters and the as-of date
   * @param certain what the engine concluded
   * @param asOf the date that dated rules follow
   */
  static Collection<Possible> analyse(
      RuleBase base, List<Object> workingMemory, Set<Conclusion> certain, LocalDate asOf) {
    ThreeValued analysis = new ThreeValued(base, asOf, certain);
    workingMemory.forEach(object -> analysis.add(object, Set.of()));
    certain.forEach(conclusion -> analysis.add(conclusion, Set.of()));
    analysis.run();
    return analysis.possible.values().stream().map(ThreeValued::ofFacts).toList();
  }

  /** What a concept lacks it lacks because a fact does, and that is among the values already. */
  private static Possible ofFacts(Possible possible) {
    Set<OpenValue> awaits = new LinkedHashSet<>(possible.awaits());
    awaits.removeIf(value -> !Components.hasInFile(value.fact().getClass(), value.field()));
    return new Possible(possible.rule(), possible.conclusion(), awaits);
  }

  private void add(Object object, Set<OpenValue> awaits) {
    memory
        .computeIfAbsent(object.getClass(), type -> new ArrayList<>())
        .add(new Item(object, awaits));
  }

  /** Concepts first, round by round until nothing new may come; findings rest on concepts only. */
  private void run() {
    List<Rule> concepts = inForce(Kind.CONCEPT);
    int before;
    do {
      before = possible.size();
      concepts.forEach(this::evaluate);
    } while (possible.size() > before);
    do {
      before = possible.size();
      inForce(Kind.FINDING).forEach(this::evaluate);
    } while (possible.size() > before);
  }

  private List<Rule> inForce(Kind kind) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : base.rules().values()) {
      RuleCard card = base.cards().get(rule.getName());
      if (card != null && card.kind() == kind && card.inForce(asOf)) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private void evaluate(Rule rule) {
    List<Env> matches = new ArrayList<>();
    Condition root = (Condition) rule.getView();
    match(root.getSubConditions(), 0, Env.empty(), matches::add);
    for (Env match : matches) {
      if (!match.awaits().isEmpty()) {
        for (Conclusion conclusion : Consequences.of(rule, base.named(rule), match.values())) {
          put(rule.getName(), conclusion, match.awaits());
        }
      }
    }
  }

  /** Of several ways to one conclusion the one that waits for the fewest values is kept. */
  private void put(String rule, Conclusion conclusion, Set<OpenValue> awaits) {
    if (certain.contains(conclusion)) {
      return;
    }
    Possible known = possible.get(conclusion);
    if (known == null) {
      add(conclusion, awaits);
    }
    if (known == null || awaits.size() < known.awaits().size()) {
      possible.put(conclusion, new Possible(rule, conclusion, awaits));
    }
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
      case OR ->
          condition.getSubConditions().forEach(branch -> match(List.of(branch), 0, env, next));
      case NOT -> not(condition, env, next);
      case EXISTS -> exists(condition, env, next);
      case CONSEQUENCE -> next.accept(env);
      default ->
          throw new IllegalStateException(
              "a condition of the kind " + condition.getType() + " has no three-valued reading");
    }
  }

  private void not(Condition condition, Env env, Consumer<Env> next) {
    List<Env> inner = matches(condition, env);
    if (inner.stream().noneMatch(match -> match.awaits().isEmpty())) {
      Set<OpenValue> awaits = new LinkedHashSet<>();
      inner.forEach(match -> awaits.addAll(match.awaits()));
      next.accept(env.await(awaits));
    }
  }

  private void exists(Condition condition, Env env, Consumer<Env> next) {
    List<Env> inner = matches(condition, env);
    if (inner.stream().anyMatch(match -> match.awaits().isEmpty())) {
      next.accept(env);
    } else if (!inner.isEmpty()) {
      Set<OpenValue> awaits = new LinkedHashSet<>();
      inner.forEach(match -> awaits.addAll(match.awaits()));
      next.accept(env.await(awaits));
    }
  }

  private List<Env> matches(Condition condition, Env env) {
    List<Env> inner = new ArrayList<>();
    match(condition.getSubConditions(), 0, env.inside(), inner::add);
    return inner;
  }

  private void accumulate(AccumulatePattern<?> accumulate, Env env, Consumer<Env> next) {
    List<Env> inner = new ArrayList<>();
    match(List.of(accumulate.getCondition()), 0, env.inside(), inner::add);
    Set<OpenValue> waiting = new LinkedHashSet<>();
    inner.forEach(match -> waiting.addAll(match.awaits()));
    Env after = env;
    for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
      after = after.bind(function.getResult(), fold(function, inner), waiting);
    }
    next.accept(after);
  }

  @SuppressWarnings("unchecked") // Drools keeps the context type of a function to itself
  private static @Nullable Object fold(AccumulateFunction function, List<Env> inner) {
    org.kie.api.runtime.rule.AccumulateFunction<Serializable> run =
        (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) function.createFunctionObject();
    Argument<?> source = function.getSource();
    try {
      Serializable context = run.initContext(run.createContext());
      for (Env match : inner) {
        Object value = source instanceof Variable<?> variable ? match.values().get(variable) : 1;
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

  private void pattern(Pattern<?> pattern, Env env, Consumer<Env> next) {
    Variable<?> variable = pattern.getPatternVariable();
    List<SingleConstraint> constraints = FieldsRead.singles(pattern.getConstraint());
    if (env.values().containsKey(variable) || env.open().containsKey(variable.getName())) {
      // The result of an accumulation, tested after it.
      Env checked = check(constraints, null, env);
      if (checked != null) {
        next.accept(checked);
      }
      return;
    }
    for (Item item : candidates(variable.getType())) {
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

  private List<Item> candidates(Class<?> type) {
    List<Item> exact = memory.get(type);
    if (exact != null || type.isRecord()) {
      return exact == null ? List.of() : List.copyOf(exact);
    }
    List<Item> all = new ArrayList<>();
    memory.forEach(
        (stored, items) -> {
          if (type.isAssignableFrom(stored)) {
            all.addAll(items);
          }
        });
    return all;
  }

  private Env bind(Pattern<?> pattern, Object object, Env env) {
    Env bound = env;
    for (Binding binding : pattern.getBindings()) {
      Object value = binding.eval(object);
      Set<OpenValue> waiting = new LinkedHashSet<>();
      if (value == null && binding.getReactOn() != null) {
        for (String property : binding.getReactOn()) {
          waiting.add(open(object, property));
        }
      }
      bound = bound.bind(binding.getBoundVariable(), value, waiting);
    }
    return bound;
  }

  /** The environment with what its constraints wait for; null when one of them fails. */
  private @Nullable Env check(
      List<SingleConstraint> constraints, @Nullable Object object, Env env) {
    Env checked = env;
    for (SingleConstraint constraint : constraints) {
      Set<OpenValue> awaits = new LinkedHashSet<>();
      if (fails(constraint, object, checked, awaits)) {
        return null;
      }
      checked = checked.await(awaits);
    }
    return checked;
  }

  /** Whether the constraint fails for certain; if it is open, {@code awaits} gets what it reads. */
  private boolean fails(
      SingleConstraint constraint, @Nullable Object object, Env env, Set<OpenValue> awaits) {
    Set<String> own = new TreeSet<>();
    if (object != null) {
      for (String component : FieldsRead.inConstraint(constraint, object.getClass())) {
        if (Components.value(object, component) == null) {
          own.add(component);
          awaits.add(open(object, component));
        }
      }
    }
    for (FieldsRead.Foreign foreign : FieldsRead.foreign(constraint)) {
      env.values()
          .forEach(
              (variable, value) -> {
                if (variable.getName().equals(foreign.variable())
                    && Components.has(value.getClass(), foreign.component())
                    && Components.value(value, foreign.component()) == null) {
                  awaits.add(open(value, foreign.component()));
                }
              });
    }
    boolean openVariable = false;
    for (Variable<?> variable : constraint.getVariables()) {
      Set<OpenValue> waiting = env.open().get(variable.getName());
      if (waiting != null) {
        awaits.addAll(waiting);
        openVariable = true;
      }
    }
    if (awaits.isEmpty()) {
      return !test(constraint, env);
    }
    if (!openVariable && holdsRegardless(constraint, env)) {
      awaits.clear();
      return false;
    }
    if (own.size() == awaits.size() && own.size() == 1 && object != null) {
      return failsForEveryValue(constraint, object, own.iterator().next(), env);
    }
    return false;
  }

  /**
   * Whether a condition holds although a value that it reads is not known: another value settles
   * it, or the rule says what it makes of silence. Rules state conditions positively, so that none
   * holds because a value is missing unless it says so.
   */
  private static boolean holdsRegardless(SingleConstraint constraint, Env env) {
    try {
      return test(constraint, env);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof NullPointerException) {
        // A condition such as usNexus.size() cannot be asked of what is not known.
        return false;
      }
      throw e;
    }
  }

  /** Tries every value of a closed type; of other types there is always one more. */
  private boolean failsForEveryValue(
      SingleConstraint constraint, Object object, String component, Env env) {
    List<Object> values = Components.values(object.getClass(), component);
    if (values.isEmpty()) {
      return false;
    }
    Variable<?> variable = constraint.getVariables()[0];
    for (Object value : values) {
      Map<Variable<?>, Object> tried = new LinkedHashMap<>(env.values());
      tried.put(variable, Components.with(object, component, value));
      if (test(constraint, new Env(tried, env.open(), env.awaits()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean test(SingleConstraint constraint, Env env) {
    Variable<?>[] variables = constraint.getVariables();
    @Nullable Object[] arguments = new @Nullable Object[variables.length];
    for (int i = 0; i < variables.length; i++) {
      arguments[i] = env.values().get(variables[i]);
    }
    try {
      return constraint.getPredicate().test(arguments);
      // The interface of Drools declares every exception.
    } catch (Exception e) {
      throw new IllegalStateException("a condition fails: " + FieldsRead.text(constraint), e);
    }
  }

  /** A concept that lacks a value lacks it because the fact it is about does. */
  private static OpenValue open(Object object, String component) {
    Fact fact = object instanceof Fact given ? given : ((Conclusion) object).on();
    return new OpenValue(fact, Names.inFile(component));
  }
}
