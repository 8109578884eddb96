package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventStatus;
import eu.policyadvisor.rule.CatalogueEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What confirmed legal states of instruments say of the measures that these instruments take.
 *
 * <p>An instrument that is in force, proposed, adopted or withdrawn is so with all its measures. A
 * suspension is that of the measures that the catalogue knows to have been suspended before: an
 * instrument may hold a ban that is paused and another that never was. Where it knows no pause of
 * the instrument, all its measures are meant. An instrument of which some measures have a pause
 * applies in part while they are paused; of another, that it applies in part changes no measure.
 */
final class ConfirmedMeasures {
  private static final String SUSPENDED_FROM = "suspended_from";
  private static final String SUSPENDED_UNTIL = "suspended_until";
  private static final PolicyEvent BLANK = Fact.unknown(PolicyEvent.class, "");

  /** The newest word on each instrument. */
  private final Map<String, Confirmation> words = new HashMap<>();

  /** The instruments of which some measures have a pause of their own. */
  private final Set<String> paused = new HashSet<>();

  /**
   * What is confirmed of the measures of the catalogue.
   *
   * @param confirmations the earliest first; none is of a later date than the advice
   * @param measures the measures of the catalogue
   */
  ConfirmedMeasures(List<Confirmation> confirmations, Collection<CatalogueEntry> measures) {
    confirmations.forEach(each -> words.put(each.instrument(), each));
    measures.stream()
        .filter(each -> each.values().containsKey(SUSPENDED_FROM))
        .forEach(each -> paused.add(each.values().getOrDefault("instrument", "")));
  }

  /**
   * A measure with what is confirmed of it.
   *
   * @param measure as the catalogue has it on the day of the advice
   */
  PolicyEvent applied(PolicyEvent measure) {
    String instrument = measure.instrument();
    Confirmation word = instrument == null ? null : words.get(instrument);
    return word == null ? measure : (PolicyEvent) applied(measure, word);
  }

  private Fact applied(PolicyEvent measure, Confirmation word) {
    return switch (word.status()) {
      case SUSPENDED -> suspended(measure, word);
      case IN_FORCE ->
          measure.status() == PolicyEventStatus.SUSPENDED
              ? with(withoutPause(measure), PolicyEventStatus.IN_FORCE, word)
              : measure;
      case ADOPTED -> with(withoutPause(measure), PolicyEventStatus.ANNOUNCED, word);
      case PROPOSED -> with(withoutPause(measure), PolicyEventStatus.PROPOSED, word);
      case RESCINDED -> with(withoutPause(measure), PolicyEventStatus.RESCINDED, word);
      case PARTLY_APPLICABLE ->
          measure.suspendedFrom() == null ? measure : suspended(measure, word);
      case NOT_BINDING, UNKNOWN_AFTER_CUTOFF -> measure;
    };
  }

  private Fact suspended(PolicyEvent measure, Confirmation word) {
    LocalDate from = measure.suspendedFrom();
    if (from == null && paused.contains(word.instrument())) {
      return measure;
    }
    LocalDate known = measure.suspendedUntil();
    Fact suspended = with(measure, PolicyEventStatus.SUSPENDED, word);
    if (from == null) {
      suspended = with(suspended, SUSPENDED_FROM, word.date(), word);
    }
    if (word.until() != null) {
      return with(suspended, SUSPENDED_UNTIL, word.until(), word);
    }
    return known != null && known.isBefore(word.date())
        ? suspended.withFieldOf(BLANK, SUSPENDED_UNTIL)
        : suspended;
  }

  private static Fact withoutPause(PolicyEvent measure) {
    return measure.withFieldOf(BLANK, SUSPENDED_FROM).withFieldOf(BLANK, SUSPENDED_UNTIL);
  }

  private static Fact with(Fact measure, PolicyEventStatus status, Confirmation word) {
    return with(measure, "status", status, word);
  }

  private static Fact with(Fact measure, String field, Object value, Confirmation word) {
    return measure.with(field, value, FieldOrigin.confirmed(Names.value(value), word));
  }
}
