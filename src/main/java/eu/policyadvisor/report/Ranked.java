package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.fact.Transaction;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    if (!addresses(advice.addressee(), recommendation.conclusion().on(), subject)) {
      return Part.FOR_OTHERS;
    } else if (advice.strength() == Strength.INFO || advice.urgency() == Urgency.WATCH) {
      return Part.KEEP_IN_MIND;
    }
    return advice.urgency().compareTo(Urgency.SHORT) <= 0 ? Part.DO_FIRST : Part.THEN;
  }

  /** Whether the subject is who should act on a fact. */
  static boolean addresses(Addressee addressee, Fact on, Subject subject) {
    List<SubjectType> types = subject.type() == null ? List.of() : subject.type();
    return switch (addressee) {
      case SUBJECT -> true;
      case MEMBER_STATE -> types.contains(SubjectType.MEMBER_STATE);
      case TARGET_STATE ->
          (types.contains(SubjectType.MEMBER_STATE)
                  || types.contains(SubjectType.THIRD_COUNTRY_STATE))
              && isAt(on, subject.country());
      case COMMISSION, AI_OFFICE ->
          types.contains(SubjectType.UNION) || types.contains(SubjectType.EU_INSTITUTION);
      case DATA_PROTECTION_AUTHORITY -> types.contains(SubjectType.DATA_PROTECTION_AUTHORITY);
      case MODEL_PROVIDER -> false;
    };
  }

  /** Whether a firm is acquired in a country; where it does not say, a state looks at its own. */
  private static boolean isAt(Fact on, @Nullable String country) {
    return !(on instanceof Transaction deal)
        || deal.targetCountry() == null
        || deal.targetCountry().equals(country);
  }
}
