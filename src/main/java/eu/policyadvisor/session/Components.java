package eu.policyadvisor.session;

import eu.policyadvisor.fact.Names;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and replaces components of records. */
final class Components {
  private static final ClassValue<Map<String, RecordComponent>> BY_NAME =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          return components == null
              ? Map.of()
              : Arrays.stream(components)
                  .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, each -> each));
        }
      };

  private Components() {}

  static boolean has(Class<?> type, String name) {
    return BY_NAME.get(type).containsKey(name);
  }

  /** Whether a record has a component that a fact file writes under that name. */
  static boolean hasInFile(Class<?> type, String key) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(component -> Names.inFile(component.getName()).equals(key));
  }

  static @Nullable Object value(Object of, String name) {
    try {
      return component(of.getClass(), name).getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + name + " of " + of.getClass(), e);
    }
  }

  /** All values of a closed type: both truth values, or all constants; empty for open types. */
  static List<Object> values(Class<?> of, String name) {
    Class<?> type = component(of, name).getType();
    if (type == Boolean.class) {
      return List.of(true, false);
    }
    Object[] constants = type.getEnumConstants();
    return constants == null ? List.of() : List.of(constants);
  }

  /** A copy in which one component has another value. */
  static Object with(Object original, String name, Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(original);
      }
      Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy a " + original.getClass(), e);
    }
  }

  private static RecordComponent component(Class<?> type, String name) {
    RecordComponent component = BY_NAME.get(type).get(name);
    if (component == null) {
      throw new IllegalArgumentException(type + " has no component " + name);
    }
    return component;
  }
}
