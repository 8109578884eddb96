package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.reading.Domain;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Shows that conditions on one thing exclude each other, or that some imply another. Where the
 * values that could tell them apart cannot be listed, as with texts that name a term, it shows
 * nothing.
 *
 * <p><b>Idea.</b> Conditions compare components with a few values. All values between two of these
 * are treated alike, so that one of each stretch will do: each value that is compared with, one on
 * either side of it and between any two, the bounds of the field, not known at all, and all values
 * of a closed type. Records are put together of all of these, and the compiled conditions are asked
 * of each. Conditions that share no component cannot exclude each other, so that only clusters of
 * them are tried; of those that exclude each other, ones without which the others still do so are
 * left out.
 *
 * <p><b>Source.</b> Boundary value analysis and equivalence partitioning, made exhaustive: Myers,
 * The Art of Software Testing, 1979.
 *
 * <p><b>Cost.</b> The product of the numbers of values of all components in a cluster, at most
 * {@value #MOST} records, in each of at most {@value #MOST_ENVIRONMENTS} environments: the ways in
 * which the rule can match parameters and groups, whose values are known.
 */
final class Exclusion {
  /** Combinations of values; a rule that needs more is left to the facts. */
  private static final int MOST = 50_000;

  private static final int MOST_ENVIRONMENTS = 16;
  private static final String ANOTHER = "another";

  private final List<? extends Named> named;

  /**
   * For rules that look up values by name.
   *
   * @param named what there is
   */
  Exclusion(List<? extends Named> named) {
    this.named = named;
  }

  /** The smallest group of conditions of a rule that exclude each other; empty when none do. */
  Optional<List<String>> find(Rule rule) {
    List<Condition> conditions = Conditions.of(rule);
    List<Bindings> environments = environments(conditions);
    return environments.isEmpty() ? Optional.empty() : find(conditions, environments);
  }

  private Optional<List<String>> find(List<Condition> conditions, List<Bindings> environments) {
    for (Condition condition : conditions) {
      Optional<List<String>> found =
          switch (condition.getType()) {
            case PATTERN -> inPattern((Pattern<?>) condition, environments);
            case AND, EXISTS -> find(condition.getSubConditions(), environments);
            case OR -> inEach(condition.getSubConditions(), environments);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** An {@code or} excludes when each of its branches does. */
  private Optional<List<String>> inEach(List<Condition> branches, List<Bindings> environments) {
    List<String> all = new ArrayList<>();
    for (Condition branch : branches) {
      Optional<List<String>> found = find(List.of(branch), environments);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(found.get());
    }
    return Optional.of(all);
  }

  /** What parameters and groups the rule may see, which are always there. */
  List<Bindings> environments(List<Condition> conditions) {
    List<Bindings> environments = List.of(Bindings.EMPTY);
    for (Condition condition : conditions) {
      List<?> given = condition instanceof Pattern<?> any ? given(any) : null;
      if (condition instanceof Pattern<?> pattern && given != null) {
        List<Bindings> more = new ArrayList<>();
        for (Bindings env : environments) {
          for (Object object : given) {
            Bindings bound = env.bind(pattern.getPatternVariable(), object);
            if (FieldsRead.singles(pattern.getConstraint()).stream()
                .filter(each -> isBound(each, bound))
                .allMatch(each -> Constraints.holds(each, bound))) {
              more.add(bind(pattern, object, bound));
            }
          }
        }
        if (more.size() > MOST_ENVIRONMENTS) {
          return List.of();
        }
        environments = more;
      }
    }
    return environments;
  }

  private static Bindings bind(Pattern<?> pattern, Object object, Bindings env) {
    Bindings bound = env;
    for (Binding binding : pattern.getBindings()) {
      bound = bound.bind(binding.getBoundVariable(), binding.eval(object));
    }
    return bound;
  }

  private @Nullable List<?> given(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    return Named.class.isAssignableFrom(type)
        ? named.stream().filter(type::isInstance).toList()
        : null;
  }

  private static boolean isBound(SingleConstraint constraint, Bindings env) {
    return Arrays.stream(constraint.getVariables()).allMatch(each -> env.value(each) != null);
  }

  private Optional<List<String>> inPattern(Pattern<?> pattern, List<Bindings> environments) {
    Class<?> type = pattern.getPatternVariable().getType();
    if (!isOpen(type)) {
      return Optional.empty();
    }
    List<SingleConstraint> readable =
        FieldsRead.singles(pattern.getConstraint()).stream()
            .filter(each -> isReadable(each, pattern, environments.get(0)))
            .toList();
    for (SingleConstraint each : readable) {
      List<SingleConstraint> cluster = cluster(each, readable, type);
      if (excludes(cluster, pattern, environments)) {
        return Optional.of(
            core(cluster, pattern, environments).stream().map(FieldsRead::text).toList());
      }
    }
    return Optional.empty();
  }

  /** Whether it is a kind of record whose components may all be unknown. */
  private static boolean isOpen(Class<?> type) {
    return type.isRecord()
        && (Fact.class.isAssignableFrom(type) || Conclusion.class.isAssignableFrom(type));
  }

  /** Whether a condition reads components of its own pattern and otherwise only what is given. */
  private static boolean isReadable(SingleConstraint constraint, Pattern<?> pattern, Bindings env) {
    Class<?> type = pattern.getPatternVariable().getType();
    List<String> read = FieldsRead.inConstraint(constraint, type);
    return !read.isEmpty()
        && read.stream().allMatch(name -> isListed(type, name, constraint))
        && Arrays.stream(constraint.getVariables())
            .allMatch(
                each ->
                    each.getName().equals(pattern.getPatternVariable().getName())
                        || env.value(each) != null);
  }

  /** Whether the values that could tell conditions apart can be listed. */
  private static boolean isListed(Class<?> type, String component, SingleConstraint condition) {
    Class<?> values = Components.component(type, component).getType();
    List<DrlToken> tokens = ConditionTexts.tokens(FieldsRead.text(condition));
    return Domain.isClosed(type, component)
        || values == BigDecimal.class
        || values == Integer.class
        || values == LocalDate.class && tokens.stream().noneMatch(each -> each.is("("))
        || values == String.class
            && tokens.stream().noneMatch(each -> each.is("matches"))
            && !calls(tokens);
  }

  /** Whether something is asked of a value by a call. */
  private static boolean calls(List<DrlToken> tokens) {
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.get(i).is("(") && tokens.get(i - 2).is(".")) {
        return true;
      }
    }
    return false;
  }

  /** The conditions that share components with one, and so on. */
  private static List<SingleConstraint> cluster(
      SingleConstraint start, List<SingleConstraint> all, Class<?> type) {
    Set<String> components = new TreeSet<>(FieldsRead.inConstraint(start, type));
    List<SingleConstraint> cluster = List.of();
    int before = -1;
    while (cluster.size() > before) {
      before = cluster.size();
      cluster =
          all.stream()
              .filter(
                  each ->
                      FieldsRead.inConstraint(each, type).stream().anyMatch(components::contains))
              .toList();
      cluster.forEach(each -> components.addAll(FieldsRead.inConstraint(each, type)));
    }
    return cluster;
  }

  private List<SingleConstraint> core(
      List<SingleConstraint> cluster, Pattern<?> pattern, List<Bindings> environments) {
    List<SingleConstraint> core = new ArrayList<>(cluster);
    for (SingleConstraint each : cluster) {
      List<SingleConstraint> fewer = new ArrayList<>(core);
      fewer.remove(each);
      if (!fewer.isEmpty() && excludes(fewer, pattern, environments)) {
        core = fewer;
      }
    }
    return core;
  }

  private boolean excludes(
      List<SingleConstraint> constraints, Pattern<?> pattern, List<Bindings> environments) {
    return environments.stream()
        .allMatch(
            env ->
                combinations(constraints, pattern, env)
                    .map(
                        all ->
                            all.noneMatch(
                                holder ->
                                    constraints.stream()
                                        .allMatch(each -> Constraints.holds(each, holder))))
                    .orElse(false));
  }

  /**
   * Whether one condition holds wherever others do, on the same kind of thing.
   *
   * @param implied the condition, with its own environment
   */
  boolean implies(
      List<SingleConstraint> conditions,
      Pattern<?> pattern,
      Bindings env,
      SingleConstraint implied,
      Pattern<?> impliedIn,
      Bindings impliedEnv) {
    Class<?> type = pattern.getPatternVariable().getType();
    if (!isOpen(type)) {
      return false;
    }
    List<String> components = FieldsRead.inConstraint(implied, type);
    List<SingleConstraint> same =
        conditions.stream()
            .filter(each -> isReadable(each, pattern, env))
            .filter(
                each -> FieldsRead.inConstraint(each, type).stream().anyMatch(components::contains))
            .toList();
    if (same.isEmpty() || !isReadable(implied, impliedIn, impliedEnv)) {
      return false;
    }
    List<SingleConstraint> both = new ArrayList<>(same);
    both.add(implied);
    Bindings shared = impliedEnv;
    for (Variable<?> variable : env.variables()) {
      if (!shared.binds(variable)) {
        shared = shared.bind(variable, env.value(variable));
      }
    }
    Bindings known = shared;
    return combinations(both, pattern, known)
        .map(
            all ->
                all.filter(
                        holder ->
                            same.stream()
                                .allMatch(
                                    each -> Constraints.holds(each, over(holder, env, pattern))))
                    .allMatch(
                        holder ->
                            Constraints.holds(
                                implied,
                                impliedEnv.bind(
                                    impliedIn.getPatternVariable(),
                                    holder.value(pattern.getPatternVariable())))))
        .orElse(false);
  }

  private static Bindings over(Bindings holder, Bindings env, Pattern<?> pattern) {
    return env.bind(pattern.getPatternVariable(), holder.value(pattern.getPatternVariable()));
  }

  /** The environment with each record worth trying; empty when there are too many. */
  private static Optional<Stream<Bindings>> combinations(
      List<SingleConstraint> constraints, Pattern<?> pattern, Bindings env) {
    Class<?> type = pattern.getPatternVariable().getType();
    Set<String> components = new TreeSet<>();
    constraints.forEach(each -> components.addAll(FieldsRead.inConstraint(each, type)));
    long many = 1;
    List<Object> records = List.of(nothing(type));
    for (String component : components) {
      Set<@Nullable Object> values = values(component, constraints, type, env);
      many *= values.size();
      if (many > MOST || values.size() == 1) {
        return Optional.empty();
      }
      records =
          records.stream()
              .flatMap(
                  each -> values.stream().map(value -> Components.with(each, component, value)))
              .toList();
    }
    return Optional.of(records.stream().map(each -> env.bind(pattern.getPatternVariable(), each)));
  }

  private static Object nothing(Class<?> type) {
    return Fact.class.isAssignableFrom(type) && Components.has(type, "provenance")
        ? Fact.unknown(type.asSubclass(Fact.class), ANOTHER)
        : Components.nothing(type);
  }

  private static Set<@Nullable Object> values(
      String component, List<SingleConstraint> constraints, Class<?> type, Bindings env) {
    Set<@Nullable Object> values = new LinkedHashSet<>();
    values.add(null);
    for (SingleConstraint each : constraints) {
      if (FieldsRead.inConstraint(each, type).contains(component)) {
        values.addAll(Domain.of(type, component, each, env));
      }
    }
    Class<?> kind = Components.component(type, component).getType();
    if (kind == String.class) {
      values.add(ANOTHER);
    } else if (kind == BigDecimal.class) {
      bounds(type, component).forEach(values::add);
      values.addAll(between(values));
    } else if (kind == Integer.class) {
      bounds(type, component).forEach(bound -> values.add(bound.intValue()));
    }
    return values;
  }

  /** The lowest and the highest number that facts may state. */
  private static List<BigDecimal> bounds(Class<?> type, String component) {
    Field field = Components.component(type, component).getAnnotation(Field.class);
    return field == null
        ? List.of()
        : Stream.of(field.min(), field.max())
            .filter(bound -> !bound.isEmpty())
            .map(BigDecimal::new)
            .toList();
  }

  private static List<BigDecimal> between(Set<@Nullable Object> values) {
    List<BigDecimal> sorted =
        values.stream()
            .filter(BigDecimal.class::isInstance)
            .map(BigDecimal.class::cast)
            .sorted()
            .toList();
    List<BigDecimal> between = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      between.add(sorted.get(i - 1).add(sorted.get(i)).divide(BigDecimal.valueOf(2)));
    }
    return between;
  }
}
