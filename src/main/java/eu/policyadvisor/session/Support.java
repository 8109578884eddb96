package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.drools.core.rule.consequence.InternalMatch;
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
  private final Map<String, Boolean> asking = new HashMap<>();
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
  List<Object> of(Rule rule, InternalMatch justifier) {
    // What met an exists may be among what the engine found below; totals are added up anew.
    matched = asksForAny(rule) ? justifier.getObjectsDeep() : justifier.getObjects();
    Env match = match(rule);
    if (match == null) {
      return justifier.getObjectsDeep();
    }
    List<Total> before = new ArrayList<>();
    List<Object> complete = new ArrayList<>();
    List<Object> others = new ArrayList<>(matched);
    for (Object object : match.objects()) {
      if (object instanceof Total total) {
        addNew(total.objects(), before, complete);
        before.add(total);
      } else {
        others.add(object);
      }
    }
    Set<Object> once = Collections.newSetFromMap(new IdentityHashMap<>());
    others.removeIf(object -> !once.add(object));
    addNew(others, before, complete);
    return complete;
  }

  private boolean asksForAny(Rule rule) {
    return asking.computeIfAbsent(
        rule.getName(), id -> holdsAny(conditions(rule), EnumSet.of(Condition.Type.EXISTS)));
  }

  private static void addNew(List<Object> objects, List<Total> before, List<Object> complete) {
    if (before.isEmpty()) {
      complete.addAll(objects);
      return;
    }
    for (Object object : objects) {
      if (before.stream().noneMatch(total -> total.among().contains(object))) {
        complete.add(object);
      }
    }
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
  Env with(Total total, AccumulatePattern<?> accumulate, Env env) {
    Env after = super.with(total, accumulate, env);
    return accumulate.getCondition() instanceof Pattern<?> pattern
        ? after.bind(pattern.getPatternVariable(), total)
        : after;
  }
}
