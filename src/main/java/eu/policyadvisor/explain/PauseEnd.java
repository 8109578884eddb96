package eu.policyadvisor.explain;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PolicyEvent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code {until}} stands for in advice: the last day of the suspension of a measure. */
public final class PauseEnd {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private PauseEnd() {}

  /**
   * The last days of suspensions in words, each once, such as {@code 27 November 2026}.
   *
   * @param facts what the advice is about; what is no measure has no such day
   */
  public static String of(List<Fact> facts) {
    List<String> days =
        facts.stream()
            .map(PauseEnd::day)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .map(DAY::format)
            .toList();
    return days.isEmpty() ? "a day that is not known" : Names.list(days, "and");
  }

  private static @Nullable LocalDate day(Fact fact) {
    return fact instanceof PolicyEvent measure ? measure.suspendedUntil() : null;
  }
}
