package eu.policyadvisor.engine.drl;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers and dates that stand in a condition itself. Nought and one are no thresholds: they say
 * none, some or the whole.
 */
public final class Literals {
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** What makes a number of a text. */
  private static final List<String> MAKERS =
      List.of("BigDecimal", "Integer", "valueOf", "parseInt", "parseLong", "parseDouble");

  private Literals() {}

  /** A day as people write it, such as {@code 2 August 2025}; empty where a literal is no day. */
  public static String day(String literal) {
    return RuleDay.read(literal).map(day -> day.format(IN_WORDS)).orElse("");
  }

  /** The first number or date in a condition that ought to be a parameter. */
  public static Optional<String> first(String condition) {
    List<DrlToken> tokens = DrlToken.read(condition);
    for (int i = 0; i < tokens.size(); i++) {
      DrlToken token = tokens.get(i);
      if (token.is("LocalDate") && i + 2 < tokens.size() && tokens.get(i + 2).is("of")) {
        return Optional.of(condition.substring(token.from()));
      } else if (token.kind() == DrlToken.Kind.STRING) {
        boolean made =
            i > 1 && tokens.get(i - 1).is("(") && MAKERS.contains(tokens.get(i - 2).text());
        if (!day(token.content()).isEmpty() || made && isThreshold(token.content())) {
          return Optional.of(token.content());
        }
      } else if (token.kind() == DrlToken.Kind.NUMBER && isThreshold(token.number())) {
        return Optional.of(token.number());
      }
    }
    return Optional.empty();
  }

  private static boolean isThreshold(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      return value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0;
    } catch (NumberFormatException e) {
      // A span of time, or a text.
      return false;
    }
  }
}
