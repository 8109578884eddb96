package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Provenance;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
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
record Component(
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
    // Else each call asks anew whether it may.
    component.getAccessor().trySetAccessible();
    return new Component(
        Words.key(component.getName()),
        component.getGenericType(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        component.getAnnotation(Field.class),
        component);
  }

  /** The components of a record, without its provenance. */
  static List<Component> of(Class<?> type) {
    return COMPONENTS.get(type);
  }

  boolean isCountry() {
    return rule != null && rule.country();
  }

  /** The value a record has here. */
  @Nullable Object of(Record owner) {
    try {
      return origin.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(origin + " cannot be read", e);
    }
  }

  /** How records of a type are made, asked of reflection once. */
  private record Maker(Constructor<?> constructor, List<String> keys) {
    private static final ClassValue<Maker> MAKERS =
        new ClassValue<>() {
          @Override
          protected Maker computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
              return new Maker(
                  type.getDeclaredConstructor(
                      Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new)),
                  Stream.of(components).map(each -> Words.key(each.getName())).toList());
            } catch (NoSuchMethodException e) {
              throw new IllegalStateException("no record: " + type, e);
            }
          }
        };
  }

  /** A record of these values, by key; {@code provenance} is the key of the provenance. */
  static <R> R create(Class<R> type, Map<String, Object> values) {
    Maker maker = Maker.MAKERS.get(type);
    try {
      return type.cast(
          maker.constructor().newInstance(maker.keys().stream().map(values::get).toArray()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
