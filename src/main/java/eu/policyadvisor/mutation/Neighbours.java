package eu.policyadvisor.mutation;

import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.Parts;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fact sets one step away from those of cases: another value in one field, a fact twice, a list not
 * stated, another day. Always the same ones in the same order.
 */
final class Neighbours {
  private static final List<String> COUNTRIES = List.of("CN", "US", "DE", "JP", "HK");
  private static final List<Integer> DAYS = List.of(-1, 0, 1);
  private static final int MOST_VALUES = 40;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final List<BigDecimal> thresholds;
  private final List<LocalDate> days;
  private final String words;
  private final List<Neighbour> found;
  private boolean named;

  /**
   * A fact set one step away from that of a case.
   *
   * @param named whether the step is one that the change names
   */
  record Neighbour(FactSet facts, LocalDate asOf, boolean named) {}

  /**
   * Neighbours of cases.
   *
   * @param thresholds numbers that rules compare with
   * @param days days from which or until which rules hold
   * @param words what was changed; fields that it names are of most interest
   * @param found takes them
   */
  Neighbours(
      List<BigDecimal> thresholds, List<LocalDate> days, String words, List<Neighbour> found) {
    this.thresholds = thresholds;
    this.days = days;
    this.words = words;
    this.found = found;
  }

  void of(Case test) {
    FactSet facts =
        new FactSet(null, null, test.facts().subject(), test.facts().lists(), Provenance.NONE);
    named = words.matches(".*\\d{4}.*");
    for (LocalDate day : days) {
      DAYS.forEach(step -> add(facts, day.plusDays(step)));
    }
    named = false;
    subject(facts, test.asOf());
    for (Section section : facts.lists().keySet().stream().sorted().toList()) {
      add(facts.with(section, null), test.asOf());
      List<Fact> all = facts.facts(section);
      for (int i = 0; i < all.size(); i++) {
        List<Fact> fewer = new ArrayList<>(all);
        Fact fact = fewer.remove(i);
        add(facts.with(section, fewer), test.asOf());
        List<Fact> more = new ArrayList<>(all);
        more.add(Parts.with(fact, Parts.fields(fact.getClass()).get(0), fact.id() + "-too"));
        add(facts.with(section, more), test.asOf());
        for (RecordComponent field : Parts.fields(fact.getClass())) {
          named = names(field);
          for (Fact other : others(fact, field, facts, test.asOf())) {
            List<Fact> changed = new ArrayList<>(all);
            changed.set(i, other);
            add(facts.with(section, changed), test.asOf());
          }
          named = false;
        }
      }
    }
  }

  private void add(FactSet facts, LocalDate asOf) {
    found.add(new Neighbour(facts, asOf, named));
  }

  private void subject(FactSet facts, LocalDate asOf) {
    for (RecordComponent field : Parts.fields(Subject.class)) {
      named = names(field);
      for (Fact other : others(facts.subject(), field, facts, asOf)) {
        add(new FactSet(null, null, (Subject) other, facts.lists(), Provenance.NONE), asOf);
      }
      named = false;
    }
  }

  private boolean names(RecordComponent field) {
    return Pattern.compile("\\b" + field.getName() + "\\b").matcher(words).find();
  }

  private List<Fact> others(Fact fact, RecordComponent field, FactSet facts, LocalDate asOf) {
    List<Fact> others = new ArrayList<>();
    String name = field.getName();
    if (name.equals("id") || name.equals("name") || name.equals("source")) {
      return others;
    }
    Object now = Parts.value(fact, field);
    if (Parts.mayBeUnknown(field)) {
      others.add(Parts.withUnknown(fact, field));
    }
    for (Object value : values(field, now, facts, asOf)) {
      if (!value.equals(now)) {
        others.add(Parts.with(fact, field, value));
      }
    }
    return others;
  }

  private Collection<Object> values(
      RecordComponent field, @Nullable Object now, FactSet facts, LocalDate asOf) {
    Field rule = Parts.rule(field);
    Class<?> type = field.getType();
    Set<Object> values = new LinkedHashSet<>();
    if (rule.country()) {
      values.addAll(COUNTRIES);
    } else if (Parts.refers(field)) {
      facts.all().stream()
          .filter(
              fact ->
                  rule.refersToAny()
                      || fact.section() == rule.refersTo() && fact.section() != Section.NONE)
          .forEach(fact -> values.add(fact.id()));
    } else if (type == Boolean.class) {
      values.addAll(List.of(true, false));
    } else if (type.isEnum()) {
      values.addAll(List.of(type.getEnumConstants()));
    } else if (type == LocalDate.class) {
      LocalDate near = now instanceof LocalDate day ? day : asOf;
      DAYS.forEach(step -> values.addAll(List.of(near.plusDays(step), asOf.plusDays(step))));
    } else if (type == Map.class) {
      values.addAll(shares(now));
    } else if (field.getGenericType() instanceof ParameterizedType list) {
      lists((Class<?>) list.getActualTypeArguments()[0], now, values);
    } else if (type == BigDecimal.class || type == Integer.class) {
      numbers(type, rule, now, values);
    }
    return values.stream().limit(MOST_VALUES).toList();
  }

  private static void lists(Class<?> of, @Nullable Object now, Set<Object> values) {
    values.add(List.of());
    if (of.isEnum()) {
      for (Object constant : of.getEnumConstants()) {
        values.add(List.of(constant));
        if (now instanceof List<?> known && !known.contains(constant)) {
          List<Object> more = new ArrayList<>(known);
          more.add(constant);
          values.add(more);
        }
      }
    }
  }

  private void numbers(Class<?> type, Field rule, @Nullable Object now, Set<Object> values) {
    Set<BigDecimal> numbers = new LinkedHashSet<>();
    if (now != null) {
      BigDecimal known = new BigDecimal(now.toString());
      numbers.addAll(List.of(known.add(BigDecimal.ONE), known.subtract(BigDecimal.ONE)));
    }
    numbers.addAll(thresholds);
    for (BigDecimal number : numbers) {
      boolean least = rule.min().isEmpty() || number.compareTo(new BigDecimal(rule.min())) >= 0;
      boolean most = rule.max().isEmpty() || number.compareTo(new BigDecimal(rule.max())) <= 0;
      boolean whole = number.stripTrailingZeros().scale() <= 0 && number.compareTo(MOST) < 0;
      if (least && most && type == BigDecimal.class) {
        values.add(number);
      } else if (least && most && whole) {
        values.add(number.intValueExact());
      }
    }
  }

  private Collection<Object> shares(@Nullable Object now) {
    List<Object> shares = new ArrayList<>();
    Set<String> countries = new LinkedHashSet<>();
    if (now instanceof Map<?, ?> known) {
      known.keySet().forEach(country -> countries.add(country.toString()));
    }
    countries.addAll(List.of("CN", "US"));
    for (String country : countries) {
      for (BigDecimal threshold : thresholds) {
        if (threshold.signum() > 0 && threshold.compareTo(BigDecimal.ONE) <= 0) {
          shares.add(new TreeMap<>(Map.of(country, threshold)));
        }
      }
    }
    return shares;
  }
}
