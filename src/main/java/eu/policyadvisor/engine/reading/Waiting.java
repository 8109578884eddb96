package eu.policyadvisor.engine.reading;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What depends on values that are not known.
 *
 * @param possible rules with conclusions that did not come and may come
 * @param presumed rules with conclusions that came and may fall; of several rules by which one
 *     came, the one that waits for the least
 * @param mayCome findings and recommendations that did not come and may come, each with the values
 *     that the lightest way to it awaits
 * @param mayFall conclusions that came and may fall, each with the values of which another one
 *     would make it fall
 * @param alone the values of which one alone may bring or take away a conclusion, each with what is
 *     worth trying; empty where that was not asked for
 */
public record Waiting(
    List<Open> possible,
    List<Open> presumed,
    Map<Conclusion, Set<OpenValue>> mayCome,
    Map<Conclusion, Set<OpenValue>> mayFall,
    Map<OpenValue, List<Object>> alone) {
  /** Nothing depends on anything. */
  public static final Waiting NOTHING =
      new Waiting(List.of(), List.of(), Map.of(), Map.of(), Map.of());

  /** Copies the lists. */
  public Waiting {
    possible = List.copyOf(possible);
    presumed = List.copyOf(presumed);
    mayCome = Collections.unmodifiableMap(new LinkedHashMap<>(mayCome));
    mayFall = Collections.unmodifiableMap(new LinkedHashMap<>(mayFall));
    alone = Collections.unmodifiableMap(new LinkedHashMap<>(alone));
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
