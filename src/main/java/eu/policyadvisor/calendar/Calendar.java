package eu.policyadvisor.calendar;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.KnowledgeBase;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What matters for one fact set over a span of days.
 *
 * @param facts the facts, completed from the catalogue as of the day of the advice
 * @param knowledge the knowledge base it rests on, with what was confirmed
 * @param asOf the day of the advice: what comes before it is past
 * @param from the first day
 * @param to the last day
 * @param events the days that matter, in order
 * @param courses the answer for the whole, then that on each item, over all days, the gravest of
 *     the day of the advice first
 * @param runs on how many days the rules were run for it
 * @param daily ids of the rules for which that was each day; see {@link
 *     eu.policyadvisor.engine.reading.DayConditions}
 */
public record Calendar(
    FactSet facts,
    KnowledgeBase knowledge,
    LocalDate asOf,
    LocalDate from,
    LocalDate to,
    List<Event> events,
    List<Course> courses,
    int runs,
    SortedSet<String> daily) {
  /** Copies the lists. */
  public Calendar {
    events = List.copyOf(events);
    courses = List.copyOf(courses);
    daily = Collections.unmodifiableSortedSet(new TreeSet<>(daily));
  }
}
