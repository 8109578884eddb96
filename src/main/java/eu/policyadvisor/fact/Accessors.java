package eu.policyadvisor.fact;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the fields of facts are read, asked of reflection once. */
final class Accessors {
  /** For each kind of fact its accessors, by the name of the field in a fact file. */
  static final ClassValue<Map<String, Method>> OF =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> kind) {
          return Stream.of(kind.getRecordComponents())
              .collect(
                  Collectors.toUnmodifiableMap(
                      component -> Names.inFile(component.getName()),
                      RecordComponent::getAccessor));
        }
      };

  private Accessors() {}
}
