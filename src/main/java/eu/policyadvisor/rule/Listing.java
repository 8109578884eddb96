package eu.policyadvisor.rule;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a party of the catalogue is, or was, on a list.
 *
 * @param list the list
 * @param since the first day of it
 * @param until the last day of it, or null where it stands
 * @param source where it was seen, or null
 * @param verified whether it was seen in a source
 * @param note for those who edit the file, or null
 */
public record Listing(
    PartyList list,
    LocalDate since,
    @Nullable LocalDate until,
    @Nullable String source,
    boolean verified,
    @Nullable String note) {

  /** Whether the party is on the list on a day. */
  public boolean holdsOn(LocalDate day) {
    return !since.isAfter(day) && (until == null || !until.isBefore(day));
  }
}
