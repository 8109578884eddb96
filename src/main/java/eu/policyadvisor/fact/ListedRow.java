package eu.policyadvisor.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a screening list that a value was taken from, or that a name resembles.
 *
 * @param list id of the list, such as {@code us-csl}
 * @param date the day the list is of
 * @param dated whether the list itself or its user says so; else it is the day of import
 * @param line line of the row in the file of the list, from 1
 * @param name the name as listed that was compared
 * @param source whose list it is
 * @param effect what the listing does in law, in the words of the list
 * @param since the day it was listed; null where the list does not say
 * @param how which words agree, and which do not
 * @param confidence how sure it is that the party is meant, from 0 to 1
 */
public record ListedRow(
    String list,
    LocalDate date,
    boolean dated,
    int line,
    String name,
    String source,
    String effect,
    @Nullable LocalDate since,
    String how,
    BigDecimal confidence) {

  /** From so many days on, a list may lack parties that were put on it since. */
  public static final int OLD_AFTER_DAYS = 30;

  /** {@code us-csl of 2026-11-20, line 12}. */
  public String reference() {
    return list + " of " + date + ", line " + line;
  }

  /** The day from which on the list is no longer recent enough to be relied on. */
  public LocalDate reviewOn() {
    return date.plusDays(OLD_AFTER_DAYS + 1L);
  }
}
