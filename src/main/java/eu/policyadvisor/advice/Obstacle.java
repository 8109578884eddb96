package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import java.util.List;

/** A condition that keeps a rule from concluding. */
public sealed interface Obstacle {

  /** The condition in words, with the values that it compares with filled in. */
  String needed();

  /**
   * A value that the condition does not accept.
   *
   * @param fact the nearest fact
   * @param fields the fields that the condition reads, by the name they have in a fact file
   * @param needed the condition
   */
  record Value(Fact fact, List<String> fields, String needed) implements Obstacle {
    /** Copies the fields. */
    public Value {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A list holds no fact to meet the condition, or no further one.
   *
   * @param section the list
   * @param stated whether the fact set states it
   * @param needed the condition
   */
  record NoFact(Section section, boolean stated, String needed) implements Obstacle {}

  /**
   * A conclusion that the rule builds on and that did not come.
   *
   * @param ways the nearest attempt of each rule that could have concluded it, the nearest first;
   *     empty when none of them is in force
   * @param needed the condition
   */
  record NotConcluded(List<NearMiss> ways, String needed) implements Obstacle {
    /** Copies the attempts. */
    public NotConcluded {
      ways = List.copyOf(ways);
    }
  }

  /**
   * Something is there that should not be.
   *
   * @param found what it is
   * @param needed the condition
   */
  record Present(List<Premise> found, String needed) implements Obstacle {
    /** Copies what was found. */
    public Present {
      found = List.copyOf(found);
    }
  }

  /**
   * A total over several facts that the condition does not accept.
   *
   * @param over the facts
   * @param total what they come to, in words
   * @param needed the condition
   */
  record Total(List<Fact> over, String total, String needed) implements Obstacle {
    /** Copies the facts. */
    public Total {
      over = List.copyOf(over);
    }
  }

  /**
   * A parameter or country group that does not hold on the as-of date, or whose value is not met.
   *
   * @param needed the condition
   */
  record Reference(String needed) implements Obstacle {}
}
