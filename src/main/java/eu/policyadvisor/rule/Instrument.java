package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.InstrumentStatus;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param suspends ids of the instruments that it suspends, in whole or in part, while it is in
 *     force
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
    @Nullable LocalDate reviewOn,
    Set<String> suspends) {

  /** The jurisdiction of what is nobody's law, such as a study. */
  public static final String GENERAL = "general";

  /** The jurisdiction of the Union. */
  public static final String UNION = "EU";

  /**
   * A legal state, until the next one begins.
   *
   * @param from its first day
   * @param status the state
   * @param word whose word it is; null where it is that of the catalogue
   */
  public record State(LocalDate from, InstrumentStatus status, @Nullable Confirmation word) {
    /** A state of which the catalogue knows. */
    public State(LocalDate from, InstrumentStatus status) {
      this(from, status, null);
    }
  }

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if no state is given
   */
  public Instrument {
    concerns = Collections.unmodifiableSet(new TreeSet<>(concerns));
    suspends = Collections.unmodifiableSet(new TreeSet<>(suspends));
    states = List.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("instrument " + id + " has no state");
    }
  }

  /** An instrument that suspends no other. */
  public Instrument(
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
    this(
        id,
        title,
        reference,
        date,
        kind,
        jurisdiction,
        reachesAbroad,
        concerns,
        states,
        link,
        source,
        verified,
        reviewOn,
        Set.of());
  }

  /** Whether it bears no later date than a day. */
  public boolean existsOn(LocalDate day) {
    return !date.isAfter(day);
  }

  /** Its last legal state that is known. */
  public InstrumentStatus status() {
    return states.get(states.size() - 1).status();
  }

  /**
   * Since when its status is to be confirmed, as of a day: since its review date, and as long as
   * the state of that day is not established.
   *
   * @return null where it is not to be confirmed
   */
  public @Nullable LocalDate unconfirmedSince(LocalDate day) {
    List<State> known = on(day).states();
    State now = known.get(known.size() - 1);
    LocalDate since =
        now.status() == InstrumentStatus.UNKNOWN_AFTER_CUTOFF && !now.from().isAfter(day)
            ? now.from()
            : null;
    LocalDate review = reviewOn == null || day.isBefore(reviewOn) ? null : reviewOn;
    return since == null || review != null && review.isBefore(since) ? review : since;
  }

  /** Whose word its last legal state is; null where it is that of the catalogue. */
  public @Nullable Confirmation confirmation() {
    return states.get(states.size() - 1).word();
  }

  /**
   * The same with a state that somebody confirmed, from the day of the confirmation on. Where it
   * names a last day, what comes after that is not established, and is to be confirmed again; what
   * the catalogue says of the days between falls away. Otherwise what the catalogue says of later
   * days stays. A confirmation that is as new as the review date ends that review.
   */
  public Instrument confirmed(Confirmation word) {
    LocalDate last = word.until() == null ? word.date() : word.until();
    List<State> confirmed = new ArrayList<>();
    states.stream().filter(each -> each.from().isBefore(word.date())).forEach(confirmed::add);
    confirmed.add(new State(word.date(), word.status(), word));
    if (word.until() != null) {
      confirmed.add(new State(last.plusDays(1), InstrumentStatus.UNKNOWN_AFTER_CUTOFF));
    }
    states.stream()
        .filter(each -> each.from().isAfter(word.until() == null ? last : last.plusDays(1)))
        .forEach(confirmed::add);
    return with(confirmed, word.reviewAfter(reviewOn));
  }

  /** The same as it stood on a day, without what came later; before its date, its first state. */
  public Instrument on(LocalDate day) {
    List<State> until = states.stream().filter(each -> !each.from().isAfter(day)).toList();
    return until.size() == states.size()
        ? this
        : with(until.isEmpty() ? states.subList(0, 1) : until, reviewOn);
  }

  private Instrument with(List<State> states, @Nullable LocalDate reviewOn) {
    return new Instrument(
        id,
        title,
        reference,
        date,
        kind,
        jurisdiction,
        reachesAbroad,
        concerns,
        states,
        link,
        source,
        verified,
        reviewOn,
        suspends);
  }

  /** Whether it can be the ground of a duty: whoever it addresses has to keep to it. */
  public boolean binds() {
    return (kind == Kind.LAW || kind == Kind.JUDGMENT)
        && (status() == InstrumentStatus.IN_FORCE
            || status() == InstrumentStatus.PARTLY_APPLICABLE);
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
}
