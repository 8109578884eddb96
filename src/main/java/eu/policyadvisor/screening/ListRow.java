package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party on a screening list.
 *
 * @param line line of the row in its file, from 1
 * @param source whose list it is, in the words of the file
 * @param name its name as listed
 * @param aliases other names as listed
 * @param countries countries of its addresses, in two letters
 * @param person whether it is a person
 * @param effect what the listing does in law, in the words of the file
 * @param reference the act that put it there; empty where the file does not say
 * @param since the day it was listed; null where the file does not say
 * @param until the day from which it is no longer listed; null for none
 * @param lists the lists of parties, as facts name them, that the row is on
 */
public record ListRow(
    int line,
    String source,
    String name,
    List<String> aliases,
    Set<String> countries,
    boolean person,
    String effect,
    String reference,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Set<PartyList> lists) {

  /** Copies the lists. */
  public ListRow {
    aliases = List.copyOf(aliases);
    countries = Set.copyOf(countries);
    lists = Set.copyOf(lists);
  }

  /** Whether it is listed on a day, as far as the file says. */
  public boolean holdsOn(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || until.isAfter(day));
  }
}
