package eu.policyadvisor.report.calendar;

import eu.policyadvisor.advice.Item;
import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Course;
import eu.policyadvisor.calendar.Event;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.NamedUuid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Calendars for programs that keep appointments (iCalendar, RFC 5545): an event of a whole day for
 * each day that matters, and for each day on which an answer changes.
 *
 * <p>An event has an id made of what it is about, whatever its day and its words: whoever imports a
 * later calendar of the same facts finds events moved, not doubled. The time at which it was made
 * is midnight of the day of the advice, so that the same calendar is the same bytes.
 */
public final class CalendarIcs implements CalendarReport {
  @Override
  public String render(List<Calendar> calendars) {
    try {
      return Page.of(calendars);
    } catch (LinkageError e) {
      throw new MissingLibraryException(
          "calendars cannot be written as iCalendar; add the library org.mnode.ical4j:ical4j to"
              + " the class path",
          e);
    }
  }

  /** All that needs the library; an embedder may leave it out. */
  private static final class Page {
    /** A line has at most so many bytes; the next goes on after a blank. */
    private static final int LINE = 75;

    private final Set<String> seen = new HashSet<>();
    private final net.fortuna.ical4j.model.Calendar page = new net.fortuna.ical4j.model.Calendar();

    static String of(List<Calendar> calendars) {
      Page page = new Page();
      page.page.add(new ProdId("-//EU AI Policy Advisor//advisor calendar//EN"));
      page.page.add(ImmutableVersion.VERSION_2_0);
      page.page.add(ImmutableCalScale.GREGORIAN);
      calendars.forEach(page::add);
      StringWriter text = new StringWriter();
      try {
        // The library counts characters, and may break a line inside of one that has two.
        new CalendarOutputter(true, Integer.MAX_VALUE).output(page.page, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return folded(text.toString());
    }

    private void add(Calendar calendar) {
      CalendarWords words = new CalendarWords(calendar);
      for (Course course : calendar.courses()) {
        for (Course.Stretch stretch : course.stretches()) {
          String reason = words.reason(stretch);
          if (reason != null) {
            String what = words.on(course) + ": " + Labels.word(stretch.stance());
            put(
                calendar,
                stretch.from(),
                CalendarWords.Sort.ANSWER,
                "answer "
                    + (course.item() == null ? "" : Item.key(course.item()))
                    + " "
                    + stretch.from(),
                what + " from this day",
                words.title() + "\n" + reason);
          }
        }
      }
      for (Event event : calendar.events()) {
        String on = String.join(", ", words.on(event));
        boolean ofItem = CalendarWords.isOfItem(event);
        put(
            calendar,
            event.day(),
            CalendarWords.Sort.of(event),
            event.key(),
            ofItem ? on + ": " + words.what(event) : words.what(event),
            words.title() + (ofItem ? "" : "\nOn: " + on) + "\nSource: " + words.source(event));
      }
    }

    private void put(
        Calendar calendar,
        LocalDate day,
        CalendarWords.Sort sort,
        String key,
        String summary,
        String description) {
      VEvent event = new VEvent(false);
      event.add(new Uid(uid(calendar.facts(), key)));
      event.add(new DtStamp(calendar.asOf().atStartOfDay().toInstant(ZoneOffset.UTC)));
      event.add(new DtStart<>(day));
      event.add(new Summary(summary));
      event.add(new Description(description + "\n" + Labels.DISCLAIMER));
      event.add(new Categories(new TextList(sort.toString().toUpperCase(Locale.ROOT))));
      event.add(ImmutableTransp.TRANSPARENT);
      page.add(event);
    }

    /** Two fact sets about one subject may speak of the same. */
    private String uid(FactSet facts, String key) {
      String subject = facts.subject().id();
      String title = String.valueOf(facts.title());
      String uid;
      int copies = 0;
      do {
        uid =
            NamedUuid.of("calendar", subject, facts.subject().label(), title, key, "" + copies++)
                .toString();
      } while (!seen.add(uid));
      return uid;
    }

    private static String folded(String text) {
      StringBuilder folded = new StringBuilder(text.length() + text.length() / LINE * 3);
      int used = 0;
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        int bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (c == '\r' || c == '\n') {
          used = 0;
        } else if (used + bytes > LINE) {
          folded.append("\r\n ");
          used = 1 + bytes;
        } else {
          used += bytes;
        }
        folded.appendCodePoint(c);
      }
      return folded.toString();
    }
  }
}
