package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a match of the engine rests on besides the objects that it names: Drools does not say which
 * object met an {@code exists}, nor reliably which ones a total was made of.
 */
final class Support extends Matching {
  private List<Object> matched = List.of();
  private int depth;

  Support(Memory memory, Criteria.Known known) {
    super(memory, known);
  }

  /** Whether matches of a rule rest on more than the engine names. */
  static boolean isNeeded(Rule rule) {
    return holdsAny(conditions(rule), EnumSet.of(Condition.Type.EXISTS, Condition.Type.ACCUMULATE));
  }

  /** The objects of a match with those that its totals and each {@code exists} rest on. */
  List<Object> complete(Rule rule, List<Object> objects) {
    matched = objects;
    Env match = match(rule);
    if (match == null) {
      return objects;
    }
    Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(matched);
    List<Object> complete = new ArrayList<>(matched);
    for (Object object : match.objects()) {
      if (all.add(object)) {
        complete.add(object);
      }
    }
    return complete;
  }

  @Override
  boolean candidates(Criteria criteria, Env env, Found next) {
    if (depth > 0) {
      return super.candidates(criteria, env, next);
    }
    for (Object object : matched) {
      if (criteria.type().isInstance(object)) {
        Env checked = check(criteria.all(), object, env.bind(criteria.variable(), object));
        if (checked != null && !next.take(checked)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  boolean inner(List<Condition> conditions, Env env, Found found) {
    depth++;
    boolean more = super.inner(conditions, env, found);
    depth--;
    return more;
  }

  @Override
  boolean exists(Condition condition, Env env, Found next) {
    AtomicReference<@Nullable Env> met = new AtomicReference<>();
    inner(
        condition.getSubConditions(),
        env,
        inner -> {
          met.set(inner);
          return false;
        });
    Env first = met.get();
    return first == null || next.take(first);
  }

  @Override
  Env accumulated(AccumulatePattern<?> accumulate, Env env) {
    Env after = super.accumulated(accumulate, env);
    if (accumulate.getCondition() instanceof Pattern<?> pattern) {
      for (Env each : inner(List.of(pattern), env)) {
        after = after.bind(pattern.getPatternVariable(), each.value(pattern.getPatternVariable()));
      }
    }
    return after;
  }
}
