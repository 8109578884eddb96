package eu.policyadvisor.compare;

import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One difference explained: why something is concluded on one side and not on the other.
 *
 * @param conclusion what is concluded, on the side where it is; null for a stance that no
 *     recommendation takes
 * @param catalogue the catalogue it rests on
 * @param otherwise what keeps it from being concluded on the other side; null when it is concluded
 *     there too
 */
public record Witness(
    @Nullable Reasoned<?> conclusion, Catalogue catalogue, @Nullable Otherwise otherwise) {

  /** Why something is not concluded. */
  public sealed interface Otherwise {}

  /** There is no such rule. */
  public record NoRule() implements Otherwise {}

  /**
   * The rule is not in force.
   *
   * @param rule the rule
   * @param day the date of the advice
   */
  public record NotInForce(RuleCard rule, LocalDate day) implements Otherwise {}

  /**
   * Conditions fail.
   *
   * @param nearest the attempt in which the fewest do
   */
  public record Fails(NearMiss nearest) implements Otherwise {}
}
