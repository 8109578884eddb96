package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.rule.Urgency;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day by which a step is due. A day that the facts state for what it is about, such as the last
 * day of an exemption, comes before the one that the urgency of the advice gives.
 */
public final class DueDay {
  private DueDay() {}

  /**
   * The day by which advice is to be followed; null where nothing names one.
   *
   * @param step the advice of one rule, one for each fact
   * @param asOf the day of the advice
   */
  public static @Nullable LocalDate of(List<Reasoned<Recommendation>> step, LocalDate asOf) {
    LocalDate due = of(Objects.requireNonNull(step.get(0).card().advice()).urgency(), asOf);
    return Stream.concat(
            step.stream().map(each -> each.conclusion().on()),
            step.stream().flatMap(each -> Evidence.of(each).stream()).map(Evidence::fact))
        .flatMap(DueDay::days)
        .filter(day -> day.isAfter(asOf) && (due == null || day.isBefore(due)))
        .min(Comparator.naturalOrder())
        .orElse(due);
  }

  /** The day that an urgency gives; null where it gives none. */
  public static @Nullable LocalDate of(Urgency urgency, LocalDate asOf) {
    return switch (urgency) {
      case NOW -> asOf.plusDays(7);
      case SHORT -> asOf.plusDays(90);
      case MEDIUM -> asOf.plusMonths(12);
      case LONG, WATCH -> null;
    };
  }

  /** The days on which something begins or ends. */
  private static Stream<LocalDate> days(Fact fact) {
    return fact instanceof PolicyEvent event
        ? Stream.of(
                event.exemptUntil(),
                event.effectiveFrom(),
                event.effectiveTo(),
                event.suspendedUntil())
            .filter(Objects::nonNull)
        : Stream.of();
  }
}
