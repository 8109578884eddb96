package eu.policyadvisor.screening;

import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a list; a list that is wrong all over is not told in full. */
final class Complaints {
  private static final int MOST = 20;
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private int more;

  Complaints(String file) {
    this.file = file;
  }

  /** Something wrong; of a line of which a library does not know the column, at its beginning. */
  void add(int line, int column, String message) {
    if (problems.size() < MOST) {
      problems.add(new Problem(file, line, line == 0 ? 0 : Math.max(1, column), message));
    } else {
      more++;
    }
  }

  InvalidListException refusal(int line, int column, String message) {
    add(line, column, message);
    return new InvalidListException(all());
  }

  void requireNone() throws InvalidListException {
    if (!problems.isEmpty()) {
      throw new InvalidListException(all());
    }
  }

  /** What reads a list. */
  interface Reading<T> {
    T read() throws InvalidListException;
  }

  /** What was read; that a library fails over it is something wrong with the list. */
  <T> T guarded(Reading<T> reading) throws InvalidListException {
    try {
      return reading.read();
    } catch (MissingLibraryException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw refusal(
          0, 0, "cannot be read: its reader fails (" + e.getClass().getSimpleName() + ")");
    }
  }

  private List<Problem> all() {
    List<Problem> all = new ArrayList<>(problems);
    if (more > 0) {
      all.add(Problem.of(file, "and " + more + " more problems"));
    }
    return all;
  }

  /** A day as lists write it: 2026-11-20, a moment of that day, or 20/11/2026; null for none. */
  @Nullable LocalDate day(String text, String field, int line, int column) {
    String day = text.strip();
    if (day.isEmpty()) {
      return null;
    }
    try {
      return day.indexOf('/') == 2
          ? LocalDate.parse(day, DAY_FIRST)
          : LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day);
    } catch (DateTimeParseException e) {
      add(line, column, field + " '" + Plain.quoted(day) + "' is not a day such as 2026-11-20");
      return null;
    }
  }
}
