package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.fact.Names;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and replaces components of records. */
public final class Components {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  /** What reflection tells of a record, asked once: it makes everything anew each time. */
  private record Shape(
      Map<String, RecordComponent> components,
      Map<String, Method> accessors,
      Set<String> inFile,
      @Nullable Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      Map<String, RecordComponent> components = new LinkedHashMap<>();
      Map<String, Method> accessors = new LinkedHashMap<>();
      if (type.isRecord()) {
        for (RecordComponent component : type.getRecordComponents()) {
          components.put(component.getName(), component);
          Method accessor = component.getAccessor();
          // Else each call asks anew whether it may.
          accessor.trySetAccessible();
          accessors.put(component.getName(), accessor);
        }
      }
      return new Shape(
          Collections.unmodifiableMap(components),
          Collections.unmodifiableMap(accessors),
          components.keySet().stream().map(Names::inFile).collect(Collectors.toSet()),
          type.isRecord() ? constructor(type, components) : null);
    }

    private static Constructor<?> constructor(
        Class<?> type, Map<String, RecordComponent> components) {
      try {
        return type.getDeclaredConstructor(
            components.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("no record: " + type, e);
      }
    }
  }

  private Components() {}

  /** A component of one type of record, looked up once. */
  public record Component(String name, Method accessor) {
    public @Nullable Object of(Object object) {
      return invoke(accessor, object);
    }
  }

  /**
   * A component to be read often.
   *
   * @throws IllegalArgumentException if records of that type have no such component
   */
  public static Component read(Class<?> type, String name) {
    return new Component(name, accessor(type, name));
  }

  public static boolean has(Class<?> type, String name) {
    return SHAPES.get(type).components().containsKey(name);
  }

  /** The names of the components of a record, in their order; none for other types. */
  public static Set<String> names(Class<?> type) {
    return SHAPES.get(type).components().keySet();
  }

  /** Whether a record has a component that a fact file writes under that name. */
  public static boolean hasInFile(Class<?> type, String key) {
    return SHAPES.get(type).inFile().contains(key);
  }

  public static @Nullable Object value(Object of, String name) {
    return invoke(accessor(of.getClass(), name), of);
  }

  private static Method accessor(Class<?> type, String name) {
    Method accessor = SHAPES.get(type).accessors().get(name);
    if (accessor == null) {
      throw new IllegalArgumentException(type + " has no component " + name);
    }
    return accessor;
  }

  private static @Nullable Object invoke(Method accessor, Object of) {
    try {
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessor + " of " + of.getClass(), e);
    }
  }

  /** A copy in which one component has another value. */
  public static Object with(Object original, String name, @Nullable Object value) {
    return make(original.getClass(), each -> each.equals(name) ? value : value(original, each));
  }

  /** A record of which only one component has a value. */
  static Object only(Class<?> type, String name, Object value) {
    return make(type, each -> each.equals(name) ? value : null);
  }

  /** A record of which no component has a value. */
  public static Object nothing(Class<?> type) {
    return make(type, each -> null);
  }

  private static Object make(Class<?> type, Function<String, @Nullable Object> valueOf) {
    Shape shape = SHAPES.get(type);
    Constructor<?> constructor = shape.constructor();
    if (constructor == null) {
      throw new IllegalArgumentException(type + " is no record");
    }
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    int i = 0;
    for (String component : shape.components().keySet()) {
      values[i++] = valueOf.apply(component);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  public static RecordComponent component(Class<?> type, String name) {
    RecordComponent component = SHAPES.get(type).components().get(name);
    if (component == null) {
      throw new IllegalArgumentException(type + " has no component " + name);
    }
    return component;
  }
}
