package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same facts and thresholds for peers outside this JVM. */
record ExternalFacts(List<Fact> facts, Thresholds thresholds) {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  static ExternalFacts of(List<Object> memory) {
    return new ExternalFacts(
        memory.stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList(),
        Thresholds.of(memory));
  }

  /** Templates and globals, which the rules need. */
  String clipsDeclarations() {
    StringBuilder clips = new StringBuilder("(set-reset-globals FALSE)\n");
    Map<String, Object> limits = limits();
    limits.forEach(
        (name, value) ->
            clips
                .append("(defglobal ?*")
                .append(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .append("* = ")
                .append(
                    value instanceof Collection<?> many
                        ? many.stream()
                            .map(ExternalFacts::clips)
                            .collect(Collectors.joining(" ", "(create$ ", ")"))
                        : clips(value))
                .append(")\n"));
    Set<Class<?>> kinds = new LinkedHashSet<>();
    facts.forEach(fact -> kinds.add(fact.getClass()));
    for (Class<?> kind : kinds) {
      clips.append("(deftemplate ").append(kind.getSimpleName());
      for (RecordComponent component : kind.getRecordComponents()) {
        if (isPlain(component)) {
          clips.append(" (slot ").append(component.getName()).append(')');
        } else if (isList(component)) {
          clips.append(" (slot ").append(component.getName()).append("Known)");
          clips.append(" (multislot ").append(component.getName()).append(')');
        }
      }
      clips.append(")\n");
    }
    return clips.toString();
  }

  /** The facts, which each reset asserts; the last says that they are complete. */
  String clipsFacts() {
    StringBuilder clips = new StringBuilder("(deffacts facts\n");
    for (Fact fact : facts) {
      clips.append("  (").append(fact.getClass().getSimpleName());
      for (RecordComponent component : fact.getClass().getRecordComponents()) {
        Object value = value(fact, component);
        String name = component.getName();
        if (isPlain(component)) {
          clips.append(" (").append(name).append(' ').append(clips(value)).append(')');
        } else if (isList(component)) {
          StringJoiner items = new StringJoiner(" ");
          if (value instanceof Collection<?> many) {
            many.forEach(item -> items.add(clips(item)));
          }
          clips.append(" (").append(name).append("Known ");
          clips.append(value == null ? "FALSE)" : "TRUE)");
          clips.append(" (").append(name).append(' ').append(items).append(')');
        }
      }
      clips.append(")\n");
    }
    return clips.append("  (loaded))\n").toString();
  }

  private Map<String, Object> limits() {
    Map<String, Object> limits = new LinkedHashMap<>();
    for (RecordComponent component : Thresholds.class.getRecordComponents()) {
      limits.put(component.getName(), value(thresholds, component));
    }
    return limits;
  }

  private static boolean isPlain(RecordComponent component) {
    Class<?> type = component.getType();
    return type.isEnum()
        || type == String.class
        || type == Boolean.class
        || type == Integer.class
        || type == BigDecimal.class
        || type == LocalDate.class
        || (type == Fact.class && component.getDeclaringRecord() == CountryShare.class);
  }

  private static boolean isList(RecordComponent component) {
    return component.getType() == List.class;
  }

  private static @Nullable Object value(Object of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String clips(@Nullable Object value) {
    if (value == null) {
      return "nil";
    }
    if (value instanceof Boolean yes) {
      return yes ? "TRUE" : "FALSE";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof BigDecimal || value instanceof Integer) {
      return new BigDecimal(value.toString()).multiply(TEN_THOUSAND).toBigInteger().toString();
    }
    if (value instanceof LocalDate date) {
      return Integer.toString(number(date));
    }
    String text = value instanceof Fact fact ? fact.id() : value.toString();
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static int number(LocalDate date) {
    return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }
}
