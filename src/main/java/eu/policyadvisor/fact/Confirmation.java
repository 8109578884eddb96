package eu.policyadvisor.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody saw which legal state an instrument of the catalogue had on a day. It holds from
 * that day on, in place of what the catalogue says.
 *
 * @param instrument id of the instrument in the catalogue
 * @param status its legal state
 * @param date the day on which it had that state
 * @param until the last day of that state, where the source names it, or null; what comes after is
 *     not known then
 * @param source where it was seen: a document, a page of an official journal, a link
 * @param who saw it
 * @param note what else there is to say, or null
 * @param provenance where the confirmation stands
 */
public record Confirmation(
    String instrument,
    InstrumentStatus status,
    LocalDate date,
    @Nullable LocalDate until,
    String source,
    String who,
    @Nullable String note,
    Provenance provenance) {

  /** The same word of another instrument, for which something follows from it. */
  public Confirmation of(String instrument, InstrumentStatus status) {
    return new Confirmation(instrument, status, date, until, source, who, note, provenance);
  }

  /**
   * When its subject is to be confirmed again: after its last day, if it has one; else when it was
   * to be confirmed anyway, unless that is done by this confirmation.
   *
   * @param reviewOn when it was to be confirmed, or null for never
   * @return null for never
   */
  public @Nullable LocalDate reviewAfter(@Nullable LocalDate reviewOn) {
    if (until != null) {
      return until.plusDays(1);
    }
    return reviewOn == null || !date.isBefore(reviewOn) ? null : reviewOn;
  }

  /** Whose word it is, such as {@code confirmed by J. Doe on 2026-11-12: 91 FR 1}. */
  public String words() {
    return "confirmed by " + who + " on " + date + ": " + source;
  }
}
