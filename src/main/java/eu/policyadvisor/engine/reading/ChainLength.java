package eu.policyadvisor.engine.reading;

import eu.policyadvisor.fact.Fact;
import java.util.Collection;

/** How many conclusions the facts can explain, where rules build on each other. */
public final class ChainLength {
  private static final int LONGEST = 1_000;
  private static final int FOR_EACH = 10;

  private ChainLength() {}

  /** How many conclusions may build on each other, one on the other. */
  public static int longest(Collection<?> workingMemory) {
    return LONGEST + forFacts(FOR_EACH, workingMemory);
  }

  /** So many for each fact. */
  public static int forFacts(int each, Collection<?> workingMemory) {
    long facts = workingMemory.stream().filter(Fact.class::isInstance).count();
    return (int) Math.min(each * facts, Integer.MAX_VALUE / 2);
  }
}
