package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Standing;
import eu.policyadvisor.rule.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Which advice cannot be followed together, told without the code that is under test. */
public final class Opposed {
  private static final Set<Stance> AGAINST = Set.of(Stance.PROHIBIT, Stance.RESTRICT);
  private static final Set<Stance> TOWARDS = Set.of(Stance.CONDITIONAL, Stance.PERMIT);

  /** Care that an application or an agent is owed whatever model or chip it runs on. */
  private static final Set<String> CARE =
      Set.of(
          "apps/disclose-ai",
          "apps/have-ai-disclosed",
          "apps/warn-consumers",
          "apps/take-commitments",
          "apps/prepare-high-risk-duties",
          "apps/meet-high-risk-duties",
          "apps/prepare-product-duties",
          "apps/meet-product-duties",
          "models/fence-agents",
          "models/weigh-prc-service");

  private Opposed() {}

  /**
   * Two rules that advise on one thing.
   *
   * @param one the rule of the more pressing advice
   * @param other the other rule
   * @param opposed whether they pull it in opposite directions
   */
  public record Pair(String one, String other, boolean opposed) {}

  /** Each two live recommendations on one thing that both bind. */
  public static List<Pair> pairs(Assessment assessment) {
    List<Reasoned<Recommendation>> binding =
        assessment.recommendations().stream()
            .filter(each -> advice(each).strength() != Strength.INFO)
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (Reasoned<Recommendation> one : binding) {
      for (Reasoned<Recommendation> other :
          binding.subList(binding.indexOf(one) + 1, binding.size())) {
        if (one.conclusion().on().equals(other.conclusion().on())) {
          pairs.add(
              new Pair(
                  one.card().id(),
                  other.card().id(),
                  isOpposed(advice(one).stance(), advice(other).stance())));
        }
      }
    }
    return pairs;
  }

  /**
   * Each live recommendation that leaves a thing out of use, with each other one on the thing or on
   * what rests on it; opposed where that takes the thing to be in use, or says that what rests on
   * it may go on. What is only told counts too.
   *
   * @param rests whether the first fact rests on the second, or is the second
   */
  public static Stream<Pair> standings(Assessment assessment, BiPredicate<Fact, Fact> rests) {
    return assessment.recommendations().stream()
        .filter(one -> advice(one).standing() == Standing.OUT_OF_USE)
        .flatMap(
            one ->
                assessment.recommendations().stream()
                    .filter(other -> other != one)
                    .filter(other -> rests.test(other.conclusion().on(), one.conclusion().on()))
                    .map(
                        other ->
                            new Pair(
                                one.card().id(),
                                other.card().id(),
                                advice(other).standing() == Standing.IN_USE
                                    && (other.conclusion().on().equals(one.conclusion().on())
                                        || TOWARDS.contains(advice(other).stance())
                                            && !CARE.contains(other.card().id())))));
  }

  private static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }

  private static boolean isOpposed(Stance one, Stance other) {
    return AGAINST.contains(one) && TOWARDS.contains(other)
        || TOWARDS.contains(one) && AGAINST.contains(other);
  }
}
