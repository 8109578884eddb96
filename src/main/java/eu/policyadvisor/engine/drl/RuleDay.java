package eu.policyadvisor.engine.drl;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Days as DRL writes them: {@code 02-Aug-2026}, in English whatever the machine speaks. */
public final class RuleDay {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

  // The compiler would take the 31st of June for the 1st of July.
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d-MMM-uuuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private RuleDay() {}

  /** The day; empty where a text is none. */
  public static Optional<LocalDate> read(String text) {
    try {
      return Optional.of(LocalDate.parse(text, READ));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A day as DRL writes it. */
  public static String write(LocalDate day) {
    return day.format(WRITTEN);
  }
}
