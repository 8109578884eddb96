package eu.policyadvisor.explain;

import eu.policyadvisor.fact.Names;

/** How much of a proof is shown. */
public enum Depth {
  /** The conclusion and the values that decided it. */
  SHORT,
  /** The strongest way to each conclusion, trivial steps folded. */
  NORMAL,
  /** Every way and every step. */
  FULL;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return Names.inFile(this);
  }
}
