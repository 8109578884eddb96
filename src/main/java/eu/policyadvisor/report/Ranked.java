package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one rule recommends, for one fact or for several, with its number and the part of the report
 * it belongs to. The number is the same in every format.
 *
 * @param rank its number, from 1
 * @param part where it stands
 * @param recommendations the recommendations, one for each fact
 */
record Ranked(int rank, Part part, List<Reasoned<Recommendation>> recommendations) {
  Ranked {
    recommendations = List.copyOf(recommendations);
  }

  /** Parts of a report, in their order. */
  enum Part {
    DO_FIRST("Do first"),
    THEN("Then"),
    KEEP_IN_MIND("Keep in mind"),
    FOR_OTHERS("For others");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** All live recommendations: what the subject should do, then what others should do. */
  static List<Ranked> all(Assessment assessment) {
    List<Ranked> ranked = new ArrayList<>();
    for (Part part : Part.values()) {
      Map<String, List<Reasoned<Recommendation>>> rules = new LinkedHashMap<>();
      for (Reasoned<Recommendation> recommendation : assessment.recommendations()) {
        if (part == part(recommendation, assessment.facts().subject())) {
          rules
              .computeIfAbsent(recommendation.card().id(), rule -> new ArrayList<>())
              .add(recommendation);
        }
      }
      rules.values().forEach(of -> ranked.add(new Ranked(ranked.size() + 1, part, of)));
    }
    return ranked;
  }

  RuleCard card() {
    return recommendations.get(0).card();
  }

  RuleCard.Advice advice() {
    return advice(recommendations.get(0));
  }

  static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }

  private static Part part(Reasoned<Recommendation> recommendation, Subject subject) {
    RuleCard.Advice advice = advice(recommendation);
    if (!advice.addressee().means(subject, recommendation.conclusion().on())) {
      return Part.FOR_OTHERS;
    } else if (advice.strength() == Strength.INFO || advice.urgency() == Urgency.WATCH) {
      return Part.KEEP_IN_MIND;
    }
    return advice.urgency().compareTo(Urgency.SHORT) <= 0 ? Part.DO_FIRST : Part.THEN;
  }
}
