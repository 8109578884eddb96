package eu.policyadvisor.advice;

import static eu.policyadvisor.FewRules.ALWAYS;
import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How grave findings are, and what is left of an assessment when some are accepted. */
final class AssessmentTest {
  private static Assessment assessment;

  @BeforeAll
  static void assess(@TempDir Path directory) throws IOException {
    Advisor advisor =
        FewRules.advisor(
            directory,
            finding("find/low", "low", "0.8", ALWAYS),
            finding("find/moderate", "moderate", "0.8", ALWAYS),
            finding("find/critical", "critical", "0.8", ALWAYS),
            rule(
                "find/own",
                "@kind(\"finding\") @severity(\"critical\") @confidence(0.8) @cites(\"plain\")",
                ALWAYS,
                "insertLogical( new Finding( drools.getRule().getName(), $on, Severity.HIGH ) );"),
            advice(
                "act/both",
                "now",
                "may",
                "permit",
                "0.8",
                "Finding( rule == \"find/low\", $on : on ) Finding( rule == \"find/moderate\" )"),
            advice("act/none", "now", "may", "permit", "0.8", ALWAYS));
    assessment = advisor.assess(FactSet.of(Fact.unknown(Subject.class, "s")), DAY);
  }

  @Test
  void aFindingIsAsGraveAsItSaysElseAsItsRuleSays() {
    assertThat(assessment.findings())
        .extracting(each -> each.card().id(), Assessment::severity)
        .containsExactlyInAnyOrder(
            tuple("find/low", Severity.LOW),
            tuple("find/moderate", Severity.MODERATE),
            tuple("find/critical", Severity.CRITICAL),
            tuple("find/own", Severity.HIGH));
  }

  /** The assessment where the findings of some rules are accepted. */
  private static Assessment accepting(String... rules) {
    Map<String, Waiver> accepted =
        Stream.of(rules)
            .map("find/"::concat)
            .map(AssessmentTest::found)
            .collect(Collectors.toMap(Triage::key, each -> waiver(each.rule())));
    return assessment.withTriage(new Triage(true, accepted, Map.of(), null));
  }

  private static Finding found(String rule) {
    return assessment.findings().stream()
        .map(Reasoned::conclusion)
        .filter(each -> each.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Waiver waiver(String rule) {
    return new Waiver(
        rule, null, null, null, "borne", "board", DAY.plusDays(1), null, Provenance.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          low                        | CRITICAL
          critical                   | HIGH
          critical own               | MODERATE
          own low                    | CRITICAL
          critical own moderate      | LOW
          critical own moderate low  |
          """)
  void theGravestIsSoughtAmongWhatNobodyAccepted(String accepted, Severity gravest) {
    assertThat(accepting(accepted.split(" ")).gravest().orElse(null)).isEqualTo(gravest);
  }

  @Test
  void theGravestOfAllCountsWhereNothingIsAccepted() {
    assertThat(assessment.gravest()).contains(Severity.CRITICAL);
  }

  @ParameterizedTest
  @CsvSource({"low, false", "moderate, false", "critical own, false", "low moderate, true"})
  void adviceRestsOnWaiversWhenAllFindingsBehindItAreAccepted(String accepted, boolean expected) {
    assertThat(restsOnWaivers("act/both", accepted.split(" "))).isEqualTo(expected);
  }

  @Test
  void adviceThatRestsOnNoFindingRestsOnNoWaiver() {
    assertThat(restsOnWaivers("act/none", "low", "moderate", "critical", "own")).isFalse();
  }

  private static boolean restsOnWaivers(String rule, String... accepted) {
    Assessment triaged = accepting(accepted);
    List<Reasoned<Recommendation>> advice =
        triaged.recommendations().stream().filter(each -> each.card().id().equals(rule)).toList();
    assertThat(advice).hasSize(1);
    return triaged.restsOnWaivers(advice.get(0));
  }
}
