package eu.policyadvisor.report.calendar;

import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Course;
import eu.policyadvisor.calendar.Event;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import java.util.List;

/** Calendars for people who read them on a terminal. */
public final class CalendarText implements CalendarReport {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 160;

  /** Below a day, as wide as the day and two blanks. */
  private static final String BELOW = " ".repeat(14);

  /** More items than this are counted. */
  private static final int MOST_ITEMS = 3;

  private final int width;
  private final boolean colour;

  /**
   * A report of a width.
   *
   * @param width columns of the terminal; held between 60 and 160
   * @param colour whether to colour and emphasise; the words say the same without
   */
  public CalendarText(int width, boolean colour) {
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.colour = colour;
  }

  @Override
  public String render(List<Calendar> calendars) {
    StringBuilder text = new StringBuilder();
    for (Calendar calendar : calendars) {
      if (!text.isEmpty()) {
        text.append("─".repeat(width)).append("\n\n");
      }
      new Page(calendar, text).print();
    }
    Paragraph.of(Labels.DISCLAIMER, Style.FAINT).append(text, "", "", width, colour);
    return text.toString();
  }

  private final class Page {
    private final Calendar calendar;
    private final CalendarWords words;
    private final StringBuilder text;

    Page(Calendar calendar, StringBuilder text) {
      this.calendar = calendar;
      this.words = new CalendarWords(calendar);
      this.text = text;
    }

    void print() {
      put("", words.title(), Style.STRONG);
      put(
          "",
          "Calendar from %s to %s, as of %s"
              .formatted(calendar.from(), calendar.to(), calendar.asOf()),
          Style.PLAIN);
      if (!calendar.daily().isEmpty()) {
        put(
            "",
            "Each day was tried while these rules hold, which compute with it: "
                + String.join(", ", calendar.daily()),
            Style.FAINT);
      }
      text.append('\n');
      put("", "From when to when each answer holds", Style.STRONG);
      calendar.courses().forEach(this::put);
      put("Past", calendar.events().stream().filter(e -> words.isPast(e.day())).toList());
      put("To come", calendar.events().stream().filter(e -> !words.isPast(e.day())).toList());
      text.append('\n');
    }

    private void put(Course course) {
      new Paragraph()
          .add(words.on(course) + ":", Style.PLAIN)
          .add(words.holds(course), course.item() == null ? Style.STRONG : Style.PLAIN)
          .append(text, "  ", "    ", width, colour);
      for (Course.Stretch stretch : course.stretches()) {
        String reason = words.reason(stretch);
        if (reason != null) {
          put("    ", stretch.from() + ": " + reason, Style.FAINT);
        }
      }
    }

    private void put(String heading, List<Event> events) {
      text.append('\n');
      put("", events.isEmpty() ? heading + ": nothing on these days" : heading, Style.STRONG);
      for (Event event : events) {
        List<String> on = words.on(event);
        List<String> named = on.size() > MOST_ITEMS ? on.subList(0, MOST_ITEMS) : on;
        String items =
            on.size() > MOST_ITEMS
                ? String.join(", ", named) + " and " + (on.size() - MOST_ITEMS) + " more"
                : Names.list(named, "and");
        boolean first = CalendarWords.isOfItem(event);
        String what = words.what(event);
        Paragraph.of(first ? items + ": " + what : what)
            .append(text, "  " + event.day() + "  ", BELOW, width, colour);
        if (!first && !(event instanceof Event.Due)) {
          put(BELOW, "on: " + items, Style.FAINT);
        }
        put(BELOW, "source: " + words.source(event), Style.FAINT);
      }
    }

    private void put(String indent, String line, Style style) {
      Paragraph.of(line, style).append(text, indent, indent, width, colour);
    }
  }
}
