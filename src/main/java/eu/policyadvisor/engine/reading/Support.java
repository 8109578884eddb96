package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What a match of the engine rests on besides the objects that it names: Drools does not say which
 * object met an {@code exists}, nor reliably which ones a total was made of.
 *
 * <p>The conditions are read once more, where each pattern outside {@code exists} and accumulations
 * may only bind an object that the match names. What is found inside is kept: the first thing that
 * meets an {@code exists}, and all that a total adds up. A total that many matches share is sorted
 * once. The cost is that of one reading with one candidate for most patterns.
 */
final class Support extends Matching {
  private static final Comparator<Object> BY_ID =
      Comparator.comparing(object -> object instanceof Fact fact ? fact.id() : "");

  private final IdentityHashMap<Total, Summed> summed = new IdentityHashMap<>();
  private List<Object> matched = List.of();
  private int depth;

  Support(Memory memory, Criteria.Known known) {
    super(memory, known);
  }

  /** Whether matches of a rule rest on more than the engine names. */
  static boolean isNeeded(Rule rule) {
    return Conditions.holdsAny(
        Conditions.of(rule), EnumSet.of(Condition.Type.EXISTS, Condition.Type.ACCUMULATE));
  }

  /** The objects of a match with those that its totals and each {@code exists} rest on. */
  List<Object> of(Rule rule, InternalMatch justifier) {
    // Totals, which are below the objects that a match names too, are made anew.
    boolean deep = Conditions.holdsAny(Conditions.of(rule), EnumSet.of(Condition.Type.EXISTS));
    matched = deep ? justifier.getObjectsDeep() : justifier.getObjects();
    Bindings match = match(rule);
    if (match == null) {
      return justifier.getObjectsDeep();
    }
    List<Summed> before = new ArrayList<>();
    List<Object> complete = new ArrayList<>();
    List<Object> others = new ArrayList<>(matched);
    for (Object object : match.objects()) {
      if (object instanceof Summed summed) {
        addNew(summed.objects(), before, complete);
        before.add(summed);
      } else {
        others.add(object);
      }
    }
    Set<Object> once = Collections.newSetFromMap(new IdentityHashMap<>());
    others.removeIf(object -> !once.add(object));
    addNew(others, before, complete);
    return complete;
  }

  private static void addNew(List<Object> objects, List<Summed> before, List<Object> complete) {
    if (before.isEmpty()) {
      complete.addAll(objects);
      return;
    }
    for (Object object : objects) {
      if (before.stream().noneMatch(summed -> summed.among().contains(object))) {
        complete.add(object);
      }
    }
  }

  @Override
  boolean candidates(Criteria criteria, Bindings env, Found next) {
    if (depth > 0) {
      return super.candidates(criteria, env, next);
    }
    for (Object object : matched) {
      if (criteria.type().isInstance(object)) {
        Bindings checked = check(criteria.all(), object, env.bind(criteria.variable(), object));
        if (checked != null && !next.take(checked)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public boolean inner(List<Condition> conditions, Bindings env, Found found) {
    depth++;
    boolean more = super.inner(conditions, env, found);
    depth--;
    return more;
  }

  @Override
  boolean exists(Condition condition, Bindings env, Found next) {
    AtomicReference<@Nullable Bindings> met = new AtomicReference<>();
    inner(
        condition.getSubConditions(),
        env,
        inner -> {
          met.set(inner);
          return false;
        });
    Bindings first = met.get();
    return first == null || next.take(first);
  }

  @Override
  Bindings with(Total total, AccumulatePattern<?> accumulate, Bindings env) {
    Variable<?> things = addedUp(accumulate).getPatternVariable();
    return super.with(total, accumulate, env)
        .bind(things, summed.computeIfAbsent(total, any -> Summed.of(total, things)));
  }

  /**
   * What a total was made of, which many matches rest on.
   *
   * @param objects facts by their ids: whoever puts the reasons of the matches in order finds them
   *     in order
   * @param among the same objects, told apart by identity
   */
  private record Summed(List<Object> objects, Set<Object> among) {
    static Summed of(Total total, Variable<?> variable) {
      List<Object> objects = new ArrayList<>();
      total.inner().forEach(each -> objects.add(Objects.requireNonNull(each.value(variable))));
      objects.sort(BY_ID);
      Set<Object> among = Collections.newSetFromMap(new IdentityHashMap<>());
      among.addAll(objects);
      return new Summed(objects, among);
    }
  }
}
