package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * @param kind what it is
 * @param jurisdiction whose it is: {@code EU}, a country, or {@code general} where it is nobody's
 *     law
 * @param reachesAbroad whether it claims to bind anybody who handles the thing, wherever they are
 * @param concerns the countries that it speaks of; empty where it speaks of all
 * @param states its legal states, the earliest first, which begins on its date
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
    Kind kind,
    String jurisdiction,
    boolean reachesAbroad,
    Set<String> concerns,
    List<State> states,
    @Nullable String link,
    @Nullable String source,
    boolean verified,
    @Nullable LocalDate reviewOn) {

  /** The jurisdiction of what is nobody's law, such as a study. */
  public static final String GENERAL = "general";

  /** The jurisdiction of the Union. */
  public static final String UNION = "EU";

  /**
   * A legal state, until the next one begins.
   *
   * @param from its first day
   * @param status the state
   */
  public record State(LocalDate from, Status status) {}

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if no state is given
   */
  public Instrument {
    concerns = Collections.unmodifiableSet(new TreeSet<>(concerns));
    states = List.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("instrument " + id + " has no state");
    }
  }

  /** Whether it bears no later date than a day. */
  public boolean existsOn(LocalDate day) {
    return !date.isAfter(day);
  }

  /** Its last legal state that is known. */
  public Status status() {
    return states.get(states.size() - 1).status();
  }

  /** The same as it stood on a day, without what came later; before its date, its first state. */
  public Instrument on(LocalDate day) {
    List<State> until = states.stream().filter(each -> !each.from().isAfter(day)).toList();
    return until.size() == states.size()
        ? this
        : new Instrument(
            id,
            title,
            reference,
            date,
            kind,
            jurisdiction,
            reachesAbroad,
            concerns,
            until.isEmpty() ? states.subList(0, 1) : until,
            link,
            source,
            verified,
            reviewOn);
  }

  /** Whether it can be the ground of a duty: whoever it addresses has to keep to it. */
  public boolean binds() {
    return (kind == Kind.LAW || kind == Kind.JUDGMENT)
        && (status() == Status.IN_FORCE || status() == Status.PARTLY_APPLICABLE);
  }

  /** What an instrument is. */
  public enum Kind {
    /** Law, also a proposal of one. */
    LAW,
    /** A judgment of a court; it says what the law is. */
    JUDGMENT,
    /** A decision of an authority; it binds whom it names. */
    DECISION,
    /** What an authority says of the law that it applies. */
    GUIDANCE,
    /** A licence or terms of a private party. */
    LICENCE,
    /** A strategy, plan or programme. */
    POLICY,
    /** A report or study. */
    STUDY
  }

  /** Legal state of an instrument. */
  public enum Status {
    /** Applies. */
    IN_FORCE,
    /** Applies in part; other parts from a later date. */
    PARTLY_APPLICABLE,
    /** Adopted; applies from a later date. */
    ADOPTED,
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
