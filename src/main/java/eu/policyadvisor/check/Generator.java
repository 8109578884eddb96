package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.yaml.FactCheck;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes fact sets that make rules conclude: the same ones for the same seed.
 *
 * <p>Half of them are made from nothing; the others begin with the facts of one or two rule cases,
 * of which a few fields are changed, because many rules need several things at once. Values come
 * from the closed types, the catalogue, the thresholds and both sides of them, and the rule cases;
 * a third of the fields is not known. All of them pass {@link FactCheck}. Not thread-safe.
 */
public final class Generator {
  private static final int MOST_ATTEMPTS = 1000;
  private static final int MOST_FACTS = 4;

  /** Countries that rules treat differently, and some that they treat alike. */
  private static final List<String> COUNTRIES =
      List.of(
          "CN", "CN", "CN", "US", "US", "DE", "NL", "FR", "TW", "HK", "MO", "IN", "JP", "KR", "GB",
          "RU", "CH", "EU", "EEA");

  /** Days between the as-of date and other dates. */
  private static final List<Integer> DAYS =
      List.of(-1500, -1100, -800, -400, -200, -90, -10, 0, 10, 90, 170, 179, 180, 181, 190, 400);

  /** Fields that say something about the statement, not about what it states. */
  private static final List<String> ABOUT = List.of("name", "source", "confidence", "asOf");

  private final Random random;
  private final Catalogue catalogue = Stock.CATALOGUE;
  private final List<Case> cases = RuleCases.all();
  private final List<BigDecimal> numbers = Stock.NUMBERS;
  private final Map<RecordComponent, List<Object>> seen = Stock.SEEN;

  /** A generator over the built-in rules and catalogue. */
  public Generator(long seed) {
    this.random = new Random(seed);
  }

  /** What all generators draw from; only read. */
  private static final class Stock {
    static final Catalogue CATALOGUE;
    static final List<BigDecimal> NUMBERS = new ArrayList<>();
    static final Map<RecordComponent, List<Object>> SEEN = new HashMap<>();

    static {
      ReferenceData reference = ReferenceData.builtIn();
      CATALOGUE = reference.catalogue();
      reference.parameters().stream()
          .map(Parameter::value)
          .distinct()
          .forEach(threshold -> NUMBERS.addAll(bothSides(threshold)));
      for (Case each : RuleCases.all()) {
        for (Fact fact : each.facts().all()) {
          for (RecordComponent field : Parts.fields(fact.getClass())) {
            Object value = Parts.value(fact, field);
            if (value != null) {
              SEEN.computeIfAbsent(field, any -> new ArrayList<>()).add(value);
            }
          }
        }
      }
    }

    private static List<BigDecimal> bothSides(BigDecimal threshold) {
      BigDecimal step =
          threshold.compareTo(BigDecimal.ONE) <= 0 ? new BigDecimal("0.01") : BigDecimal.ONE;
      return List.of(threshold.subtract(step), threshold, threshold.add(step));
    }
  }

