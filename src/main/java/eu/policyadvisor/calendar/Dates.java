package eu.policyadvisor.calendar;

import eu.policyadvisor.engine.compiled.Components;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All days that stand anywhere in some records, however deep, each with the one after it: what ends
 * on a day is gone on the next. Nothing is known of what the records mean, so that a record or a
 * field of tomorrow is read like those of today. Time is in proportion to the values.
 */
final class Dates {
  private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private Dates() {}

  /** The days in records, and in collections and maps of such. */
  static NavigableSet<LocalDate> in(Object... records) {
    Dates dates = new Dates();
    for (Object each : records) {
      dates.open.add(each);
    }
    while (!dates.open.isEmpty()) {
      dates.read(dates.open.remove());
    }
    return dates.days;
  }

  private void read(Object value) {
    if (value instanceof LocalDate day) {
      add(day);
    } else if (value instanceof String text && WRITTEN.matcher(text).matches()) {
      // The catalogue keeps values as they are written.
      try {
        add(LocalDate.parse(text));
      } catch (DateTimeException e) {
        return; // It only looks like one.
      }
    } else if (value instanceof Collection<?> several) {
      open.addAll(several);
    } else if (value instanceof Map<?, ?> map) {
      open.addAll(map.keySet());
      open.addAll(map.values());
    } else if (value instanceof Record && seen.add(value)) {
      for (String name : Components.names(value.getClass())) {
        Object component = Components.value(value, name);
        if (component != null) {
          open.add(component);
        }
      }
    }
  }

  private void add(LocalDate day) {
    days.add(day);
    if (day.isBefore(LocalDate.MAX)) {
      days.add(day.plusDays(1));
    }
  }
}
