package eu.policyadvisor.fact;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and makes records by the names that their components have in a file. What reflection tells
 * of a type is asked once: it makes everything anew each time.
 */
public final class Records {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private record Shape(Map<String, Method> accessors, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Map<String, Method> accessors = new LinkedHashMap<>();
      for (RecordComponent component : components) {
        Method accessor = component.getAccessor();
        // Else each call asks anew whether it may.
        accessor.trySetAccessible();
        accessors.put(Names.inFile(component.getName()), accessor);
      }
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.trySetAccessible();
        return new Shape(accessors, constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("no record: " + type, e);
      }
    }
  }

  private Records() {}

  /**
   * The value of a component.
   *
   * @param key the name of the component in a file
   * @throws IllegalArgumentException if records of this type have no such component
   */
  public static @Nullable Object value(Record of, String key) {
    Method accessor = SHAPES.get(of.getClass()).accessors().get(key);
    if (accessor == null) {
      throw new IllegalArgumentException(of.getClass().getSimpleName() + " has no field " + key);
    }
    try {
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }

  /** The values of all components by the names that these have in a file, in their order. */
  static Map<String, @Nullable Object> byKey(Record of) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    SHAPES.get(of.getClass()).accessors().keySet().forEach(key -> values.put(key, value(of, key)));
    return values;
  }

  /** The values of all components, in their order. */
  public static Stream<@Nullable Object> values(Record of) {
    return SHAPES.get(of.getClass()).accessors().keySet().stream().map(key -> value(of, key));
  }

  /**
   * A record.
   *
   * @param valueOf the value of each component, by its name in a file
   */
  public static <R> R make(Class<R> type, Function<String, ? extends @Nullable Object> valueOf) {
    Shape shape = SHAPES.get(type);
    try {
      return type.cast(
          shape
              .constructor()
              .newInstance(shape.accessors().keySet().stream().map(valueOf).toArray()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }
}
