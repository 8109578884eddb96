package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.fact.Fact;
import java.util.Collection;
import java.util.List;

/** Which changes an edit may make. */
public interface Choices {
  /** Any change at all. */
  Choices ANY =
      new Choices() {
        @Override
        public boolean allow(Change change, Collection<Change> all) {
          return true;
        }

        @Override
        public List<Offer> offers(Fact fact, String field, List<Object> values) {
          return List.of();
        }
      };

  /**
   * Something else to choose, with which a field that cannot be changed alone has another value.
   *
   * @param changes what is chosen, such as another product, and what goes with it
   * @param value the value that the field then has
   */
  record Offer(List<Change> changes, Object value) {
    /** Copies the list. */
    public Offer {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Whether an edit may make a change.
   *
   * @param all the changes of the edit
   */
  boolean allow(Change change, Collection<Change> all);

  /** Whether an edit may make these changes. */
  default boolean allow(Collection<Change> all) {
    return all.stream().allMatch(change -> allow(change, all));
  }

  /**
   * What may be chosen so that a field has another value.
   *
   * @param field a field, by the name it has in a fact file, that may not be changed alone
   * @param values values worth trying; others may be offered
   */
  List<Offer> offers(Fact fact, String field, List<Object> values);
}
