package eu.policyadvisor.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody controls a party of the catalogue, or did.
 *
 * @param owner who controls it, by id or name; another party of the catalogue where there is one
 * @param hq headquarters of the company at the top of the ownership chain, or null if not known
 * @param since the first day of it, or null where it was always so
 * @param until the last day of it, or null where it still is so
 */
public record Owner(
    String owner, @Nullable String hq, @Nullable LocalDate since, @Nullable LocalDate until) {

  /** Whether it is so on a day. */
  public boolean holdsOn(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || !until.isBefore(day));
  }

  /** Whether there is a day on which both hold. */
  public boolean overlaps(Owner other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Owner other) {
    return since == null || other.until == null || !since.isAfter(other.until);
  }
}
