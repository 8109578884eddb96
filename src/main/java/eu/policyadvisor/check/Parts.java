package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes facts apart and puts them together again with other values. */
public final class Parts {
  private static final ClassValue<List<RecordComponent>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(component -> component.isAnnotationPresent(Field.class))
              .toList();
        }
      };

  private Parts() {}

  /** The fields of a kind of fact, the id first. */
  public static List<RecordComponent> fields(Class<? extends Fact> type) {
    return FIELDS.get(type);
  }

  public static Field rule(RecordComponent field) {
    return Objects.requireNonNull(field.getAnnotation(Field.class));
  }

  public static boolean mayBeUnknown(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether the field names another fact of the set. */
  public static boolean refers(RecordComponent field) {
    return rule(field).refersToAny() || rule(field).refersTo() != Section.NONE;
  }

  public static @Nullable Object value(Fact fact, RecordComponent field) {
    return fact.value(Names.inFile(field.getName()));
  }

  /** The values of all fields that are known. */
  static Map<String, Object> values(Fact fact) {
    Map<String, Object> values = new HashMap<>();
    for (RecordComponent field : fields(fact.getClass())) {
      Object value = value(fact, field);
      if (value != null) {
        values.put(field.getName(), value);
      }
    }
    return values;
  }

  /** The same fact with another value of one field; null says that nobody asked for it. */
  public static Fact with(Fact fact, RecordComponent field, @Nullable Object value) {
    Map<String, Object> values = values(fact);
    Map<String, FieldOrigin> unknown = unknown(fact);
    unknown.remove(Names.inFile(field.getName()));
    if (value == null) {
      values.remove(field.getName());
    } else {
      values.put(field.getName(), value);
    }
    return create(fact.getClass(), values, unknown);
  }

  /** The same fact, but one field was asked for and is not known. */
  public static Fact withUnknown(Fact fact, RecordComponent field) {
    Map<String, Object> values = values(fact);
    values.remove(field.getName());
    Map<String, FieldOrigin> unknown = unknown(fact);
    unknown.put(Names.inFile(field.getName()), UNKNOWN);
    return create(fact.getClass(), values, unknown);
  }

  static final FieldOrigin UNKNOWN =
      new FieldOrigin(FieldOrigin.Kind.UNKNOWN, 0, 0, 0, 0, "unknown", null);

  /** The fields of which the fact says that they are not known; where it stands does not matter. */
  static Map<String, FieldOrigin> unknown(Fact fact) {
    Map<String, FieldOrigin> unknown = new HashMap<>();
    fact.provenance()
        .fields()
        .forEach(
            (field, origin) -> {
              if (origin.kind() == FieldOrigin.Kind.UNKNOWN) {
                unknown.put(field, UNKNOWN);
              }
            });
    return unknown;
  }

  /** A fact of these values, by the names of the components. */
  static <F extends Fact> F create(
      Class<F> type, Map<String, Object> values, Map<String, FieldOrigin> unknown) {
    Map<String, Object> inFile = new HashMap<>();
    values.forEach((name, value) -> inFile.put(Names.inFile(name), value));
    return Fact.of(type, inFile, new Provenance("", "", 0, 0, unknown));
  }
}
