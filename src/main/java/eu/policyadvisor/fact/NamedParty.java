package eu.policyadvisor.fact;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a field of a fact names a party, such as the customer of an export.
 *
 * @param by the fact
 * @param field the field, by the name it has in a fact file
 * @param name what the fact calls the party: an id or a name
 * @param role what the party is to the fact
 */
public record NamedParty(Fact by, String field, String name, PartyRole role) {
  private static final ClassValue<List<NamingField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<NamingField> computeValue(Class<?> type) {
          List<NamingField> naming = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            Field rule = component.getAnnotation(Field.class);
            if (rule != null && rule.party().length > 0) {
              naming.add(new NamingField(Names.inFile(component.getName()), rule.party()[0]));
            }
          }
          return List.copyOf(naming);
        }
      };

  private record NamingField(String key, PartyRole role) {}

  /** The parties that a fact names, in the order of its fields. */
  public static Stream<NamedParty> in(Fact fact) {
    return FIELDS.get(fact.getClass()).stream()
        .filter(field -> fact.value(field.key()) != null)
        .map(
            field ->
                new NamedParty(
                    fact, field.key(), String.valueOf(fact.value(field.key())), field.role()));
  }
}
