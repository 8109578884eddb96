package eu.policyadvisor.engine.reading;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Section;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What depends on values that are not known.
 *
 * @param possible rules with conclusions that did not come and may come
 * @param presumed rules with conclusions that came and may fall; of several rules by which one
 *     came, the one that waits for the least
 */
public record Waiting(List<Open> possible, List<Open> presumed) {
  /** Copies the lists. */
  public Waiting {
    possible = List.copyOf(possible);
    presumed = List.copyOf(presumed);
  }

  /**
   * A rule and what its conclusions wait for.
   *
   * @param rule id of the rule
   * @param awaits the values; not those of a conclusion that waits for a list first: values of a
   *     fact matter when it is there
   * @param lists the lists, which are not stated
   */
  public record Open(String rule, Set<OpenValue> awaits, Set<Section> lists) {
    /** Copies the values, which keep their order, and the lists. */
    public Open {
      awaits = Collections.unmodifiableSet(new LinkedHashSet<>(awaits));
      lists = Set.copyOf(lists);
    }
  }
}
