package eu.policyadvisor.engine.reading;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.ConditionForms;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.problem.Deadline;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Argument;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compiled conditions of a rule, the very ones that the engine runs, against working
 * memory. This one finds what the engine finds; {@link ThreeValued} finds what it may find.
 *
 * <p>The idea is a join by nested loops with backtracking: conditions are read in the order in
 * which they are written; each pattern binds its variable to every thing in turn that agrees with
 * what is bound so far, and the rest of the conditions is read with it. Whoever asks may stop after
 * any way.
 *
 * <p>{@link Bindings} is a linked list that grows at its head, so that going back costs nothing.
 * {@link Candidates} are the things that pass what a pattern asks of each alone, with a hash index
 * on what joins them to others. A total is kept under all that it reads, as many ways share it.
 *
 * <p>The cost is the number of partial matches: at worst the product of the numbers of candidates
 * of all patterns; with an index on each join, about the number of ways that are found.
 */
public class Matching {
  private final Memory memory;
  private final Criteria.Known known;
  private final Map<Criteria, Candidates> candidates = new ConcurrentHashMap<>();
  private final Map<TotalKey, Total> totals = new ConcurrentHashMap<>();

  /**
   * Against working memory.
   *
   * @param known what is known of the patterns that are read
   */
  public Matching(Memory memory, Criteria.Known known) {
    this.memory = memory;
    this.known = known;
  }

  /** Takes ways in which conditions are met, one after the other. */
  interface Found {
    /** Takes one; whether more of them are of interest. */
    boolean take(Bindings env);
  }

  /** All ways in which the conditions of a rule are met. */
  public List<Bindings> matches(Rule rule) {
    List<Bindings> matches = new ArrayList<>();
    match(rule, matches::add);
    return matches;
  }

  /** Takes the ways in which the conditions of a rule are met. */
  final void match(Rule rule, Found found) {
    match(Conditions.of(rule), 0, Bindings.EMPTY, found);
  }

  /** One way in which the conditions of a rule are met; null when they are not. */
  @Nullable Bindings match(Rule rule) {
    AtomicReference<@Nullable Bindings> match = new AtomicReference<>();
    match(
        rule,
        env -> {
          match.set(env);
          return false;
        });
    return match.get();
  }

  /** All ways in which conditions are met inside a {@code not}, {@code exists} or accumulation. */
  public List<Bindings> inner(List<Condition> conditions, Bindings env) {
    List<Bindings> inner = new ArrayList<>();
    inner(conditions, env, inner::add);
    return inner;
  }

  /** Whether more of the ways are of interest in which conditions are met inside another one. */
  public boolean inner(List<Condition> conditions, Bindings env, Found found) {
    return match(conditions, 0, env.inside(), found);
  }

  private boolean match(List<Condition> conditions, int at, Bindings env, Found found) {
    if (at == conditions.size()) {
      return found.take(env);
    }
    Condition condition = conditions.get(at);
    Found next = after -> match(conditions, at + 1, after, found);
    return switch (condition.getType()) {
      case PATTERN -> pattern((Pattern<?>) condition, env, next);
      case ACCUMULATE -> accumulate((AccumulatePattern<?>) condition, env, next);
      case AND -> match(condition.getSubConditions(), 0, env, next);
      case OR -> {
        boolean more = true;
        for (Condition branch : branches(condition)) {
          more = more && match(List.of(branch), 0, env, next);
        }
        yield more;
      }
      case NOT -> not(condition, env, next);
      case EXISTS -> exists(condition, env, next);
      case CONSEQUENCE -> next.take(env);
      default -> throw unreadable(condition);
    };
  }

  public static IllegalStateException unreadable(Condition condition) {
    return new IllegalStateException(
        "a condition of the kind " + condition.getType() + " has no three-valued reading");
  }

  /** The branches of an {@code or} that are read. */
  List<Condition> branches(Condition or) {
    return or.getSubConditions();
  }

  boolean accumulate(AccumulatePattern<?> accumulate, Bindings env, Found next) {
    return next.take(accumulated(accumulate, env));
  }

  boolean not(Condition condition, Bindings env, Found next) {
    Inside inside = inside(condition, env);
    return inside.certain || next.take(env.await(inside.awaits));
  }

  boolean exists(Condition condition, Bindings env, Found next) {
    Inside inside = inside(condition, env);
    return !inside.met || next.take(inside.certain ? env : env.await(inside.awaits));
  }

  /** Whether the conditions inside another one are met, as far as it matters there. */
  private static final class Inside implements Found {
    private boolean met;
    private boolean certain;
    private Awaited awaits = Awaited.NOTHING;

