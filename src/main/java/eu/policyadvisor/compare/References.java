package eu.policyadvisor.compare;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which other facts a fact names. */
final class References {
  private References() {}

  /** The fields that name other facts, by the names they have in a fact file. */
  static List<String> fields(Fact fact) {
    return Stream.of(fact.getClass().getRecordComponents())
        .filter(
            component -> {
              Field rule = component.getAnnotation(Field.class);
              return rule != null && (rule.refersToAny() || rule.refersTo() != Section.NONE);
            })
        .map(component -> Names.inFile(component.getName()))
        .toList();
  }

  /** The ids that stand in a field. */
  static List<String> of(Fact fact, String field) {
    Object value = fact.value(field);
    if (value instanceof Collection<?> ids) {
      return ids.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }
}
