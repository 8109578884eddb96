package eu.policyadvisor.report.calendar;

import eu.policyadvisor.calendar.Calendar;
import java.util.List;

/** Renders calendars in one format; the same calendars always give the same text. */
public interface CalendarReport {
  /** The report of all fact sets of a run, in their order. */
  String render(List<Calendar> calendars);
}