    @Override
    public boolean take(Bindings env) {
      met = true;
      certain = env.isCertain();
      awaits = awaits.and(env.awaited());
      return !certain;
    }
  }

  private Inside inside(Condition condition, Bindings env) {
    Inside inside = new Inside();
    inner(condition.getSubConditions(), env, inside);
    return inside;
  }

  /**
   * What an accumulation comes to.
   *
   * @param inner the ways in which its conditions are met
   * @param results what each of its functions made of them
   * @param waiting what must become known for these to be final
   */
  record Total(List<Bindings> inner, List<Optional<Object>> results, Awaited waiting) {}

  /**
   * All that a total depends on.
   *
   * @param things what is added up
   * @param version of these things
   * @param read the values that are read of what was bound before
   */
  private record TotalKey(Criteria things, int version, List<Object> read) {}

  /** With the results of an accumulation. */
  public Bindings accumulated(AccumulatePattern<?> accumulate, Bindings env) {
    return with(total(accumulate, env), accumulate, env);
  }

  Bindings with(Total total, AccumulatePattern<?> accumulate, Bindings env) {
    Bindings after = env;
    int at = 0;
    for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
      Object result = total.results().get(at++).orElse(null);
      after = after.bind(function.getResult(), result, total.waiting(), accumulate, null);
    }
    return after;
  }

  /** Many matches of a rule share a total: it is added up once for all of them. */
  private Total total(AccumulatePattern<?> accumulate, Bindings env) {
    Criteria things = criteria(addedUp(accumulate));
    List<Object> read = new ArrayList<>();
    for (Criterion criterion : things.joining()) {
      for (Variable<?> variable : criterion.constraint().getVariables()) {
        if (!variable.getName().equals(things.variable().getName())) {
          Object value = env.value(variable);
          if (value == null || !env.waiting(variable).isEmpty()) {
            return add(accumulate, env);
          }
          read.add(value);
        }
      }
    }
    TotalKey key = new TotalKey(things, memory.version(things.type()), read);
    Total known = totals.get(key);
    if (known == null) {
      known = add(accumulate, env);
      totals.put(key, known);
    }
    return known;
  }

  /** The one pattern that rules may add up; see {@link ConditionForms}. */
  static Pattern<?> addedUp(AccumulatePattern<?> accumulate) {
    return (Pattern<?>) accumulate.getCondition();
  }

  private Total add(AccumulatePattern<?> accumulate, Bindings env) {
    List<Bindings> inner = inner(List.of(accumulate.getCondition()), env);
    List<Bindings> certain = inner.stream().filter(Bindings::isCertain).toList();
    return new Total(
        inner,
        Stream.of(accumulate.getAccumulateFunctions())
            .map(function -> Optional.ofNullable(fold(function, certain)))
            .toList(),
        Awaited.by(inner));
  }

  /**
   * What a result of an accumulation may come to: without what is open, with each of it alone, and
   * with one after the other. Of a number of things these are all values.
   */
  final Set<Object> possible(AccumulatePattern<?> accumulate, Variable<?> result, Bindings env) {
    List<Bindings> inner = inner(List.of(accumulate.getCondition()), env);
    List<Bindings> certain = inner.stream().filter(Bindings::isCertain).toList();
    List<List<Bindings>> choices = new ArrayList<>(List.of(certain));
    List<Bindings> growing = certain;
    for (Bindings each : inner) {
      if (!each.isCertain()) {
        growing = Stream.concat(growing.stream(), Stream.of(each)).toList();
        choices.add(growing);
        choices.add(Stream.concat(certain.stream(), Stream.of(each)).toList());
      }
    }
    Set<Object> possible = new LinkedHashSet<>();
    for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
      if (function.getResult().getName().equals(result.getName())) {
        choices.forEach(
            parts -> Optional.ofNullable(fold(function, parts)).ifPresent(possible::add));
      }
    }
    return possible;
  }

  @SuppressWarnings("unchecked") // Drools keeps the context type of a function to itself
  private static @Nullable Object fold(AccumulateFunction function, List<Bindings> parts) {
    org.kie.api.runtime.rule.AccumulateFunction<Serializable> run =
        (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) function.createFunctionObject();
    Argument<?> source = function.getSource();
    try {
      Serializable context = run.initContext(run.createContext());
      for (Bindings match : parts) {
        Object value = source instanceof Variable<?> variable ? match.value(variable) : 1;
        if (value != null) {
          run.accumulate(context, value);
        }
      }
      return run.getResult(context);
      // The interface of Drools declares every exception.
    } catch (Exception | StackOverflowError e) {
      // As a constraint that fails does not hold, there is no total.
      return null;
    }
  }

  boolean pattern(Pattern<?> pattern, Bindings env, Found next) {
    Criteria criteria = known.of(pattern);
    if (env.binds(criteria.variable())) {
      // The result of an accumulation, tested after it.
      Bindings checked = check(criteria.all(), null, env);
      return checked == null || next.take(checked);
    }
    return candidates(criteria, env, met -> next.take(bind(criteria, met)));
  }

  /** Binds the variable of a pattern to each thing in turn that meets its constraints. */
  boolean candidates(Criteria criteria, Bindings env, Found next) {
    for (Candidates.Candidate candidate : candidates(criteria).beside(env)) {
      Deadline.check();
      Memory.Item item = candidate.item();
      Bindings bound =
          env.bind(criteria.variable(), item.object(), item.awaits().and(candidate.awaits()));
      Bindings checked = check(criteria.joining(), item.object(), bound);
      if (checked != null && !next.take(checked)) {
        return false;
      }
    }
    return true;
  }

  final Candidates candidates(Criteria criteria) {
    Candidates known = candidates.get(criteria);
    return known != null
        ? known
        : candidates.computeIfAbsent(
            criteria, any -> new Candidates(criteria, memory, object -> alone(criteria, object)));
  }

  /** What must become known for an object to meet what is asked of it alone; null for never. */
  private @Nullable Awaited alone(Criteria criteria, Object object) {
    Bindings alone =
        check(criteria.alone(), object, Bindings.EMPTY.bind(criteria.variable(), object));
    return alone == null ? null : alone.awaited();
  }

  final Criteria criteria(Pattern<?> pattern) {
    return known.of(pattern);
  }

  final List<Memory.Item> things(Class<?> type) {
    return memory.of(type);
  }

  /** With the variables that a pattern binds to components of the object that was bound last. */
  private static Bindings bind(Criteria criteria, Bindings env) {
    Object object = Objects.requireNonNull(env.bound());
    Bindings bound = env;
    for (Criteria.Taken taken : criteria.bindings()) {
      bound = bind(taken.binding(), taken.component(), object, bound);
    }
    return bound;
  }

  /** With the variables that a pattern binds to components. */
  public static Bindings bind(Pattern<?> pattern, Object object, Bindings env) {
    Bindings bound = env;
    for (Binding binding : pattern.getBindings()) {
      bound = bind(binding, Bound.component(binding), object, bound);
    }
    return bound;
  }

  private static Bindings bind(
      Binding binding, @Nullable String component, Object object, Bindings env) {
    Object value = value(binding, object);
    Awaited waiting =
        value == null && component != null ? Awaited.of(open(object, component)) : Awaited.NOTHING;
    return env.bind(binding.getBoundVariable(), value, waiting, object, component);
  }

  /** What a pattern takes of an object; null where it cannot be taken. */
  static @Nullable Object value(Binding binding, Object object) {
    try {
      return binding.eval(object);
    } catch (RuntimeException | StackOverflowError e) {
      // What cannot be taken of what is not known is not known.
      return null;
    }
  }

  /** The environment in which constraints hold; null when one of them fails. */
  @Nullable Bindings check(List<Criterion> criteria, @Nullable Object object, Bindings env) {
    for (Criterion criterion : criteria) {
      if (!criterion.holds(env)) {
        return null;
      }
    }
    return env;
  }

  /**
   * Whether a condition of a rule cannot be asked of a fact, such as {@code usNexus.size()} of one
   * whose links are not known. The engine fails on it: it asks facts one by one before it joins
   * them.
   */
  public boolean isUnaskable(Rule rule) {
    return isUnaskable(Conditions.of(rule));
  }

  private boolean isUnaskable(List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition instanceof Pattern<?> pattern && isUnaskable(pattern)
                    || isUnaskable(FieldsRead.children(condition)));
  }

  private boolean isUnaskable(Pattern<?> pattern) {
    Criteria criteria = known.of(pattern);
    return !criteria.alone().isEmpty()
        && memory.of(criteria.type()).stream()
            .map(item -> Bindings.EMPTY.bind(criteria.variable(), item.object()))
            .anyMatch(env -> isUnaskable(criteria.alone(), env));
  }

  /** What follows a condition that fails is not asked. */
  private static boolean isUnaskable(List<Criterion> criteria, Bindings env) {
    for (Criterion criterion : criteria) {
      if (Constraints.fails(criterion.constraint(), env)) {
        return true;
      } else if (!criterion.holds(env)) {
        return false;
      }
    }
    return false;
  }

  /** A concept that lacks a value lacks it because the fact it is about does. */
  static OpenValue open(Object object, String component) {
    Fact fact = object instanceof Fact given ? given : ((Conclusion) object).on();
    return new OpenValue(fact, Names.inFile(component));
  }
}
