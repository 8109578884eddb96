package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Records;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as a file states it.
 *
 * @param key its name in a file
 * @param type its type
 * @param nullable whether it may be left out
 * @param rule what the annotation of a fact says about it; null for records that are no facts
 * @param origin the component
 */
public record Component(
    String key, Type type, boolean nullable, @Nullable Field rule, RecordComponent origin) {

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(component -> component.getType() != Provenance.class)
              .map(Component::of)
              .toList();
        }
      };

  private static Component of(RecordComponent component) {
    return new Component(
        Names.inFile(component.getName()),
        component.getGenericType(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        component.getAnnotation(Field.class),
        component);
  }

  /** The components of a record, without its provenance. */
  public static List<Component> of(Class<?> type) {
    return COMPONENTS.get(type);
  }

  /** Whether a fact states a country, or countries, here. */
  public boolean isCountry() {
    return rule != null && rule.country();
  }

  boolean isOneOrMore() {
    return rule != null && rule.oneOrMore();
  }

  /** The value a record has here. */
  public @Nullable Object of(Record owner) {
    return Records.value(owner, key);
  }

  /** A record of these values, by key; {@code provenance} is the key of the provenance. */
  public static <R> R create(Class<R> type, Map<String, Object> values) {
    return Records.make(type, values::get);
  }
}
