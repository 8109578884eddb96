package eu.policyadvisor.engine.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.Trial;
import eu.policyadvisor.reasoning.UnknownFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects with which the fewest conditions of a rule fail, and which conditions these are. */
final class NearestAttemptTest {
  private static final String BOTH =
      "Dependency( strategic == true, criticalInfrastructure == true )";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("near/both", BOTH)
            .finding("near/not", "not Party( highRiskVendor == true )")
            .finding("near/exists", "exists Party( hq == \"TW\", subjectToEar == true )")
            .finding(
                "near/total",
                "accumulate( Party( hq == \"TW\" ); $n : count() )"
                    + " Subject( this == $on, $n >= 2 )")
            .finding(
                "near/same-value",
                "$d : Dependency( strategic == true )"
                    + " Dependency( this == $d, strategic == false )")
            .concept("near/risk", BOTH, "new TransferRisk( $on )")
            .concept("near/risk-by-supplier", "Party( hq == \"TW\" )", "new TransferRisk( $on )")
            .finding("near/risky", "TransferRisk()")
            .concept("near/use", "TransferRisk()", "new SensitiveUse( $on )")
            .finding("near/sensitive", "SensitiveUse()")
            .finding("near/nobody-concludes", "DualExposure()")
            .concept(
                "near/each",
                "$d : Dependency( strategic == true )",
                "new SinglePointOfFailure( $d )")
            .in(directory);
  }

  private static List<Trial> nearest(String rule, String facts) throws IOException {
    SmallWorld world = SmallWorld.of(advisor, facts);
    return new NearestAttempt(
            world.rules(),
            world.given(),
            world.conclusions(),
            UnknownFacts.beside(world.facts()),
            FewRules.DAY)
        .of(rule, NearestAttempt.ANY, 4);
  }

  /** What fails in the nearest attempt, and how much that costs. */
  private static String failing(String rule, String facts) throws IOException {
    List<Trial> nearest = nearest(rule, facts);
    return nearest.isEmpty() ? "no attempt" : said(nearest.get(0));
  }

  private static String said(Trial trial) {
    return trial.cost()
        + trial.snags().stream()
            .map(NearestAttemptTest::said)
            .collect(Collectors.joining("; ", ": ", ""));
  }

  private static String said(FailedCondition failed) {
    if (failed instanceof FailedCondition.Unmet unmet) {
      String on = SmallWorld.ids(Collections.singleton(unmet.object())).get(0);
      return unmet.failing().stream()
          .map(FieldsRead::text)
          .collect(Collectors.joining(", ", (unmet.added() ? "added " : "") + on + " ", ""));
    } else if (failed instanceof FailedCondition.Underived underived) {
      Trial way = underived.way();
      return way == null ? "no rule" : "by " + way.rule().getName() + " " + said(way);
    }
    FailedCondition.Unwanted unwanted = (FailedCondition.Unwanted) failed;
    return unwanted.found().size() + " unwanted";
  }

  @Test
  void theFactThatMeetsMoreIsNearer() throws IOException {
    assertThat(
            failing(
                "near/both",
                """
                dependencies:
                  - {id: a, strategic: false, critical_infrastructure: false}
                  - {id: b, strategic: true, critical_infrastructure: false}
                """))
        .isEqualTo("1: b criticalInfrastructure == true");
  }

  @Test
  void nothingFailsWhereTheRuleConcludes() throws IOException {
    assertThat(
            failing(
                "near/both",
                "dependencies: [{id: a, strategic: true, critical_infrastructure: true}]"))
        .isEqualTo("0: ");
  }

  @Test
  void whereThereIsNoFactOneIsThoughtUpWhichCostsOneMore() throws IOException {
    assertThat(failing("near/both", "dependencies: []"))
        .isEqualTo("3: added new-dependency strategic == true, criticalInfrastructure == true");
  }

  @Test
  void aFactThatIsThereIsNearerThanOneThatIsThoughtUp() throws IOException {
    assertThat(
            failing(
                "near/both",
                "dependencies: [{id: a, strategic: false, critical_infrastructure: false}]"))
        .isEqualTo("2: a strategic == true, criticalInfrastructure == true");
  }

  @Test
  void eachThatShouldNotBeThereCounts() throws IOException {
    assertThat(
            failing(
                "near/not",
                "parties: [{id: x, high_risk_vendor: true}, {id: y, high_risk_vendor: true}]"))
        .isEqualTo("2: 2 unwanted");
  }

  @Test
  void whatHasToExistIsSoughtAsIfItStoodInTheRuleItself() throws IOException {
    assertThat(
            failing(
                "near/exists",
                "parties: [{id: x, hq: US}, {id: y, hq: TW, subject_to_ear: false}]"))
        .isEqualTo("1: y subjectToEar == true");
  }

  @Test
  void aTotalFailsAsOneCondition() throws IOException {
    assertThat(failing("near/total", "parties: [{id: x, hq: TW}]")).isEqualTo("1: s $n >= 2");
  }

  @Test
  void conditionsThatNoValueMeetsTogetherAreNoAttempt() throws IOException {
    assertThat(failing("near/same-value", "dependencies: [{id: a}]")).isEqualTo("no attempt");
  }

  @Test
  void aConclusionThatIsMissingCostsWhatItsRuleLacks() throws IOException {
    assertThat(
            failing(
                "near/risky",
                """
                dependencies: [{id: a, strategic: true, critical_infrastructure: false}]
                parties: []
                """))
        .isEqualTo("1: by near/risk 1: a criticalInfrastructure == true");
  }

  @Test
  void ofSeveralRulesThatMayConcludeItTheNearestIsTaken() throws IOException {
    assertThat(
            failing(
                "near/risky",
                """
                dependencies: [{id: a, strategic: false, critical_infrastructure: false}]
                parties: [{id: x, hq: US}]
                """))
        .isEqualTo("1: by near/risk-by-supplier 1: x hq == \"TW\"");
  }

  @Test
  void missingConclusionsAreFollowedThroughSeveralRules() throws IOException {
    assertThat(
            failing(
                "near/sensitive",
                """
                dependencies: []
                parties: [{id: x, hq: US}]
                """))
        .isEqualTo("1: by near/use 1: by near/risk-by-supplier 1: x hq == \"TW\"");
  }

  @Test
  void whatNoRuleConcludesIsHopeless() throws IOException {
    assertThat(failing("near/nobody-concludes", "")).isEqualTo("30: no rule");
    assertThat(nearest("near/nobody-concludes", "").get(0).conclusion()).isNull();
  }

  @Test
  void attemptsThatConcludeSomethingElseStandSideBySideTheNearestFirst() throws IOException {
    assertThat(
            nearest(
                "near/each", "dependencies: [{id: a, strategic: false}, {id: b, strategic: true}]"))
        .extracting(NearestAttemptTest::said)
        .containsExactly(
            "0: ", "1: a strategic == true", "2: added new-dependency strategic == true");
  }
}
