package eu.policyadvisor.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A threshold or other number that rules compare with.
 *
 * @param name unique name, such as {@code crma.single-country-share}
 * @param value the number
 * @param validFrom first day on which it holds, or null for always
 * @param validTo last day on which it holds, or null for no end
 * @param reference where it comes from
 * @param verified whether the figure was checked against its source
 * @param reviewOn the day from which the figure is to be confirmed, or null
 */
public record Parameter(
    String name,
    BigDecimal value,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String reference,
    boolean verified,
    @Nullable LocalDate reviewOn)
    implements Named {

  /** Strips trailing zeros, so that equal numbers are equal. */
  public Parameter {
    value = value.stripTrailingZeros();
  }

  /** Whether the value holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
