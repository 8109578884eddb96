package eu.policyadvisor.explain;

/** How much of a proof is shown. */
public enum Depth {
  /** The conclusion and the values that decided it. */
  SHORT,
  /** The strongest way to each conclusion, trivial steps folded. */
  NORMAL,
  /** Every way and every step. */
  FULL
}
