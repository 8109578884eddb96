package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which advice cannot be followed together, told without the code that is under test. */
public final class Opposed {
  private static final Set<Stance> AGAINST = Set.of(Stance.PROHIBIT, Stance.RESTRICT);
  private static final Set<Stance> TOWARDS = Set.of(Stance.CONDITIONAL, Stance.PERMIT);

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

  private static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }

  private static boolean isOpposed(Stance one, Stance other) {
    return AGAINST.contains(one) && TOWARDS.contains(other)
        || TOWARDS.contains(one) && AGAINST.contains(other);
  }
}