  /** The next fact set; it names its as-of date. */
  public FactSet next() {
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      FactSet set = random.nextBoolean() ? fromNothing() : fromCases();
      if (FactCheck.check(set, catalogue).isEmpty()) {
        return set;
      }
    }
    throw new IllegalStateException(
        "none of "
            + MOST_ATTEMPTS
            + " generated fact sets is valid; the last kinds of facts are"
            + " not understood");
  }

  private FactSet fromNothing() {
    LocalDate asOf = day();
    Map<Section, List<String>> ids = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      if (section != Section.NONE && random.nextInt(3) == 0) {
        List<String> of = new ArrayList<>();
        int count = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(MOST_FACTS);
        for (int i = 1; i <= count; i++) {
          of.add(section.key().replace('_', '-') + "-" + i);
        }
        ids.put(section, of);
      }
    }
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    ids.forEach(
        (section, of) ->
            lists.put(
                section,
                of.stream().<Fact>map(id -> fact(section.kind(), id, ids, asOf)).toList()));
    return set(asOf, fact(Subject.class, Section.NONE.key(), ids, asOf), lists);
  }

  private FactSet fromCases() {
    Case first = any(cases);
    FactSet one = first.facts();
    Subject subject = one.subject();
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    one.lists().forEach((section, facts) -> lists.put(section, new ArrayList<>(facts)));
    if (random.nextInt(3) == 0) {
      FactSet other = any(cases).facts();
      other
          .lists()
          .forEach(
              (section, facts) ->
                  lists
                      .computeIfAbsent(section, any -> new ArrayList<>())
                      .addAll(facts.stream().map(fact -> renamed(fact, "-too")).toList()));
      subject = random.nextBoolean() ? subject : other.subject();
    }
    LocalDate asOf = random.nextInt(4) == 0 ? day() : first.asOf();
    Map<Section, List<String>> ids = new EnumMap<>(Section.class);
    lists.forEach((section, facts) -> ids.put(section, facts.stream().map(Fact::id).toList()));
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      List<Fact> stated = lists.values().stream().flatMap(List::stream).toList();
      if (stated.isEmpty() || random.nextInt(5) == 0) {
        subject = (Subject) changed(subject, ids, asOf);
      } else {
        Fact fact = any(stated);
        List<Fact> of = lists.getOrDefault(fact.section(), List.of());
        of.set(of.indexOf(fact), changed(fact, ids, asOf));
      }
    }
    return set(asOf, subject, lists);
  }

  private static FactSet set(LocalDate asOf, Subject subject, Map<Section, List<Fact>> lists) {
    Map<Section, List<Fact>> placeless = new EnumMap<>(Section.class);
    lists.forEach(
        (section, facts) -> placeless.put(section, facts.stream().map(Generator::bare).toList()));
    return new FactSet(null, asOf, (Subject) bare(subject), placeless, Provenance.NONE);
  }

  /** Without the place where it stands: what changed no longer stands there. */
  private static Fact bare(Fact fact) {
    return Parts.create(fact.getClass(), Parts.values(fact), Parts.unknown(fact));
  }

  private static Fact renamed(Fact fact, String suffix) {
    Map<String, Object> values = Parts.values(fact);
    for (RecordComponent field : Parts.fields(fact.getClass())) {
      if (field.getName().equals("id") || Parts.refers(field)) {
        values.computeIfPresent(field.getName(), (name, id) -> id + suffix);
      }
    }
    return Parts.create(fact.getClass(), values, Parts.unknown(fact));
  }

  private Fact changed(Fact fact, Map<Section, List<String>> ids, LocalDate asOf) {
    RecordComponent field =
        any(
            Parts.fields(fact.getClass()).stream()
                .filter(each -> Parts.mayBeUnknown(each) && !ABOUT.contains(each.getName()))
                .toList());
    if (random.nextInt(3) == 0) {
      return random.nextBoolean() ? Parts.with(fact, field, null) : Parts.withUnknown(fact, field);
    }
    return Parts.with(fact, field, value(field, fact.id(), ids, asOf));
  }

  private <F extends Fact> F fact(
      Class<F> type, String id, Map<Section, List<String>> ids, LocalDate asOf) {
    Map<String, Object> values = new HashMap<>();
    Map<String, FieldOrigin> unknown = new HashMap<>();
    for (RecordComponent field : Parts.fields(type)) {
      Object value = null;
      if (ABOUT.contains(field.getName())) {
        if (field.getName().equals("confidence") && random.nextInt(8) == 0) {
          value = new BigDecimal("0.6");
        }
      } else if (random.nextInt(3) > 0) {
        value = value(field, id, ids, asOf);
      } else if (random.nextInt(3) == 0) {
        unknown.put(Names.inFile(field.getName()), Parts.UNKNOWN);
      }
      if (value != null) {
        values.put(field.getName(), value);
      }
    }
    values.put("id", id);
    unknown.remove("id");
    return Parts.create(type, values, unknown);
  }

  private @Nullable Object value(
      RecordComponent field, String id, Map<Section, List<String>> ids, LocalDate asOf) {
    Field rule = Parts.rule(field);
    Class<?> type = field.getType();
    if (field.getName().equals("id")) {
      return id;
    } else if (rule.country()) {
      return type == List.class ? List.of(any(COUNTRIES)) : any(COUNTRIES);
    } else if (!rule.catalogue().isEmpty()) {
      return any(List.copyOf(catalogue.ids(rule.catalogue())));
    } else if (Parts.refers(field)) {
      return reference(rule, id, ids);
    } else if (type == Boolean.class) {
      return random.nextBoolean();
    } else if (type.isEnum()) {
      return any(List.of(type.getEnumConstants()));
    } else if (type == LocalDate.class) {
      return asOf.plusDays(any(DAYS));
    } else if (type == Map.class) {
      return shares();
    } else if (field.getGenericType() instanceof ParameterizedType list) {
      Object[] constants = ((Class<?>) list.getActualTypeArguments()[0]).getEnumConstants();
      if (constants == null) {
        return any(seen.getOrDefault(field, List.of(List.of(PolicyEvent.EVERYBODY))));
      }
      // Not every constant goes with every other where one alone is the rule.
      return rule.oneOrMore()
          ? List.of(any(List.of(constants)))
          : Stream.generate(() -> any(List.of(constants)))
              .limit(random.nextInt(MOST_FACTS))
              .distinct()
              .toList();
    } else if (type == BigDecimal.class || type == Integer.class) {
      return number(field);
    }
    return any(seen.getOrDefault(field, List.of("something")));
  }

  /** Owners own what comes after them, so that they form no cycle. */
  private @Nullable String reference(Field rule, String id, Map<Section, List<String>> ids) {
    List<String> targets =
        rule.refersToAny()
            ? ids.values().stream().flatMap(List::stream).toList()
            : ids.getOrDefault(rule.refersTo(), List.of());
    List<String> before = targets.contains(id) ? targets.subList(0, targets.indexOf(id)) : targets;
    return before.isEmpty() ? null : any(before);
  }

  private Object number(RecordComponent field) {
    Field rule = Parts.rule(field);
    List<Object> known = seen.getOrDefault(field, List.of());
    if (!known.isEmpty() && random.nextBoolean()) {
      return any(known);
    }
    List<BigDecimal> possible =
        numbers.stream()
            .filter(
                number -> rule.min().isEmpty() || number.compareTo(new BigDecimal(rule.min())) >= 0)
            .filter(
                number -> rule.max().isEmpty() || number.compareTo(new BigDecimal(rule.max())) <= 0)
            .filter(number -> field.getType() == BigDecimal.class || isInt(number))
            .toList();
    BigDecimal number = possible.isEmpty() ? BigDecimal.ONE : any(possible);
    if (field.getType() == BigDecimal.class) {
      return number;
    }
    return number.intValueExact();
  }

  private static boolean isInt(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  private Map<String, BigDecimal> shares() {
    Map<String, BigDecimal> shares = new TreeMap<>();
    BigDecimal left = BigDecimal.ONE;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      BigDecimal most = left;
      List<BigDecimal> possible =
          numbers.stream()
              .filter(number -> number.signum() > 0 && number.compareTo(most) <= 0)
              .toList();
      String country = any(COUNTRIES);
      if (!possible.isEmpty() && !shares.containsKey(country)) {
        BigDecimal share = any(possible);
        shares.put(country, share);
        left = left.subtract(share);
      }
    }
    return shares;
  }

  /** From before the oldest rules of today's law to after the dates that are fixed now. */
  private LocalDate day() {
    return random.nextBoolean()
        ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700))
        : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(365 * 9));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
