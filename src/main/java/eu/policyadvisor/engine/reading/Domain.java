package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Values worth trying for a component of a record: all values of a closed type; of an open type
 * those on either side of what a condition compares it with.
 */
public final class Domain {
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.?)*+)\"?");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"$-])\\d+(\\.\\d+)?(?![\\w\"])");

  /** Countries that differ in every group that law treats alike. */
  private static final List<String> COUNTRIES = List.of("CN", "US", "DE", "JP", "IN", "RU", "CH");

  /** Supplies that come from a country with which others differ, or do not. */
  static final List<Object> SHARES =
      List.of(Map.of("CN", new BigDecimal("0.9")), Map.of("DE", new BigDecimal("0.9")));

  private static final BigDecimal SMALL_STEP = new BigDecimal("0.01");

  private final RecordComponent component;
  private final @Nullable Field rule;
  private final String condition;
  private final Set<Object> compared = new LinkedHashSet<>();

  private Domain(RecordComponent component, SingleConstraint constraint, Bindings env) {
    this.component = component;
    this.rule = component.getAnnotation(Field.class);
    this.condition = FieldsRead.text(constraint);
    for (Variable<?> variable : constraint.getVariables()) {
      compared(env.value(variable));
    }
    for (FieldsRead.Foreign foreign : FieldsRead.foreign(constraint)) {
      Object owner = env.value(foreign.variable());
      if (owner != null && Components.has(owner.getClass(), foreign.component())) {
        compared(Components.value(owner, foreign.component()));
      }
    }
  }

  /** The values to try for a component that a condition reads. */
  public static List<Object> of(
      Class<?> type, String name, SingleConstraint constraint, Bindings env) {
    return new Domain(Components.component(type, name), constraint, env).values();
  }

  /** Whether these are all the values that there are. */
  public static boolean isClosed(Class<?> type, String name) {
    Class<?> component = Components.component(type, name).getType();
    return component == Boolean.class || component.isEnum();
  }

  private void compared(@Nullable Object value) {
    if (value instanceof Parameter parameter) {
      compared(parameter.value());
    } else if (value instanceof AsOf asOf) {
      compared.add(asOf.day());
    } else if (value instanceof TermGroup group) {
      group.terms().forEach(term -> compared.add(term.name()));
    } else if (value instanceof Collection<?> collection) {
      // Of the members of a group those that a reader expects come first.
      collection.stream()
          .sorted(Comparator.comparingInt(Domain::place))
          .limit(3)
          .forEach(this::compared);
    } else if (value != null) {
      compared.add(value);
    }
  }

  private static int place(Object member) {
    int place = member instanceof String country ? COUNTRIES.indexOf(country) : -1;
    return place < 0 ? COUNTRIES.size() : place;
  }

  private List<Object> values() {
    Set<Object> values = new LinkedHashSet<>();
    Class<?> type = component.getType();
    if (type == Boolean.class || type.isEnum()) {
      values.addAll(closed(type));
    } else if (type == BigDecimal.class) {
      pivots().forEach(pivot -> around(pivot).forEach(values::add));
    } else if (type == Integer.class) {
      pivots().forEach(pivot -> whole(pivot).forEach(values::add));
    } else if (type == LocalDate.class) {
      dates().forEach(day -> values.addAll(List.of(day, day.minusDays(1), day.plusDays(1))));
    } else if (type == String.class) {
      texts().forEach(values::add);
    } else if (type == List.class) {
      Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      List<Object> elements = element == String.class ? texts() : closed((Class<?>) element);
      elements.forEach(each -> values.add(List.of(each)));
      values.add(List.of());
      if (elements.size() > 1) {
        values.add(List.copyOf(elements.subList(0, 2)));
      }
    } else if (type == Map.class) {
      values.addAll(SHARES);
    }
    return List.copyOf(values);
  }

  private static List<Object> closed(Class<?> type) {
    return type == Boolean.class
        ? List.of(true, false)
        : Arrays.stream(type.getEnumConstants()).map(Object.class::cast).toList();
  }

  private List<BigDecimal> pivots() {
    List<BigDecimal> pivots = new ArrayList<>();
    for (Object value : compared) {
      if (value instanceof BigDecimal decimal) {
        pivots.add(decimal);
      } else if (value instanceof Integer integer) {
        pivots.add(BigDecimal.valueOf(integer));
      }
    }
    Matcher literal = NUMBER.matcher(TEXT.matcher(condition).replaceAll(""));
    while (literal.find()) {
      pivots.add(new BigDecimal(literal.group()));
    }
    if (pivots.isEmpty()) {
      pivots.add(BigDecimal.ONE);
    }
    return pivots;
  }

  private List<BigDecimal> around(BigDecimal pivot) {
    boolean share = rule != null && rule.max().equals("1");
    BigDecimal step =
        share ? SMALL_STEP : pivot.abs().movePointLeft(1).max(BigDecimal.ONE).stripTrailingZeros();
    return Stream.of(pivot, pivot.add(step), pivot.subtract(step)).filter(this::inRange).toList();
  }

  private List<Integer> whole(BigDecimal pivot) {
    if (pivot.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
      return List.of();
    }
    int floor = pivot.intValue();
    return Stream.of(floor, floor + 1, floor - 1)
        .filter(value -> inRange(BigDecimal.valueOf(value)))
        .toList();
  }

  private boolean inRange(BigDecimal value) {
    return rule == null
        || (rule.min().isEmpty() || value.compareTo(new BigDecimal(rule.min())) >= 0)
            && (rule.max().isEmpty() || value.compareTo(new BigDecimal(rule.max())) <= 0);
  }

  private List<LocalDate> dates() {
    List<LocalDate> dates = new ArrayList<>();
    for (Object value : compared) {
      if (value instanceof LocalDate day) {
        dates.add(day);
        // Conditions reach months back or days ahead of the as-of date.
        dates.add(day.minusYears(3));
        dates.add(day.plusYears(3));
      }
    }
    if (dates.isEmpty()) {
      dates.add(LocalDate.of(2024, 1, 1));
      dates.add(LocalDate.of(2026, 1, 1));
    }
    return dates;
  }

  private List<Object> texts() {
    Set<Object> texts = new LinkedHashSet<>();
    Matcher literal = TEXT.matcher(condition);
    // A pattern is no value that anyone would state.
    while (!condition.contains(" matches ") && literal.find()) {
      texts.add(literal.group(1));
    }
    compared.stream().filter(String.class::isInstance).forEach(texts::add);
    if (rule != null && rule.country()) {
      texts.addAll(COUNTRIES);
    } else if (rule != null
        && rule.catalogue().isEmpty()
        && rule.refersTo() == Section.NONE
        && !rule.refersToAny()
        && texts.isEmpty()) {
      texts.add("other");
    }
    return List.copyOf(texts);
  }
}
