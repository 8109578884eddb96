package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.Domain;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.Matching;
import eu.policyadvisor.engine.reading.ReadComponent;
import eu.policyadvisor.engine.reading.Trial;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Edits of the facts after which the failing conditions of an attempt may hold: values are tried in
 * the very conditions that fail. Whether the rule then concludes only a run can tell.
 *
 * <p>This is abduction: from the conclusion that is wanted back to facts that would give it, where
 * the smallest repairs come first (Console, Theseider Dupré and Torasso, 1991). Each failing
 * condition has ways to mend it: another value of a field that it reads, a fact added, changed or
 * removed, a part of a total, and, where a conclusion stands in between, the field from which the
 * rule took the value. The repairs of an attempt are the combinations of ways that do not want two
 * values for one field.
 *
 * <p>A {@link Patch} is a map by field, so that putting two together finds what contradicts. All
 * combinations would be as many as the product of the ways: after each condition only the {@link
 * #EDITS} smallest are kept, so that the cost is linear in the number of failing conditions and a
 * repair may be missed. Ways that make a change which {@link Choices} does not allow are dropped
 * before that, and what may be chosen in their place is put forward.
 */
final class Repairs {
  /** Ways to mend one failing pattern, and edits for the whole attempt, that are put forward. */
  private static final int WAYS = 8;

  private static final int EDITS = 24;

  private final CompiledRules base;
  private final NearestAttempt nearest;
  private final Matching matching;
  private final Consequences consequences = new Consequences();
  private final Map<Conclusion, List<Conclusions.Match>> matches;
  private final Choices choices;

  Repairs(
      CompiledRules base,
      NearestAttempt nearest,
      Map<Conclusion, List<Conclusions.Match>> matches,
      Choices choices) {
    this.base = base;
    this.nearest = nearest;
    this.matching = nearest.matching();
    this.matches = matches;
    this.choices = choices;
  }

  /** Edits that may make an attempt succeed, those with the fewest steps first. */
  List<Edit> of(Trial trial) {
    return all(trial.snags()).stream().map(Patch::edit).toList();
  }

  /** A set of changes under way: at most one value for each field. */
  private record Patch(Map<String, Change> changes) {
    static final Patch NONE = new Patch(Map.of());

    static Patch of(Change change) {
      return NONE.with(change);
    }

    static Patch of(Choices.Offer offer) {
      Patch patch = NONE;
      for (Change change : offer.changes()) {
        patch = patch.with(change);
      }
      return patch;
    }

    Patch with(Change change) {
      Map<String, Change> more = new LinkedHashMap<>(changes);
      more.put(key(change), change);
      return new Patch(more);
    }

    /** Both; null when they want different values for one field. */
    @Nullable Patch and(Patch other) {
      Map<String, Change> both = new LinkedHashMap<>(changes);
      for (Map.Entry<String, Change> each : other.changes.entrySet()) {
        Change known = both.putIfAbsent(each.getKey(), each.getValue());
        if (known != null && !known.equals(each.getValue())) {
          return null;
        }
      }
      return new Patch(both);
    }

    private static String key(Change change) {
      if (change instanceof Change.Put put) {
        return "put " + put.section() + " " + put.id() + " " + put.field();
      } else if (change instanceof Change.Add add) {
        return "add " + add.section() + " " + add.fact().id();
      } else if (change instanceof Change.Remove remove) {
        return "remove " + remove.section() + " " + remove.id();
      }
      return "state " + change.section();
    }

    /** Facts are added before their fields are put. */
    Edit edit() {
      List<Change> ordered = new ArrayList<>(changes.values());
      ordered.sort(Comparator.comparing(change -> change instanceof Change.Add ? 0 : 1));
      return new Edit(ordered);
    }
  }

  private List<Patch> all(List<FailedCondition> snags) {
    List<Patch> all = List.of(Patch.NONE);
    for (FailedCondition snag : snags) {
      List<Patch> more = new ArrayList<>();
      List<Patch> ways = ways(snag);
      for (Patch patch : all) {
        for (Patch way : ways) {
          Patch both = patch.and(way);
          if (both != null) {
            more.add(both);
          }
        }
      }
      all = fewest(more, EDITS);
    }
    return all;
  }

  private List<Patch> fewest(List<Patch> patches, int many) {
    return patches.stream()
        .distinct()
        .filter(patch -> choices.allow(patch.changes().values()))
        .sorted(Comparator.comparingInt(patch -> patch.changes().size()))
        .limit(many)
        .toList();
  }

  private List<Patch> ways(FailedCondition snag) {
    if (snag instanceof FailedCondition.Unmet unmet) {
      return unmet(unmet);
    } else if (snag instanceof FailedCondition.Underived underived) {
      return underived(underived);
    }
    return unwanted((FailedCondition.Unwanted) snag);
  }

  /** Values of fields tried so far. */
  private record Tried(Bindings env, @Nullable Object object, Patch patch) {}

  private List<Patch> unmet(FailedCondition.Unmet unmet) {
    if (unmet.object() instanceof StatedList list) {
      return stated(unmet, list);
    }
    Patch start = Patch.NONE;
    if (unmet.added() && unmet.object() instanceof Fact fact) {
      start = Patch.of(new Change.Add(fact instanceof CountryShare share ? share.of() : fact));
    }
    List<Tried> tried = List.of(new Tried(unmet.env(), unmet.object(), start));
    for (SingleConstraint failing : unmet.failing()) {
      List<Tried> more = new ArrayList<>();
      for (Tried each : tried) {
        if (Constraints.holds(failing, each.env())) {
          more.add(each);
        } else {
          more.addAll(mended(failing, unmet, each));
        }
      }
      tried = more.stream().limit((long) WAYS * 2).toList();
    }
    return fewest(tried.stream().map(each -> whole(unmet, each)).toList(), WAYS);
  }

  private static Patch whole(FailedCondition.Unmet unmet, Tried tried) {
    return unmet.object() instanceof CountryShare before
            && tried.object() instanceof CountryShare after
            && !before.equals(after)
        ? joined(tried.patch(), restated(before, after))
        : tried.patch();
  }

  /** A share is stated with the others of its supply, which add up to one at most. */
  private static Patch restated(CountryShare before, CountryShare after) {
    Map<String, BigDecimal> shares = new LinkedHashMap<>(shares(before.of()));
    if (before.country() != null) {
      shares.remove(before.country());
    }
    BigDecimal share = after.share() == null ? new BigDecimal("0.9") : after.share();
    BigDecimal rest = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (rest.add(share).compareTo(BigDecimal.ONE) > 0) {
      shares.clear();
    }
    shares.put(after.country() == null ? "CN" : after.country(), share);
    return Patch.of(new Change.Put(before.of().section(), before.of().id(), "shares", shares));
  }

  private static Map<String, BigDecimal> shares(Fact supply) {
    Map<String, BigDecimal> shares =
        supply instanceof Dependency dependency
            ? dependency.shares()
            : supply instanceof CriticalInput input ? input.shares() : null;
    return shares == null ? Map.of() : shares;
  }

  private static List<Patch> stated(FailedCondition.Unmet unmet, StatedList list) {
    List<Patch> ways = new ArrayList<>();
    for (SingleConstraint failing : unmet.failing()) {
      for (Object section : Domain.of(StatedList.class, "section", failing, unmet.env())) {
        Bindings with =
            unmet
                .env()
                .bind(
                    unmet.pattern().getPatternVariable(),
                    Components.with(list, "section", section));
        if (Constraints.holds(failing, with)) {
          ways.add(Patch.of(new Change.State((Section) section)));
        }
      }
    }
    return ways;
  }

  /** Values with which a constraint holds that failed, and those that held go on holding. */
  private List<Tried> mended(SingleConstraint failing, FailedCondition.Unmet unmet, Tried from) {
    List<Tried> mended = new ArrayList<>();
    List<ReadComponent> slots = ReadComponent.read(failing, from.object(), from.env());
    for (ReadComponent slot : slots) {
      for (Tried each : tries(slot, failing, from)) {
        if (Constraints.holds(failing, each.env()) && keeps(unmet, failing, from, each)) {
          mended.add(each);
        }
      }
    }
    for (int i = 0; i < slots.size() && mended.isEmpty(); i++) {
      for (Tried first : tries(slots.get(i), failing, from)) {
        for (ReadComponent second : slots.subList(i + 1, slots.size())) {
          for (Tried each : tries(second, failing, first)) {
            if (Constraints.holds(failing, each.env()) && keeps(unmet, failing, from, each)) {
              mended.add(each);
            }
          }
        }
      }
    }
    mended.addAll(totals(failing, from));
    return mended;
  }

  private List<Tried> tries(ReadComponent slot, SingleConstraint failing, Tried from) {
    List<Tried> tries = new ArrayList<>();
    for (Referred referred : values(slot, failing, from.env())) {
      Object value = referred.value();
      boolean own = slot.owner() == from.object() || slot.owner().equals(from.object());
      if (slot.owner() instanceof Fact fact && isEditable(slot)) {
        Bindings env = slot.with(value, from.env());
        boolean share = fact instanceof CountryShare;
        Object object =
            own && from.object() != null
                ? Components.with(from.object(), slot.component(), value)
                : from.object();
        Change change = put(fact, slot.component(), value);
        if (!share) {
          Patch patch = from.patch().with(change);
          if (choices.allow(patch.changes().values())) {
            tries.add(new Tried(env, object, patch));
          }
        } else if (own) {
          tries.add(new Tried(env, object, from.patch()));
        }
      } else if (slot.owner() instanceof Conclusion conclusion) {
        for (Patch source : traced(conclusion, slot.component(), value, null)) {
          Patch both = from.patch().and(source);
          if (both != null) {
            tries.add(new Tried(slot.with(value, from.env()), from.object(), both));
          }
        }
      }
    }
    if (slot.owner() instanceof Fact fact && !(fact instanceof CountryShare)) {
      tries.addAll(offered(slot, fact, slot.values(failing, from.env()), from));
    }
    return tries;
  }

  private List<Tried> offered(ReadComponent slot, Fact fact, List<Object> values, Tried from) {
    List<Tried> offered = new ArrayList<>();
    for (Choices.Offer offer : offers(fact, slot.component(), values)) {
      Patch both = from.patch().and(Patch.of(offer));
      if (both != null) {
        Object object =
            slot.owner().equals(from.object())
                ? Components.with(fact, slot.component(), offer.value())
                : from.object();
        offered.add(new Tried(slot.with(offer.value(), from.env()), object, both));
      }
    }
    return offered;
  }

  private List<Choices.Offer> offers(Fact fact, String component, List<Object> values) {
    return choices.offers(fact, Names.inFile(component), values);
  }

  /** A value to try, with the fact that it refers to where that has to be added. */
  private record Referred(Object value, Patch added) {}

  private List<Referred> values(ReadComponent slot, SingleConstraint failing, Bindings env) {
    List<Referred> values = new ArrayList<>();
    Field field =
        Components.component(slot.owner().getClass(), slot.component()).getAnnotation(Field.class);
    boolean refers = field != null && (field.refersTo() != Section.NONE || field.refersToAny());
    if (!refers) {
      slot.values(failing, env).forEach(value -> values.add(new Referred(value, Patch.NONE)));
      return values;
    }
    for (Fact fact : nearest.referable(field.refersTo())) {
      if (!fact.equals(slot.owner())) {
        Patch added = nearest.isAdded(fact) ? Patch.of(new Change.Add(fact)) : Patch.NONE;
        values.add(new Referred(fact.id(), added));
      }
    }
    return values;
  }

  private static boolean isEditable(ReadComponent slot) {
    return !Set.of("id", "provenance", "of").contains(slot.component());
  }

  private static Change put(Fact fact, String component, Object value) {
    return new Change.Put(fact.section(), fact.id(), Names.inFile(component), value);
  }

  private static boolean keeps(
      FailedCondition.Unmet unmet, SingleConstraint failing, Tried from, Tried to) {
    for (SingleConstraint other : FieldsRead.singles(unmet.pattern().getConstraint())) {
      if (other != failing
          && !FieldsRead.text(other).startsWith("this ")
          && Constraints.holds(other, from.env())
          && !Constraints.holds(other, to.env())) {
        return false;
      }
    }
    return true;
  }

  /** Changes of what a total is made of. */
  private List<Tried> totals(SingleConstraint failing, Tried from) {
    List<Tried> totals = new ArrayList<>();
    for (Variable<?> variable : failing.getVariables()) {
      if (from.env().source(variable) instanceof AccumulatePattern<?> accumulate) {
        List<Patch> ways = total(accumulate, variable, failing, from.env());
        // What mends the other conditions may mend the total as well.
        for (Patch patch : ways.isEmpty() ? List.of(Patch.NONE) : ways) {
          Patch both = from.patch().and(patch);
          if (both != null) {
            totals.add(new Tried(from.env(), from.object(), both));
          }
        }
      }
    }
    return totals;
  }

  private List<Patch> total(
      AccumulatePattern<?> accumulate, Variable<?> total, SingleConstraint failing, Bindings env) {
    List<Patch> ways = new ArrayList<>();
    Object now = env.value(total);
    Variable<?> part =
        accumulate.getAccumulateFunctions()[0].getSource() instanceof Variable<?> variable
            ? variable
            : null;
    List<Bindings> parts = matching.inner(List.of(accumulate.getCondition()), env);
    if (part != null) {
      for (Bindings each : parts) {
        if (each.source(part) instanceof Fact fact
            && each.component(part) != null
            && each.value(part) instanceof BigDecimal value) {
          for (BigDecimal wanted : wanted(total, failing, env)) {
            BigDecimal sum = now instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
            BigDecimal changed = wanted.subtract(sum).add(value);
            if (changed.signum() >= 0 && changed.compareTo(BigDecimal.ONE) <= 0) {
              ways.add(Patch.of(put(fact, Objects.requireNonNull(each.component(part)), changed)));
            }
          }
        }
      }
    }
    if (accumulate.getCondition() instanceof Pattern<?> pattern) {
      ways.addAll(joining(pattern, part, wanted(total, failing, env), env));
      for (Bindings each : parts) {
        if (each.value(pattern.getPatternVariable()) instanceof Fact fact) {
          ways.add(Patch.of(new Change.Remove(fact.section(), fact.id())));
        }
      }
    }
    return ways;
  }

  /** Totals with which a condition would hold. */
  private static List<BigDecimal> wanted(
      Variable<?> total, SingleConstraint failing, Bindings env) {
    if (!(env.value(total) instanceof BigDecimal)) {
      return List.of(); // a number of facts
    }
    Set<BigDecimal> wanted = new LinkedHashSet<>();
    for (Variable<?> variable : failing.getVariables()) {
      Object value = env.value(variable);
      BigDecimal limit =
          value instanceof Parameter parameter
              ? parameter.value()
              : value instanceof BigDecimal decimal ? decimal : null;
      if (limit != null && !variable.equals(total)) {
        BigDecimal step = new BigDecimal("0.01");
        for (BigDecimal each : List.of(limit, limit.add(step), limit.subtract(step))) {
          if (Constraints.holds(failing, env.bind(total, each))) {
            wanted.add(each);
          }
        }
      }
    }
    return List.copyOf(wanted);
  }

  /** Facts that do not count towards a total and would with other values. */
  private List<Patch> joining(
      Pattern<?> pattern, @Nullable Variable<?> part, List<BigDecimal> wanted, Bindings env) {
    List<Patch> joining = new ArrayList<>();
    for (Object object : nearest.candidates(pattern.getPatternVariable().getType())) {
      boolean added = object instanceof Fact fact && nearest.isAdded(fact);
      Bindings bound = env.bind(pattern.getPatternVariable(), object);
      List<SingleConstraint> failing = new ArrayList<>();
      for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
        if (!Constraints.holds(constraint, bound)) {
          failing.add(constraint);
        }
      }
      if (failing.isEmpty()) {
        continue;
      }
      for (Patch patch : unmet(new FailedCondition.Unmet(pattern, object, added, failing, bound))) {
        String component =
            part == null ? null : Matching.bind(pattern, object, bound).component(part);
        if (component == null) {
          joining.add(patch);
        }
        for (BigDecimal each : wanted) {
          if (component != null && object instanceof Fact fact) {
            joining.add(patch.with(put(fact, component, each)));
          }
        }
      }
    }
    return joining;
  }

  private List<Patch> underived(FailedCondition.Underived underived) {
    Trial way = underived.way();
    if (way == null) {
      return List.of();
    }
    List<Patch> patches = all(way.snags());
    for (SingleConstraint failing : underived.failing()) {
      List<Patch> more = new ArrayList<>();
      for (ReadComponent slot : ReadComponent.read(failing, way.concluding(), underived.env())) {
        for (Object value : slot.values(failing, underived.env())) {
          if (Constraints.holds(failing, slot.with(value, underived.env()))) {
            for (Patch source : sources(slot, value, way)) {
              patches.stream().map(patch -> joined(patch, source)).forEach(more::add);
            }
          }
        }
      }
      patches = fewest(more, EDITS);
    }
    return patches;
  }

  private List<Patch> sources(ReadComponent slot, Object value, Trial way) {
    if (slot.owner() instanceof Conclusion conclusion) {
      return traced(conclusion, slot.component(), value, way);
    }
    return slot.owner() instanceof Fact fact && isEditable(slot)
        ? List.of(Patch.of(put(fact, slot.component(), value)))
        : List.of();
  }

  /** Both, where the second one has the last word. */
  private static Patch joined(Patch patch, Patch last) {
    Map<String, Change> both = new LinkedHashMap<>(patch.changes());
    both.putAll(last.changes());
    return new Patch(both);
  }

  /**
   * Changes of the facts from which a component of a conclusion was taken: those variables of the
   * rule that concluded it which stand for the same value.
   */
  private List<Patch> traced(
      Conclusion conclusion, String component, Object value, @Nullable Trial way) {
    Object now = Components.value(conclusion, component);
    List<Patch> traced = new ArrayList<>();
    for (Bindings env : derivations(conclusion, way)) {
      for (Variable<?> variable : env.variables()) {
        Object source = env.source(variable);
        String named = env.component(variable);
        if (source == null || named == null || !Objects.equals(env.value(variable), now)) {
          continue;
        }
        if (source instanceof Fact fact && !(fact instanceof CountryShare)) {
          traced.add(Patch.of(put(fact, named, value)));
          offers(fact, named, List.of(value)).stream()
              .filter(offer -> offer.value().equals(value))
              .forEach(offer -> traced.add(Patch.of(offer)));
        } else if (source instanceof CountryShare share && named.equals("country")) {
          traced.add(restated(share, (CountryShare) Components.with(share, "country", value)));
        } else if (source instanceof Conclusion inner && !inner.equals(conclusion)) {
          traced.addAll(traced(inner, named, value, inner(way, inner)));
        }
      }
    }
    return traced;
  }

  private static @Nullable Trial inner(@Nullable Trial way, Conclusion inner) {
    if (way != null) {
      for (FailedCondition snag : way.snags()) {
        if (snag instanceof FailedCondition.Underived underived
            && underived.way() != null
            && inner.equals(underived.way().conclusion())) {
          return underived.way();
        }
      }
    }
    return null;
  }

  private List<Bindings> derivations(Conclusion conclusion, @Nullable Trial way) {
    if (way != null) {
      return List.of(way.env());
    }
    return nearest.derivations(conclusion);
  }

  /** Values and facts without which something would not be there. */
  private List<Patch> unwanted(FailedCondition.Unwanted unwanted) {
    List<Patch> ways = List.of(Patch.NONE);
    for (Bindings found : unwanted.found()) {
      List<Patch> more = new ArrayList<>();
      for (Patch one : without(unwanted.negated(), found)) {
        for (Patch patch : ways) {
          Patch both = patch.and(one);
          if (both != null) {
            more.add(both);
          }
        }
      }
      ways = fewest(more, EDITS);
    }
    return ways;
  }

  private List<Patch> without(Condition negated, Bindings found) {
    List<Patch> ways = new ArrayList<>();
    for (Condition condition : negated.getSubConditions()) {
      if (condition instanceof Pattern<?> pattern) {
        Object object = found.value(pattern.getPatternVariable());
        if (object instanceof Fact fact) {
          ways.addAll(breaking(pattern, fact, found));
          ways.add(Patch.of(new Change.Remove(fact.section(), fact.id())));
        } else if (object instanceof Conclusion conclusion) {
          ways.addAll(withdrawing(conclusion));
        }
      }
    }
    return fewest(ways, EDITS);
  }

  private List<Patch> breaking(Pattern<?> pattern, Fact fact, Bindings found) {
    List<Patch> ways = new ArrayList<>();
    for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
      for (ReadComponent slot : ReadComponent.read(constraint, fact, found)) {
        for (Object value : slot.values(constraint, found)) {
          if (slot.owner() instanceof Fact owner
              && !(owner instanceof CountryShare)
              && isEditable(slot)
              && !Constraints.holds(constraint, slot.with(value, found))) {
            ways.add(Patch.of(put(owner, slot.component(), value)));
          }
        }
        if (slot.owner() instanceof Fact owner && !(owner instanceof CountryShare)) {
          offers(owner, slot.component(), slot.values(constraint, found)).stream()
              .filter(offer -> !Constraints.holds(constraint, slot.with(offer.value(), found)))
              .forEach(offer -> ways.add(Patch.of(offer)));
        }
      }
    }
    return ways;
  }

  /** Changes of single values that a conclusion rests on. */
  private List<Patch> withdrawing(Conclusion conclusion) {
    Set<Conclusion> seen = new LinkedHashSet<>();
    Map<String, Patch> ways = new HashMap<>();
    withdraw(conclusion, seen, ways);
    return List.copyOf(ways.values());
  }

  private void withdraw(Conclusion conclusion, Set<Conclusion> seen, Map<String, Patch> ways) {
    if (!seen.add(conclusion)) {
      return;
    }
    for (Conclusions.Match match : matches.getOrDefault(conclusion, List.of())) {
      Rule rule = Objects.requireNonNull(base.rules().get(match.rule()));
      for (Bindings env : matching.matches(rule)) {
        if (!consequences.of(rule, base.named(rule), env).contains(conclusion)) {
          continue;
        }
        for (Pattern<?> pattern : patterns(Conditions.of(rule))) {
          if (env.value(pattern.getPatternVariable()) instanceof Fact fact) {
            breaking(pattern, fact, env)
                .forEach(patch -> ways.putIfAbsent(patch.changes().toString(), patch));
          }
        }
      }
      for (Object object : match.objects()) {
        if (object instanceof Conclusion inner) {
          withdraw(inner, seen, ways);
        }
      }
    }
  }

  private static List<Pattern<?>> patterns(List<Condition> conditions) {
    List<Pattern<?>> patterns = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition instanceof Pattern<?> pattern) {
        patterns.add(pattern);
      } else if (condition.getType() == Condition.Type.AND
          || condition.getType() == Condition.Type.OR) {
        patterns.addAll(patterns(condition.getSubConditions()));
      }
    }
    return patterns;
  }
}
