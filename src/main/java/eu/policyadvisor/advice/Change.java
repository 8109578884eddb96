package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import org.jspecify.annotations.Nullable;

/** One step of an {@link Edit}. */
public sealed interface Change {

  /** The list that is changed; {@link Section#NONE} for the subject. */
  Section section();

  /**
   * Gives a field of a fact a value.
   *
   * @param section the list of the fact
   * @param id the fact; of the subject its id too
   * @param field the field, by the name it has in a fact file
   * @param value the value, of the type of the field; null says that it is not known
   */
  record Put(Section section, String id, String field, @Nullable Object value) implements Change {}

  /**
   * Adds a fact to its list.
   *
   * @param fact the fact
   */
  record Add(Fact fact) implements Change {
    @Override
    public Section section() {
      return fact.section();
    }
  }

  /**
   * Takes a fact off its list.
   *
   * @param section the list
   * @param id the fact
   */
  record Remove(Section section, String id) implements Change {}

  /**
   * States a list, which is empty unless facts are added to it.
   *
   * @param section the list
   */
  record State(Section section) implements Change {}
}
