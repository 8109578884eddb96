package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.Matching;
import eu.policyadvisor.engine.reading.Memory;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.engine.reading.Trial;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects with which the fewest conditions of a rule fail, by branch and bound over the
 * compiled conditions. A conclusion that is missing is replaced by the nearest attempt of a rule
 * that would conclude it; where no fact of a kind will do, one of which nothing is known is tried.
 *
 * <p>A failing condition costs 1, as does a fact that has to be added, and a missing conclusion
 * what its own nearest attempt costs. Conditions are read in order, with the candidates that fail
 * least first (Land and Doig, 1960): a branch is cut as soon as it costs as much as the worst
 * attempt that is kept, and the bound is raised step by step ({@link #BOUNDS}), as in iterative
 * deepening, so that what is near is found before anything far is looked at. Attempts in which no
 * value meets two conditions at once ({@link Demands}) do not count.
 *
 * <p>What has failed so far is a linked list that branches share. The nearest attempts of a rule
 * are kept, as many others ask for them; those of rules underway are not asked for again, so that
 * rules that build on each other come to an end. The cost may be exponential in the number of
 * patterns; steps are counted and the search stops after {@link #MOST_STEPS}.
 */
final class NearestAttempt {
  /** Bounds the search; what it found by then is used. */
  private static final int MOST_STEPS = 30_000;

  /** The same for what one rule may conclude, and how many conclusions of it are looked at. */
  private static final int STEPS_OF_A_WAY = 4_000;

  private static final int KNOWN = 24;

  private static final int DEEPEST = 7;

  private static final int[] BOUNDS = {3, 6, 12, 200};

  /** Ways to a missing conclusion that are followed, for each rule that may draw it. */
  private static final int WAYS = 3;

  private static final java.util.regex.Pattern IDENTITY =
      java.util.regex.Pattern.compile("this == (\\$\\w+)");

  /** For a rule of which any conclusion will do. */
  static final Predicate<Conclusion> ANY = conclusion -> true;

  private final CompiledRules base;
  private final LocalDate asOf;
  private final Memory memory = new Memory();
  private final Matching matching;
  private final Consequences consequences = new Consequences();
  private final List<Fact> added;
  private final Map<Conclusion, List<Conclusions.Match>> matches;
  private final Map<Conclusion, List<Bindings>> derivations = new HashMap<>();
  private final Map<String, List<Trial>> trials = new HashMap<>();
  private final Deque<String> underway = new ArrayDeque<>();
  private int steps;

  /**
   * Over what is given and was concluded.
   *
   * @param added facts of which nothing is known, one of each kind that may be added, with shares
   */
  NearestAttempt(
      ReadableRules rules,
      List<Object> workingMemory,
      Conclusions conclusions,
      List<Fact> added,
      LocalDate asOf) {
    this.base = rules.compiled();
    this.matching = new Matching(memory, rules.criteria());
    this.asOf = asOf;
    workingMemory.forEach(object -> memory.add(object));
    matches = conclusions.matches();
    matches.keySet().forEach(conclusion -> memory.add(conclusion));
    this.added = List.copyOf(added);
  }

  /** What the variables of the rules stood for that drew a conclusion. */
  List<Bindings> derivations(Conclusion conclusion) {
    return derivations.computeIfAbsent(
        conclusion,
        any -> {
          List<Bindings> found = new ArrayList<>();
          for (Conclusions.Match match : matches.getOrDefault(conclusion, List.of())) {
            Rule rule = Objects.requireNonNull(base.rules().get(match.rule()));
            for (Bindings env : matching.matches(rule)) {
              if (consequences.of(rule, base.named(rule), env).contains(conclusion)) {
                found.add(env);
              }
            }
          }
          return found;
        });
  }

  /** Whether constraints fail for values that a rule took from what it matched. */
  private static boolean isTaken(
      Conclusion conclusion, List<SingleConstraint> failing, List<Bindings> derivations) {
    for (SingleConstraint constraint : failing) {
      for (String component : FieldsRead.inConstraint(constraint, conclusion.getClass())) {
        Object value = Components.value(conclusion, component);
        if (derivations.stream().noneMatch(env -> env.holds(value))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The facts that a field may refer to, in one list or, for {@link Section#NONE}, in any. */
  List<Fact> referable(Section section) {
    List<Fact> facts = new ArrayList<>();
    memory.of(Fact.class).forEach(item -> facts.add((Fact) item.object()));
    facts.addAll(added);
    facts.removeIf(
        fact ->
            fact instanceof CountryShare || section != Section.NONE && fact.section() != section);
    return facts;
  }

  /** What is there of a type, and what may be added. */
  List<Object> candidates(Class<?> type) {
    List<Object> candidates = new ArrayList<>();
    memory.of(type).forEach(item -> candidates.add(item.object()));
    added.stream().filter(type::isInstance).forEach(candidates::add);
    return candidates;
  }

  boolean isAdded(Fact fact) {
    return added.contains(fact);
  }

  Matching matching() {
    return matching;
  }

  /** The nearest attempts of a rule whose conclusion is wanted, the nearest first. */
  List<Trial> of(String rule, Predicate<Conclusion> wanted, int many) {
    List<Trial> best = List.of();
    // What is near is found at once when nothing far is looked at.
    for (int i = 0; i < BOUNDS.length && best.isEmpty(); i++) {
      steps = 0;
      best = trials(Objects.requireNonNull(base.rules().get(rule)), wanted, many, BOUNDS[i]);
    }
    return best;
  }

  /** What a rule may conclude, with the fewest failing conditions for each conclusion. */
  private List<Trial> known(Rule rule) {
    List<Trial> known = trials.get(rule.getName());
    if (known == null) {
      int before = steps;
      steps = MOST_STEPS - STEPS_OF_A_WAY;
      known = trials(rule, conclusion -> true, KNOWN, 100);
      steps = before;
      if (!underway.contains(rule.getName())) {
        trials.put(rule.getName(), known);
      }
    }
    return known;
  }

  private List<Trial> trials(Rule rule, Predicate<Conclusion> wanted, int many, int bound) {
    if (underway.size() >= DEEPEST || underway.contains(rule.getName())) {
      return List.of();
    }
    underway.push(rule.getName());
    try {
      Search search = new Search(rule, wanted, many, bound);
      search.read(Conditions.of(rule), 0, new State(Bindings.EMPTY, null, 0), search::found);
      return search.best;
    } finally {
      underway.pop();
    }
  }

  /** The conditions read so far; what failed, the last one first. */
  private record State(Bindings env, @Nullable Failed failed, int cost) {
    State with(Bindings after) {
      return new State(after, failed, cost);
    }

    State fail(FailedCondition snag, Bindings after) {
      return new State(after, new Failed(snag, failed), cost + snag.cost());
    }

    List<FailedCondition> snags() {
      List<FailedCondition> snags = new ArrayList<>();
      for (Failed each = failed; each != null; each = each.before) {
        snags.add(0, each.snag);
      }
      return snags;
    }
  }

  private record Failed(FailedCondition snag, @Nullable Failed before) {}

  /** The reading of one rule. */
  private final class Search {
    private final Rule rule;
    private final Predicate<Conclusion> wanted;
    private final int many;
    private final int bound;
    private final List<Trial> best = new ArrayList<>();
    private final Map<String, Set<Class<?>>> expected = new HashMap<>();

    Search(Rule rule, Predicate<Conclusion> wanted, int many, int bound) {
      this.rule = rule;
      this.wanted = wanted;
      this.many = many;
      this.bound = bound;
      expect(Conditions.of(rule));
    }

    private boolean hopeless(int cost) {
      return cost >= bound
          || best.size() == many && cost >= best.get(many - 1).cost()
          || steps > MOST_STEPS;
    }

    private void found(State state) {
      List<FailedCondition> snags = state.snags();
      if (snags.stream()
          .anyMatch(s -> s instanceof FailedCondition.Underived none && none.way() == null)) {
        // What it would conclude cannot be told: what it would be about is missing.
        if (wanted == ANY && best.isEmpty()) {
          best.add(new Trial(rule, state.env(), snags, null, state.cost()));
        }
        return;
      }
      if (Demands.contradict(snags)) {
        return;
      }
      for (Conclusion conclusion : consequences.of(rule, base.named(rule), state.env())) {
        if (wanted.test(conclusion)
            && best.stream().noneMatch(known -> covers(known, conclusion, state))) {
          best.removeIf(known -> conclusion.equals(known.conclusion()));
          best.add(new Trial(rule, state.env(), snags, conclusion, state.cost()));
          best.sort(Comparator.comparingInt(Trial::cost));
          if (best.size() > many) {
            best.remove(many);
          }
        }
      }
    }

    private boolean covers(Trial known, Conclusion conclusion, State state) {
      return known.cost() <= state.cost() && conclusion.equals(known.conclusion());
    }

    private void read(List<Condition> conditions, int at, State state, Consumer<State> done) {
      if (hopeless(state.cost())) {
        return;
      } else if (at == conditions.size()) {
        done.accept(state);
        return;
      }
      Condition condition = conditions.get(at);
      Consumer<State> next = after -> read(conditions, at + 1, after, done);
      switch (condition.getType()) {
        case PATTERN -> pattern((Pattern<?>) condition, state, next);
        case ACCUMULATE ->
            next.accept(
                state.with(matching.accumulated((AccumulatePattern<?>) condition, state.env())));
        case AND -> read(condition.getSubConditions(), 0, state, next);
        case OR ->
            condition.getSubConditions().forEach(branch -> read(List.of(branch), 0, state, next));
        case NOT -> {
          List<Bindings> found = matching.inner(condition.getSubConditions(), state.env());
          next.accept(
              found.isEmpty()
                  ? state
                  : state.fail(
                      new FailedCondition.Unwanted(condition, found, state.env()), state.env()));
        }
        case EXISTS -> {
          if (matching.inner(condition.getSubConditions(), state.env()).isEmpty()) {
            read(condition.getSubConditions(), 0, state, next);
          } else {
            next.accept(state);
          }
        }
        case CONSEQUENCE -> next.accept(state);
        default -> throw Matching.unreadable(condition);
      }
    }

    private void pattern(Pattern<?> pattern, State state, Consumer<State> next) {
      Variable<?> variable = pattern.getPatternVariable();
      List<SingleConstraint> constraints = FieldsRead.singles(pattern.getConstraint());
      if (state.env().binds(variable)) {
        // A total, tested after it.
        FailedCondition.Unmet total = unmet(constraints, pattern, null, false, state.env());
        next.accept(total.cost() == 0 ? state : state.fail(total, state.env()));
        return;
      }
      Class<?> type = variable.getType();
      List<FailedCondition.Unmet> candidates = new ArrayList<>();
      boolean met = false;
      for (Memory.Item item : memory.of(type)) {
        Deadline.check();
        FailedCondition.Unmet candidate =
            unmet(constraints, pattern, item.object(), false, state.env());
        met |= candidate.failing().isEmpty();
        if (candidate.failing().isEmpty()
            || !(item.object() instanceof Conclusion conclusion)
            || isPossible(candidate)
                && isTaken(conclusion, candidate.failing(), derivations(conclusion))) {
          candidates.add(candidate);
        }
      }
      boolean derived = Conclusion.class.isAssignableFrom(type);
      for (Fact fact : added) {
        if (type.isInstance(fact)) {
          candidates.add(
              unmet(constraints, pattern, fact, !isBound(fact, state.env()), state.env()));
        }
      }
      candidates.sort(Comparator.comparingInt(FailedCondition.Unmet::cost));
      for (FailedCondition.Unmet candidate : candidates) {
        steps++;
        if (!isPossible(candidate) || hopeless(state.cost() + candidate.cost())) {
          continue;
        }
        Bindings after =
            Matching.bind(pattern, Objects.requireNonNull(candidate.object()), candidate.env());
        next.accept(candidate.cost() == 0 ? state.with(after) : state.fail(candidate, after));
      }
      if (derived && !hopeless(state.cost() + 1)) {
        underived(pattern, constraints, state, met, next);
      }
    }

    private void underived(
        Pattern<?> pattern,
        List<SingleConstraint> constraints,
        State state,
        boolean met,
        Consumer<State> next) {
      List<Trial> ways = ways(pattern, constraints, state);
      for (Trial way : ways) {
        FailedCondition.Unmet as =
            unmet(constraints, pattern, way.concluding(), false, state.env());
        FailedCondition.Underived snag =
            new FailedCondition.Underived(pattern, way, as.failing(), as.env());
        if (!hopeless(state.cost() + snag.cost())) {
          next.accept(state.fail(snag, Matching.bind(pattern, way.concluding(), as.env())));
        }
      }
      if (ways.isEmpty() && !met) {
        FailedCondition.Underived none =
            new FailedCondition.Underived(pattern, null, List.of(), state.env());
        if (!hopeless(state.cost() + none.cost())) {
          next.accept(state.fail(none, state.env()));
        }
      }
    }

    /** The nearest attempts of all rules that conclude what the pattern matches. */
    private List<Trial> ways(Pattern<?> pattern, List<SingleConstraint> constraints, State state) {
      Predicate<Conclusion> fits =
          conclusion ->
              isExpected(pattern, conclusion)
                  && isPossible(unmet(constraints, pattern, conclusion, false, state.env()));
      List<Trial> ways = new ArrayList<>();
      for (Rule producer : base.producers(pattern.getPatternVariable().getType())) {
        RuleCard card = base.cards().get(producer.getName());
        if (card == null || !card.inForce(asOf) || !mayFit(producer, pattern, constraints)) {
          continue;
        }
        List<Trial> fitting =
            known(producer).stream()
                .filter(way -> fits.test(way.concluding()))
                .filter(
                    way ->
                        isTaken(
                            way.concluding(),
                            unmet(constraints, pattern, way.concluding(), false, state.env())
                                .failing(),
                            List.of(way.env())))
                .toList();
        ways.addAll(fitting.size() > WAYS ? fitting.subList(0, WAYS) : fitting);
      }
      // What is there already was tried before.
      ways.removeIf(way -> way.cost() == 0);
      ways.sort(Comparator.comparingInt(Trial::cost));
      return ways;
    }

    /** Whether what a conclusion is about is of the type that a later pattern asks for. */
    private boolean isExpected(Pattern<?> pattern, Conclusion conclusion) {
      for (Binding binding : pattern.getBindings()) {
        Set<Class<?>> types = expected.get(binding.getBoundVariable().getName());
        Object value = types == null ? null : binding.eval(conclusion);
        if (types != null && value != null && types.stream().noneMatch(t -> t.isInstance(value))) {
          return false;
        }
      }
      return true;
    }

    private void expect(List<Condition> conditions) {
      for (Condition condition : conditions) {
        if (condition instanceof Pattern<?> pattern) {
          for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
            Matcher identity = IDENTITY.matcher(FieldsRead.text(constraint));
            if (identity.matches()) {
              expected
                  .computeIfAbsent(identity.group(1), any -> new HashSet<>())
                  .add(pattern.getPatternVariable().getType());
            }
          }
        } else if (condition.getType() == Condition.Type.AND
            || condition.getType() == Condition.Type.OR) {
          expect(condition.getSubConditions());
        }
      }
    }

    /** A finding tells its rule, so that other rules need not be read. */
    private boolean mayFit(Rule producer, Pattern<?> pattern, List<SingleConstraint> constraints) {
      Conclusion prototype = base.prototype(producer);
      if (!(prototype instanceof Finding) && !(prototype instanceof Recommendation)) {
        return true;
      }
      Bindings env = Bindings.EMPTY.bind(pattern.getPatternVariable(), prototype);
      return constraints.stream()
          .filter(c -> FieldsRead.inConstraint(c, prototype.getClass()).equals(List.of("rule")))
          .filter(c -> c.getVariables().length == 1)
          .allMatch(constraint -> Constraints.holds(constraint, env));
    }
  }

  /** Another fact, another rule, or a parameter of another name is no near miss. */
  private static boolean isPossible(FailedCondition.Unmet candidate) {
    Object object = candidate.object();
    for (SingleConstraint failing : candidate.failing()) {
      if (FieldsRead.text(failing).startsWith("this ")) {
        return false;
      } else if (object != null && !(object instanceof Fact)) {
        List<String> read = FieldsRead.inConstraint(failing, object.getClass());
        if (read.contains("on") || read.contains("rule") || read.contains("name")) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a fact that is thought up, or a share of it, is in use already. */
  private static boolean isBound(Fact fact, Bindings env) {
    for (Object object : env.objects()) {
      if (owner(object) == owner(fact)) {
        return true;
      }
    }
    return false;
  }

  private static Object owner(Object object) {
    return object instanceof CountryShare share ? share.of() : object;
  }

  private FailedCondition.Unmet unmet(
      List<SingleConstraint> constraints,
      Pattern<?> pattern,
      @Nullable Object object,
      boolean thoughtUp,
      Bindings env) {
    Bindings bound = object == null ? env : env.bind(pattern.getPatternVariable(), object);
    List<SingleConstraint> failing = new ArrayList<>();
    for (SingleConstraint constraint : constraints) {
      steps++;
      if (!isUndefined(constraint, bound) && !Constraints.holds(constraint, bound)) {
        failing.add(constraint);
      }
    }
    return new FailedCondition.Unmet(pattern, object, thoughtUp, failing, bound);
  }

  /** Whether it reads a variable of a conclusion that no rule can draw. */
  private static boolean isUndefined(SingleConstraint constraint, Bindings env) {
    for (Variable<?> variable : constraint.getVariables()) {
      if (!env.binds(variable)) {
        return true;
      }
    }
    return false;
  }
}
