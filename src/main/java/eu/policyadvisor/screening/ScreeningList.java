package eu.policyadvisor.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screening list as read.
 *
 * @param format the form it was read from
 * @param date the day it is of; null where it does not say
 * @param rows the parties on it
 */
public record ScreeningList(ListFormat format, @Nullable LocalDate date, List<ListRow> rows) {
  /** Copies the rows. */
  public ScreeningList {
    rows = List.copyOf(rows);
  }
}
