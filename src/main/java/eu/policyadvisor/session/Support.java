package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/**
 * What a match of the engine rests on besides the objects that it names: Drools does not say which
 * object met an {@code exists}, nor reliably which ones a total was made of.
 */
final class Support extends Matching {
  private final Set<Object> matched = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  private Support(Memory memory, List<Object> matched) {
    super(memory);
    this.matched.addAll(matched);
  }

  /** The objects of a match with those that its totals and each {@code exists} rest on. */
  static List<Object> complete(Rule rule, List<Object> matched, Memory memory) {
    if (!looksInside(Matching.conditions(rule))) {
      return matched;
    }
    Support support = new Support(memory, matched);
    Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(matched);
    List<Object> complete = new ArrayList<>(matched);
    support.matches(rule).stream()
        .findFirst()
        .map(Env::objects)
        .orElse(List.of())
        .forEach(
            object -> {
              if (all.add(object)) {
                complete.add(object);
              }
            });
    return complete;
  }

  private static boolean looksInside(List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition.getType() == Condition.Type.EXISTS
                    || condition.getType() == Condition.Type.ACCUMULATE
                    || looksInside(FieldsRead.children(condition)));
  }

  @Override
  List<Memory.Item> candidates(Class<?> type) {
    List<Memory.Item> all = super.candidates(type);
    return depth > 0 ? all : all.stream().filter(item -> matched.contains(item.object())).toList();
  }

  @Override
  List<Env> inner(List<Condition> conditions, Env env) {
    depth++;
    List<Env> inner = super.inner(conditions, env);
    depth--;
    return inner;
  }

  @Override
  void exists(Condition condition, Env env, Consumer<Env> next) {
    inner(condition.getSubConditions(), env).stream().findFirst().ifPresent(next);
  }

  @Override
  Env accumulated(AccumulatePattern<?> accumulate, Env env) {
    Env after = super.accumulated(accumulate, env);
    if (accumulate.getCondition() instanceof Pattern<?> pattern) {
      for (Env each : inner(List.of(pattern), env)) {
        after =
            after.bind(
                pattern.getPatternVariable(), each.value(pattern.getPatternVariable()), Set.of());
      }
    }
    return after;
  }
}
