package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.util.Comparator;

/**
 * A value that is not known.
 *
 * @param fact the fact
 * @param field the field, by the name it has in a fact file
 */
public record OpenValue(Fact fact, String field) implements Comparable<OpenValue> {

  private static final Comparator<OpenValue> ORDER =
      Comparator.comparing((OpenValue value) -> value.fact().section())
          .thenComparing(value -> value.fact().id())
          .thenComparing(OpenValue::field);

  /** Whether the file says {@code unknown}, as opposed to saying nothing. */
  public boolean asked() {
    return fact.provenance().fields().containsKey(field);
  }

  /**
   * Whether its fact is in the file. What is known by name only, or from the catalogue, has no
   * place that takes a value.
   */
  public boolean isStated(FactSet facts) {
    Section list = fact.section();
    return list == Section.NONE
        || facts.facts(list).stream().anyMatch(each -> each.id().equals(fact.id()));
  }

  /** Of the id only: values are hashed often, and ids tell facts apart. */
  @Override
  public int hashCode() {
    return 31 * fact.id().hashCode() + field.hashCode();
  }

  @Override
  public int compareTo(OpenValue other) {
    return ORDER.compare(this, other);
  }
}
