package eu.policyadvisor.calendar;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.KnowledgeBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes calendars.
 *
 * <p><b>Idea.</b> The answers of a day are those of the day before unless something changes that
 * the rules read; {@link Runs} finds the days on which something does. The rules are run on these,
 * {@link Courses} joins neighbours that say the same, and {@link Events} gathers what happens from
 * what the runs rest on. What a calendar says of a day is what advice for that day says, with what
 * was confirmed by then.
 *
 * <p><b>Cost.</b> That of one assessment, without what the answers could become, for each day on
 * which something changes that these facts can reach; one run is kept at a time.
 */
public final class Calendars {
  private Calendars() {}

  /**
   * The calendar of a fact set.
   *
   * @param advisor whose rules, catalogue and lists are asked
   * @param facts what is given
   * @param asOf the day of the advice: what comes before it is past, and steps are due from it on
   * @param from the first day of the calendar
   * @param to the last day
   * @throws IllegalArgumentException if the last day is before the first
   * @throws eu.policyadvisor.InvalidFactsException if the facts contradict each other or name what
   *     does not exist
   */
  public static Calendar of(
      Advisor advisor, FactSet facts, LocalDate asOf, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day " + to + " is before the first, " + from);
    }
    Runs runs = Runs.of(advisor, facts, from, to);
    KnowledgeBase knowledge = advisor.knowledge().confirmed(runs.facts().confirmations());
    Courses courses = new Courses();
    Events events = new Events(from, to, knowledge.catalogue());
    List<LocalDate> days = new ArrayList<>(runs.days());
    for (int i = 0; i < days.size(); i++) {
      LocalDate last = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : to;
      Assessment assessment = runs.on(days.get(i));
      courses.add(assessment, days.get(i), last);
      events.add(assessment, last);
    }
    Assessment now = runs.on(asOf);
    events.addSteps(now);
    return new Calendar(
        now.facts(),
        knowledge,
        asOf,
        from,
        to,
        events.all(knowledge.cards()),
        courses.all(now.items()),
        days.size(),
        new TreeSet<>(runs.daily()));
  }
}
