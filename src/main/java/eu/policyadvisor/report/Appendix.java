package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked for beside advice: key reasons, and what came of each rule. */
final class Appendix {
  private static final int MOST_VALUES = 3;

  static final String KEY_REASONS = "Key reasons";

  /** Why the numbers of this section are larger than those of 'Not known'. */
  static final String COUNTS =
      "Rules of every kind are counted here, those too that wait only for lists that are not"
          + " stated; 'Not known' counts the findings that wait for a value.";

  private Appendix() {}

  /**
   * The key reason of a conclusion.
   *
   * @param conclusion what was concluded, such as {@code inputs/rare-earth-thin-stock on magnets}
   * @param reason the deciding values
   */
  record KeyReason(String conclusion, String reason) {}

  /** One for each recommendation and finding. */
  static List<KeyReason> keyReasons(Assessment assessment) {
    List<Reasoned<?>> conclusions = new ArrayList<>(assessment.recommendations());
    conclusions.addAll(assessment.findings());
    return conclusions.stream()
        .map(
            each ->
                new KeyReason(
                    each.card().id() + " on " + Plain.text(each.conclusion().on().id()),
                    reason(each)))
        .toList();
  }

  /** The values that the nearest rule read that reads any, compared with its thresholds. */
  private static String reason(Reasoned<?> conclusion) {
    List<Reasoned<?>> level = List.of(conclusion);
    Set<Reasoned<?>> seen = new LinkedHashSet<>();
    while (!level.isEmpty()) {
      Set<String> values = new LinkedHashSet<>();
      List<Reasoned<?>> next = new ArrayList<>();
      for (Reasoned<?> each : level) {
        Justification way = each.because().get(0);
        values.addAll(values(way));
        for (Premise premise : way.premises()) {
          if (premise instanceof Premise.Concluded inner && seen.add(inner.conclusion())) {
            next.add(inner.conclusion());
          }
        }
      }
      if (!values.isEmpty()) {
        return String.join("; ", values.stream().limit(MOST_VALUES).toList());
      }
      level = next;
    }
    return conclusion.card().summary();
  }

  /** Comparisons with thresholds if there are any, else all values. */
  private static List<String> values(Justification way) {
    List<Parameter> thresholds =
        way.premises().stream()
            .filter(Premise.Threshold.class::isInstance)
            .map(premise -> ((Premise.Threshold) premise).parameter())
            .toList();
    List<String> compared = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Given given) {
        for (String field : given.fields()) {
          if (field.equals("id")
              || given.fact() instanceof CountryShare && !field.equals("share")) {
            continue;
          }
          String said = said(given.fact(), field);
          BigDecimal number = number(given.fact().value(field));
          if (number != null && thresholds.size() == 1) {
            compared.add(said + ", " + against(number, thresholds.get(0)));
          } else {
            values.add(said);
          }
        }
      }
    }
    return compared.isEmpty() ? values : compared;
  }

  private static String said(Fact fact, String field) {
    Object value = fact.value(field);
    return FactNames.named(fact, field)
        + (value == null ? " is not known" : " is " + Plain.text(Names.value(value)));
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return value instanceof BigDecimal decimal
        ? decimal
        : value instanceof Integer integer ? BigDecimal.valueOf(integer) : null;
  }

  private static String against(BigDecimal number, Parameter threshold) {
    int order = number.compareTo(threshold.value());
    return "%s %s (%s)"
        .formatted(
            order < 0 ? "below" : order > 0 ? "above" : "the very threshold",
            threshold.value().toPlainString(),
            threshold.name());
  }

  /** Each kind of rule and what came of it, such as {@code finding rules, clear}, with the ids. */
  static Map<String, List<String>> statuses(Assessment assessment) {
    Map<String, List<String>> statuses = new LinkedHashMap<>();
    for (Kind kind : List.of(Kind.FINDING, Kind.ADVICE, Kind.CONCEPT, Kind.PRECEDENCE)) {
      for (RuleStatus status : RuleStatus.values()) {
        List<String> ids =
            assessment.knowledge().cards().values().stream()
                .filter(card -> card.kind() == kind)
                .map(RuleCard::id)
                .filter(id -> assessment.statuses().get(id) == status)
                .toList();
        if (!ids.isEmpty()) {
          statuses.put(Labels.of(kind) + " rules, " + Labels.of(status), ids);
        }
      }
    }
    return statuses;
  }
}
