package eu.policyadvisor.rule;

import java.math.BigDecimal;

/**
 * How far a conclusion can be relied on: the weakest link of the chain that led to it.
 *
 * @param value from 0 to 1
 */
public record Confidence(BigDecimal value) implements Comparable<Confidence> {

  /** Nothing detracts from it. */
  public static final Confidence FULL = new Confidence(BigDecimal.ONE);

  private static final BigDecimal HIGH = new BigDecimal("0.75");
  private static final BigDecimal MEDIUM = new BigDecimal("0.5");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the value is not between 0 and 1
   */
  public Confidence {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("confidence " + value.toPlainString() + " is not in 0..1");
    }
  }

  /** In words: high from 0.75, medium from 0.5, low below. */
  public String words() {
    if (value.compareTo(HIGH) >= 0) {
      return "high";
    }
    return value.compareTo(MEDIUM) >= 0 ? "medium" : "low";
  }

  /** The lower of the two. */
  public Confidence min(Confidence other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Confidence other) {
    return value.compareTo(other.value);
  }
}
