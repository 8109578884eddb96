package eu.policyadvisor.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A law, guidance, decision or report in the reference catalogue.
 *
 * @param id its id in the catalogue
 * @param title how a report names it
 * @param reference its official identifier: CELEX number, CFR section, Federal Register page; or
 *     null
 * @param date the day from which advice may cite it: the date it bears, or, where its note says so,
 *     a day on which it was surely there
 * @param status its legal state
 * @param link where it can be read, or null
 * @param source where its content was seen, or null
 * @param verified whether its content was checked against a source
 * @param reviewOn the day from which its status is to be confirmed, or null
 */
public record Instrument(
    String id,
    String title,
    @Nullable String reference,
    LocalDate date,
    Status status,
    @Nullable String link,
    @Nullable String source,
    boolean verified,
    @Nullable LocalDate reviewOn) {

  /** Whether it bears no later date than a day. */
  public boolean existsOn(LocalDate day) {
    return !date.isAfter(day);
  }

  /** Legal state of an instrument. */
  public enum Status {
    /** Applies. */
    IN_FORCE,
    /** Applies in part; other parts from a later date. */
    PARTLY_APPLICABLE,
    /** Proposed; binds nobody. */
    PROPOSED,
    /** Suspended until a date. */
    SUSPENDED,
    /** Withdrawn. */
    RESCINDED,
    /** State after the catalogue was compiled could not be established. */
    UNKNOWN_AFTER_CUTOFF,
    /** A report, strategy or guidance: informs, does not bind. */
    NOT_BINDING
  }
}
