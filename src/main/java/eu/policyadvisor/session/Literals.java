package eu.policyadvisor.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and dates that stand in a condition itself. Nought and one are no thresholds: they say
 * none, some or the whole.
 */
final class Literals {
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.$])\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?=[BbDdFfIiLl]?\\b)");
  private static final Pattern DATE =
      Pattern.compile("\\b\\d{1,2}-[A-Z][a-z]{2}-\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern MADE_OF_TEXT =
      Pattern.compile("(?:BigDecimal|Integer|valueOf|parse\\w*)\\s*\\(\\s*\"([\\d.eE+-]+)\"");
  private static final Pattern CALENDAR = Pattern.compile("LocalDate\\s*\\.\\s*of\\s*\\(");

  private static final DateTimeFormatter IN_RULES =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[d-MMM-uuuu][uuuu-MM-dd]")
          .toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Literals() {}

  /** Whether a literal is a day; no parameter holds one. */
  static boolean isDay(String literal) {
    return DATE.matcher(literal).matches();
  }

  /** A day as people write it, such as {@code 2 August 2025}. */
  static String inWords(String day) {
    return LocalDate.parse(day, IN_RULES).format(IN_WORDS);
  }

  /** The first number or date in a condition that ought to be a parameter. */
  static Optional<String> first(String condition) {
    Matcher date = DATE.matcher(condition);
    if (date.find()) {
      return Optional.of(date.group());
    }
    Matcher text = MADE_OF_TEXT.matcher(condition);
    if (text.find() && isThreshold(text.group(1))) {
      return Optional.of(text.group(1));
    }
    if (CALENDAR.matcher(condition).find()) {
      return Optional.of(condition.substring(condition.indexOf("LocalDate")));
    }
    Matcher number = NUMBER.matcher(TEXT.matcher(condition).replaceAll("\"\""));
    while (number.find()) {
      if (isThreshold(number.group())) {
        return Optional.of(number.group());
      }
    }
    return Optional.empty();
  }

  private static boolean isThreshold(String number) {
    BigDecimal value = new BigDecimal(number.replace("_", ""));
    return value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0;
  }
}
