package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Assesses documented decisions and compares stances.
 *
 * <p>Our stance is that of the assessment, whoever its recommendations address: an authority
 * decides about others, so that what others must do is its decision as well. The rules that decide
 * are those of the live recommendations that take this stance, and the findings which they answer.
 */
public final class BacktestRunner {
  private final Advisor advisor;

  /** Runs cases with the rules of an advisor. */
  public BacktestRunner(Advisor advisor) {
    this.advisor = advisor;
  }

  /** How our stance and that of the authority go together. */
  public enum Agreement {
    /** The stances are the same, or we found nothing where the authority permitted. */
    AGREES,
    /** They differ, and the case says why the authority should not be followed. */
    DISAGREES,
    /** They differ, and the case says what the rules do not know yet. */
    LACKS,
    /** They differ, and nothing says why. */
    DIFFERS
  }

  /**
   * What came of a case.
   *
   * @param test the case
   * @param stance ours
   * @param agreement how the stances go together
   * @param decidedBy the findings that the stance rests on, by the ids of their rules; the advice
   *     itself where it rests on none
   * @param failures what else is not as the case expects; empty when all is
   */
  public record Outcome(
      Backtest test,
      Stance stance,
      Agreement agreement,
      List<String> decidedBy,
      List<String> failures) {

    /** Copies the lists. */
    public Outcome {
      decidedBy = List.copyOf(decidedBy);
      failures = List.copyOf(failures);
    }

    /** Whether the stances agree or differ for a reason, and all else is as expected. */
    public boolean passes() {
      return agreement != Agreement.DIFFERS && failures.isEmpty();
    }
  }

  /** Runs a case. */
  public Outcome run(Backtest test) {
    Assessment assessment = advisor.advise(test.facts(), test.asOf());
    boolean same =
        Backtest.Result.of(test.decision().stance(), assessment.stance()) == Backtest.Result.AGREES;
    boolean reason = test.decision().reason().isPresent();
    Agreement agreement =
        same
            ? Agreement.AGREES
            : reason
                ? Agreement.DISAGREES
                : test.decision().lacks() != null ? Agreement.LACKS : Agreement.DIFFERS;
    List<String> failures = new ArrayList<>();
    if (same && reason) {
      failures.add("says why it disagrees with the authority, but takes the same stance");
    }
    if (same && test.decision().lacks() != null) {
      failures.add("says what the rules lack, but they take the stance of the authority");
    }
    List<Reasoned<Recommendation>> deciding =
        assessment.recommendations().stream()
            .filter(each -> advice(each).strength() != Strength.INFO)
            .filter(each -> advice(each).stance() == assessment.stance())
            .toList();
    List<Reasoned<?>> chain =
        deciding.stream().flatMap(each -> Evidence.chain(each).stream()).distinct().toList();
    for (Case.Expected expected : test.carriedBy()) {
      if (chain.stream().noneMatch(each -> CaseRunner.matches(expected, each))) {
        failures.add(
            "expected "
                + expected
                + " to carry the stance "
                + Names.inFile(assessment.stance())
                + ", which rests on "
                + (chain.isEmpty() ? "no recommendation" : String.join(", ", rules(chain))));
      }
    }
    for (Case.Expected expected : test.concludes()) {
      if (CaseRunner.live(assessment).noneMatch(each -> CaseRunner.matches(expected, each))) {
        failures.add("expected " + expected + " to conclude");
      }
    }
    for (Case.Expected expected : test.silent()) {
      if (CaseRunner.all(assessment).anyMatch(each -> CaseRunner.matches(expected, each))) {
        failures.add("did not expect " + expected);
      }
    }
    for (Contradiction contradiction : assessment.contradictions()) {
      failures.add(CaseRunner.words(contradiction));
    }
    return new Outcome(test, assessment.stance(), agreement, decidedBy(deciding), failures);
  }

  private static List<String> decidedBy(List<Reasoned<Recommendation>> deciding) {
    Set<String> rules = new LinkedHashSet<>();
    for (Reasoned<Recommendation> recommendation : deciding) {
      List<String> findings =
          Evidence.chain(recommendation).stream()
              .skip(1) // itself
              .flatMap(BacktestRunner::cards)
              .filter(card -> card.kind() == Kind.FINDING)
              .map(RuleCard::id)
              .toList();
      rules.addAll(findings.isEmpty() ? List.of(recommendation.card().id()) : findings);
    }
    return List.copyOf(rules);
  }

  private static Set<String> rules(Collection<Reasoned<?>> chain) {
    Set<String> rules = new LinkedHashSet<>();
    chain.stream().flatMap(BacktestRunner::cards).map(RuleCard::id).forEach(rules::add);
    return rules;
  }

  private static Stream<RuleCard> cards(Reasoned<?> reasoned) {
    return reasoned.because().stream().map(Justification::rule);
  }

  private static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }
}
