package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Obstacle;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.RuleCard;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for facts that make a rule conclude, that keep it from it, or that come near. */
final class Attempts {
  /** Fact sets that are looked at for the nearest ones, evenly spread. */
  private static final int LOOKED_AT = 40;

  /** Nearest fact sets from which an edit is searched. */
  private static final int STARTS = 4;

  /** Runs that one search for fewer facts may take. */
  private static final int MOST_RUNS = 250;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Advisor advisor;
  private final List<TrialRun> tried;

  private final boolean shown;

  /**
   * Attempts that begin with facts that were run.
   *
   * @param tried those facts, to which more may be added
   * @param shown whether facts that show something are wanted; none are made smaller otherwise
   */
  Attempts(Advisor advisor, List<TrialRun> tried, boolean shown) {
    this.advisor = advisor;
    this.tried = tried;
    this.shown = shown;
  }

  boolean shown() {
    return shown;
  }

  /** A fact set and what keeps a rule from concluding on it. */
  private record Near(FactSet facts, NearMiss miss) {}

  FactSet smaller(FactSet facts, Predicate<TrialRun> shows) {
    return shown
        ? MinimalFacts.of(
            facts, MOST_RUNS, less -> TrialRun.ofChanged(advisor, less).filter(shows).isPresent())
        : facts;
  }

  /** Facts on which a rule concludes, made from the nearest ones; empty when none were found. */
  Optional<FactSet> concluding(String rule) {
    for (Near near : near(rule).stream().limit(STARTS).toList()) {
      Optional<Edit> edit =
          advisor
              .inquire(near.facts(), Objects.requireNonNull(near.facts().asOf()))
              .remedy(rule, null);
      if (edit.isPresent()) {
        return edit.map(each -> each.apply(near.facts()));
      }
    }
    return Optional.empty();
  }

  /** The nearest facts, and what they fail. */
  List<Complaint.Witness> nearest(String rule) {
    if (!shown) {
      return List.of();
    }
    return near(rule).stream()
        .findFirst()
        .map(
            near -> {
              int fewest = near.miss().obstacles().size();
              FactSet small =
                  MinimalFacts.of(
                      near.facts(),
                      MOST_RUNS,
                      less ->
                          valid(less)
                              .flatMap(inquiry -> inquiry.nearest(rule, null))
                              .filter(miss -> miss.obstacles().size() <= fewest)
                              .isPresent());
              return List.of(
                  new Complaint.Witness(
                      "comes nearest to '" + rule + "'; fails: " + failed(small, rule, near),
                      small));
            })
        .orElse(List.of());
  }

  private String failed(FactSet facts, String rule, Near otherwise) {
    return valid(facts)
        .flatMap(inquiry -> inquiry.nearest(rule, null))
        .orElse(otherwise.miss())
        .obstacles()
        .stream()
        .map(Obstacle::needed)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private Optional<Inquiry> valid(FactSet facts) {
    return TrialRun.ofChanged(advisor, facts)
        .map(any -> advisor.inquire(facts, Objects.requireNonNull(facts.asOf())));
  }

  /** Some fact sets on a day on which the rule is in force, the nearest first. */
  private List<Near> near(String rule) {
    RuleCard card = Objects.requireNonNull(advisor.knowledge().cards().get(rule));
    List<FactSet> starts = new ArrayList<>();
    starts.add(dated(FactSet.of(Fact.unknown(Subject.class, "subject")), card));
    int step = Math.max(1, tried.size() / LOOKED_AT);
    for (int i = 0; i < tried.size(); i += step) {
      starts.add(dated(tried.get(i).facts(), card));
    }
    List<Near> near = new ArrayList<>();
    for (FactSet facts : starts) {
      valid(facts)
          .flatMap(inquiry -> inquiry.nearest(rule, null))
          .ifPresent(miss -> near.add(new Near(facts, miss)));
    }
    near.sort(Comparator.comparingInt(each -> each.miss().obstacles().size()));
    return near;
  }

  private static FactSet dated(FactSet facts, RuleCard card) {
    LocalDate day = facts.asOf() == null ? DAY : facts.asOf();
    if (card.effective() != null && day.isBefore(card.effective())) {
      day = card.effective();
    } else if (card.expires() != null && !day.isBefore(card.expires())) {
      day = card.expires().minusDays(1);
    }
    return FactSetBuilder.builder(facts).asOf(day).derived(List.of()).build();
  }

  /**
   * Facts on either side of a threshold: with one the rule concludes, with the other it does not.
   */
  List<Complaint.Witness> bothSides(String rule) {
    if (!shown) {
      return List.of();
    }
    Optional<FactSet> concluding =
        tried.stream()
            .filter(each -> each.concludes(rule))
            .map(TrialRun::facts)
            .findFirst()
            .or(() -> concluding(rule));
    if (concluding.isEmpty()) {
      return nearest(rule);
    }
    FactSet facts = smaller(concluding.get(), now -> now.concludes(rule));
    List<Complaint.Witness> sides = new ArrayList<>();
    sides.add(new Complaint.Witness("'" + rule + "' concludes here", facts));
    changed(facts)
        .filter(
            each ->
                TrialRun.ofChanged(advisor, each).filter(now -> !now.concludes(rule)).isPresent())
        .findFirst()
        .ifPresent(
            other -> sides.add(new Complaint.Witness("'" + rule + "' is silent here", other)));
    return sides;
  }

  /** The facts with one number, share or date changed, a little first. */
  private static Stream<FactSet> changed(FactSet facts) {
    return facts.all().stream()
        .flatMap(
            fact ->
                Parts.fields(fact.getClass()).stream()
                    .filter(field -> Parts.value(fact, field) != null)
                    .flatMap(
                        field ->
                            others(fact, field)
                                .map(
                                    value ->
                                        MinimalFacts.replace(
                                            facts, fact, any -> Parts.with(fact, field, value)))));
  }

  private static Stream<Object> others(Fact fact, RecordComponent field) {
    Object value = Parts.value(fact, field);
    if (value instanceof BigDecimal decimal) {
      return Stream.of(
              "0.01", "-0.01", "0.1", "-0.1", "0.4", "-0.4", "10", "-10", "10000", "-10000")
          .map(BigDecimal::new)
          .map(decimal::add)
          .filter(each -> each.signum() >= 0)
          .map(Object.class::cast);
    } else if (value instanceof Integer number) {
      return Stream.of(1, -1, 6, -6, 30, -30, 400, -400)
          .map(step -> number + step)
          .filter(each -> each >= 0)
          .map(Object.class::cast);
    } else if (value instanceof LocalDate day) {
      return Stream.of(1, -1, 30, -30, 400, -400, 2000, -2000).map(day::plusDays);
    } else if (value instanceof Map<?, ?> shares) {
      return Stream.of("-0.01", "-0.1", "-0.3", "-0.6", "0.1")
          .map(step -> shifted(shares, new BigDecimal(step)));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return Stream.of(list.subList(1, list.size()), List.of());
    }
    return Stream.empty();
  }

  private static Map<String, BigDecimal> shifted(Map<?, ?> shares, BigDecimal step) {
    Map<String, BigDecimal> shifted = new TreeMap<>();
    shares.forEach(
        (country, share) ->
            shifted.put(
                country.toString(),
                ((BigDecimal) share).add(step).max(BigDecimal.ZERO).min(BigDecimal.ONE)));
    return shifted;
  }
}
