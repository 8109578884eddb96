package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of a rule with one of them turned round: whether there is something for
 * which that one fails and all others hold.
 *
 * <p>This is the question of MC/DC (see {@link Coverage}) put to facts as they are: a condition is
 * shown to matter by itself when the rule does not conclude and would, were that condition turned
 * round. Nothing is generated. A constraint is turned where it is checked, an absence or a presence
 * where it is read; of alternatives only the branch with the condition is read. The cost is one
 * reading of the rule for each condition, without indexes, as a thing that fails has to be found.
 */
final class Probe extends Matching {
  /** The point that has to fail; null when all conditions have to hold. */
  private @Nullable Point failing;

  private List<Condition> branches = List.of();

  /** Whether the constraint of the point has to fail where it is met. */
  private boolean turned;

  Probe(Memory memory, Criteria.Known known) {
    super(memory, known);
  }

  /** Whether all conditions hold for something. */
  boolean concludes(Rule rule) {
    branches = List.of();
    failing = null;
    turned = false;
    return !matches(rule).isEmpty();
  }

  /** Whether the rule concludes with what the point asks for. */
  boolean holds(Rule rule, Point at) {
    boolean inNot = at.kind() == Point.Kind.INNER && at.condition().getType() == Condition.Type.NOT;
    if (inNot) {
      // What stands inside a 'not' holds where the 'not' is in the way.
      return blocks(
          rule, new Point(Point.Kind.ABSENT, at.condition(), null, at.branches(), at.text()));
    }
    return read(rule, at, null).stream()
        .anyMatch(
            env ->
                !(at.condition() instanceof AccumulatePattern<?> accumulate)
                    || !inner(List.of(accumulate.getCondition()), env).isEmpty());
  }

  /** Whether the point alone keeps the rule from concluding. */
  boolean blocks(Rule rule, Point at) {
    return !read(rule, at, at).isEmpty();
  }

  private List<Bindings> read(Rule rule, Point at, @Nullable Point toFail) {
    branches = at.branches();
    failing = toFail;
    turned = toFail != null && toFail.kind() == Point.Kind.CONSTRAINT;
    return matches(rule);
  }

  private boolean fails(Point.Kind kind, Condition condition) {
    return failing != null && failing.kind() == kind && failing.condition() == condition;
  }

  @Override
  List<Condition> branches(Condition or) {
    List<Condition> leading = new ArrayList<>(or.getSubConditions());
    leading.retainAll(branches);
    return leading.isEmpty() ? or.getSubConditions() : leading;
  }

  @Override
  boolean pattern(Pattern<?> pattern, Bindings env, Found next) {
    if (!fails(Point.Kind.PRESENT, pattern)) {
      return super.pattern(pattern, env, next);
    }
    return !super.pattern(pattern, env, there -> false) || next.take(env);
  }

  @Override
  boolean not(Condition condition, Bindings env, Found next) {
    if (fails(Point.Kind.ABSENT, condition)) {
      return inner(condition.getSubConditions(), env).isEmpty() || next.take(env);
    } else if (!fails(Point.Kind.INNER, condition)) {
      return super.not(condition, env, next);
    }
    return !onlyTurned(condition.getSubConditions(), env) || next.take(env);
  }

  @Override
  boolean exists(Condition condition, Bindings env, Found next) {
    if (fails(Point.Kind.EXISTS, condition)) {
      return !inner(condition.getSubConditions(), env).isEmpty() || next.take(env);
    } else if (!fails(Point.Kind.INNER, condition)) {
      return super.exists(condition, env, next);
    }
    return !onlyTurned(condition.getSubConditions(), env) || next.take(env);
  }

  @Override
  boolean accumulate(AccumulatePattern<?> accumulate, Bindings env, Found next) {
    return fails(Point.Kind.INNER, accumulate)
            && turned(List.of(accumulate.getCondition()), env).isEmpty()
        || super.accumulate(accumulate, env, next);
  }

  /** Whether nothing meets conditions, and something does but for the point. */
  private boolean onlyTurned(List<Condition> conditions, Bindings env) {
    return inner(conditions, env).isEmpty() && !turned(conditions, env).isEmpty();
  }

  private List<Bindings> turned(List<Condition> conditions, Bindings env) {
    turned = true;
    List<Bindings> met = inner(conditions, env);
    turned = false;
    return met;
  }

  /** One constraint may have to fail, so that each thing is asked for all of them. */
  @Override
  boolean candidates(Criteria criteria, Bindings env, Found next) {
    for (Memory.Item item : things(criteria.type())) {
      Bindings checked =
          check(criteria.all(), item.object(), env.bind(criteria.variable(), item.object()));
      if (checked != null && !next.take(checked)) {
        return false;
      }
    }
    return true;
  }

  @Override
  @Nullable Bindings check(List<Criterion> criteria, @Nullable Object object, Bindings env) {
    for (Criterion criterion : criteria) {
      SingleConstraint constraint = criterion.constraint();
      boolean asked = isBound(constraint, env);
      if (failing != null && turned && constraint == failing.constraint()) {
        if (!asked || !fails(constraint, object, env)) {
          return null;
        }
      } else if (asked && !Constraints.holds(constraint, env)) {
        return null;
      }
    }
    return env;
  }

  /** Whether a constraint fails, and not just because a value that it compares is not known. */
  private static boolean fails(SingleConstraint constraint, @Nullable Object object, Bindings env) {
    return !Constraints.holds(constraint, env)
        && (FieldsRead.text(constraint).contains("null")
            || ReadComponent.unknown(constraint, object, env).isEmpty());
  }

  /** Whether all is there that a constraint reads; what is said to be absent binds nothing. */
  private static boolean isBound(SingleConstraint constraint, Bindings env) {
    for (Variable<?> variable : constraint.getVariables()) {
      if (!env.binds(variable)) {
        return false;
      }
    }
    return true;
  }
}
