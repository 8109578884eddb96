package eu.policyadvisor.report.calendar;

import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Course;
import eu.policyadvisor.calendar.Event;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calendars as JSON, for other programs; {@code calendar.schema.json} describes them. */
public final class CalendarJson implements CalendarReport {
  /** The schema that every document names; the number changes when a reader must change. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/calendar-1";

  /** The shape of a document; the JSON Schema is made from it. */
  record Document(String schema, List<OfSubject> calendars) {}

  /** The calendar of one fact set. */
  record OfSubject(
      Thing subject,
      @Nullable String title,
      LocalDate asOf,
      LocalDate from,
      LocalDate to,
      List<Answer> answers,
      List<Day> days,
      List<String> triedDaily) {}

  /** Something that facts state. */
  record Thing(String list, String id, String label) {}

  /** The answer on the whole, where no item is named, or on an item. */
  record Answer(@Nullable Thing on, List<Holding> holds) {}

  /** Days on which an answer holds. */
  record Holding(
      LocalDate from,
      LocalDate to,
      Stance stance,
      String word,
      @Nullable String advice,
      @Nullable String reason,
      @Nullable String rule) {}

  /** Something that happens on a day. */
  record Day(
      LocalDate day,
      CalendarWords.Sort kind,
      String what,
      List<Thing> on,
      String source,
      @Nullable String instrument,
      @Nullable String rule,
      boolean past) {}

  @Override
  public String render(List<Calendar> calendars) {
    return JsonReport.document(
        new Document(SCHEMA, calendars.stream().map(CalendarJson::of).toList()));
  }

  private static OfSubject of(Calendar calendar) {
    CalendarWords words = new CalendarWords(calendar);
    return new OfSubject(
        thing(calendar.facts().subject(), words),
        calendar.facts().title(),
        calendar.asOf(),
        calendar.from(),
        calendar.to(),
        calendar.courses().stream().map(course -> answer(course, words)).toList(),
        calendar.events().stream().map(event -> day(event, words)).toList(),
        List.copyOf(calendar.daily()));
  }

  private static Thing thing(Fact fact, CalendarWords words) {
    return new Thing(fact.section().key(), fact.id(), words.name(fact));
  }

  private static Answer answer(Course course, CalendarWords words) {
    return new Answer(
        course.item() == null ? null : thing(course.item(), words),
        course.stretches().stream()
            .map(
                each ->
                    new Holding(
                        each.from(),
                        each.to(),
                        each.stance(),
                        Labels.word(each.stance()),
                        each.rule() == null ? null : each.rule().id(),
                        words.reason(each),
                        rule(each, words)))
            .toList());
  }

  private static @Nullable String rule(Course.Stretch stretch, CalendarWords words) {
    RuleCard rule = words.reason(stretch) == null ? null : CalendarWords.turning(stretch);
    return rule == null ? null : rule.id();
  }

  private static Day day(Event event, CalendarWords words) {
    return new Day(
        event.day(),
        CalendarWords.Sort.of(event),
        words.what(event),
        event.on().stream().map(fact -> thing(fact, words)).toList(),
        words.source(event),
        event instanceof Event.OfInstrument of ? of.instrument().id() : null,
        event instanceof Event.OfRule of
            ? of.rule().id()
            : event instanceof Event.Due due ? due.step().get(0).card().id() : null,
        words.isPast(event.day()));
  }
}
