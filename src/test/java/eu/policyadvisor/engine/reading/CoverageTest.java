package eu.policyadvisor.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.rule.CoveredCondition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A condition is covered when facts have shown both that the rule concludes with it and that it
 * alone keeps the rule from concluding.
 */
final class CoverageTest {
  private static final String YES = "{id: a, strategic: true, critical_infrastructure: true}";
  private static final String SECOND_NO =
      "{id: a, strategic: true, critical_infrastructure: false}";
  private static final String FIRST_NO = "{id: a, strategic: false, critical_infrastructure: true}";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("cover/and", "Dependency( strategic == true, criticalInfrastructure == true )")
            .concept(
                "cover/level",
                "Party( highRiskVendor == true )",
                "new Gp10Exposure( $on, Severity.HIGH )")
            .finding("cover/always", "Gp10Exposure( level == Severity.HIGH )")
            .in(directory);
  }

  /** What the dependencies of several fact sets show together, as text and what was seen. */
  private static List<String> covered(String rule, String... dependencies) throws IOException {
    SmallWorld first = SmallWorld.of(advisor, "");
    Coverage coverage = new Coverage(first.rules());
    for (String each : dependencies) {
      SmallWorld world = SmallWorld.of(advisor, "dependencies: [%s]".formatted(each));
      coverage.observe(world.given(), world.conclusions(), FewRules.DAY);
    }
    return Objects.requireNonNull(coverage.conditions().get(rule)).stream()
        .map(CoverageTest::said)
        .toList();
  }

  private static String said(CoveredCondition condition) {
    return condition.text()
        + (condition.held() ? " held" : "")
        + (condition.blocked() ? " blocked" : "");
  }

  @Test
  void nothingIsCoveredBeforeAnythingWasSeen() throws IOException {
    assertThat(covered("cover/and"))
        .containsExactly("strategic == true", "criticalInfrastructure == true");
  }

  @Test
  void threeFactSetsCoverTwoConditions() throws IOException {
    assertThat(covered("cover/and", YES, SECOND_NO))
        .containsExactly("strategic == true held", "criticalInfrastructure == true held blocked");
    assertThat(covered("cover/and", YES, SECOND_NO, FIRST_NO))
        .containsExactly(
            "strategic == true held blocked", "criticalInfrastructure == true held blocked");
  }

  @Test
  void whatEveryConclusionMeetsAnywayIsNoCondition() throws IOException {
    assertThat(covered("cover/always")).containsExactly("Gp10Exposure");
  }

  @Test
  void eachConditionTellsWhereItIsWrittenInItsRule() throws IOException {
    Coverage coverage = new Coverage(SmallWorld.of(advisor, "").rules());
    String text = advisor.source("cover/and").orElseThrow().drl();
    assertThat(Objects.requireNonNull(coverage.conditions().get("cover/and")))
        .allSatisfy(
            each -> assertThat(text.substring(each.from(), each.to())).isEqualTo(each.text()));
  }
}
