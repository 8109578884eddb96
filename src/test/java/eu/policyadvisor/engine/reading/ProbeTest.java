package eu.policyadvisor.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a condition is the only one that keeps a rule from concluding: it is turned round, and
 * the rule is read once more.
 */
final class ProbeTest {
  private static final String HELD = "held";
  private static final String BLOCKED = "blocked";
  private static final String NEITHER = "neither";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("probe/and", "Dependency( strategic == true, criticalInfrastructure == true )")
            .finding("probe/or", "( Party( hq == \"TW\" ) or Dependency( strategic == true ) )")
            .finding("probe/there", "Party()")
            .finding("probe/not", "not Party( highRiskVendor == true )")
            .finding("probe/exists", "exists Party( highRiskVendor == true )")
            .finding(
                "probe/total",
                "accumulate( Party( highRiskVendor == true ); $n : count() )"
                    + " Subject( this == $on, $n >= 1 )")
            .in(directory);
  }

  /** What facts show of each condition of a rule. */
  private static Map<String, String> seen(String id, String facts) throws IOException {
    SmallWorld world = SmallWorld.of(advisor, facts);
    Probe probe = new Probe(world.memory(), world.rules().criteria());
    Rule rule = world.rule(id);
    Map<String, String> seen = new TreeMap<>();
    for (Point point : Point.of(rule)) {
      boolean held = probe.holds(rule, point);
      boolean blocked = probe.blocks(rule, point);
      assertThat(held && blocked).as("%s by one fact of a kind", point.text()).isFalse();
      seen.put(point.text(), held ? HELD : blocked ? BLOCKED : NEITHER);
    }
    return seen;
  }

  @Test
  void theOneConditionThatFailsIsInTheWay() throws IOException {
    assertThat(
            seen(
                "probe/and",
                "dependencies: [{id: a, strategic: true, critical_infrastructure: false}]"))
        .isEqualTo(Map.of("strategic == true", NEITHER, "criticalInfrastructure == true", BLOCKED));
  }

  @Test
  void twoThatFailTogetherShowNothingOfEither() throws IOException {
    assertThat(
            seen(
                "probe/and",
                "dependencies: [{id: a, strategic: false, critical_infrastructure: false}]"))
        .isEqualTo(Map.of("strategic == true", NEITHER, "criticalInfrastructure == true", NEITHER));
  }

  @Test
  void whereTheRuleConcludesAllOfThemHold() throws IOException {
    assertThat(
            seen(
                "probe/and",
                "dependencies: [{id: a, strategic: true, critical_infrastructure: true}]"))
        .isEqualTo(Map.of("strategic == true", HELD, "criticalInfrastructure == true", HELD));
  }

  @Test
  void aValueThatIsNotKnownIsNotInTheWay() throws IOException {
    assertThat(seen("probe/and", "dependencies: [{id: a, strategic: true}]"))
        .containsEntry("criticalInfrastructure == true", NEITHER);
  }

  @Test
  void ofAlternativesEachIsSeenByItself() throws IOException {
    assertThat(
            seen(
                "probe/or",
                """
                parties: [{id: x, hq: TW}]
                dependencies: [{id: a, strategic: false}]
                """))
        .isEqualTo(Map.of("hq == \"TW\"", HELD, "strategic == true", BLOCKED));
  }

  @Test
  void thatSomethingIsThereIsInTheWayWhereNothingIs() throws IOException {
    assertThat(seen("probe/there", "parties: []")).isEqualTo(Map.of("Party", BLOCKED));
    assertThat(seen("probe/there", "parties: [{id: x}]")).isEqualTo(Map.of("Party", HELD));
  }

  @Test
  void anAbsenceIsInTheWayWhereSomethingIsThereForWhichAllInsideHolds() throws IOException {
    assertThat(seen("probe/not", "parties: [{id: x, high_risk_vendor: true}]"))
        .isEqualTo(Map.of("not Party", BLOCKED, "highRiskVendor == true", HELD));
  }

  @Test
  void insideANotAConditionIsInTheWayOfTheObstacle() throws IOException {
    assertThat(seen("probe/not", "parties: [{id: x, high_risk_vendor: false}]"))
        .isEqualTo(Map.of("not Party", HELD, "highRiskVendor == true", BLOCKED));
  }

  @Test
  void insideAnExistsItIsInTheWayWhenAnotherValueWouldDo() throws IOException {
    assertThat(seen("probe/exists", "parties: [{id: x, high_risk_vendor: false}]"))
        .isEqualTo(Map.of("exists Party", BLOCKED, "highRiskVendor == true", BLOCKED));
    assertThat(seen("probe/exists", "parties: []"))
        .isEqualTo(Map.of("exists Party", BLOCKED, "highRiskVendor == true", NEITHER));
  }

  @Test
  void insideATotalItHoldsWhereSomethingIsAddedUp() throws IOException {
    assertThat(seen("probe/total", "parties: [{id: x, high_risk_vendor: true}]"))
        .containsEntry("highRiskVendor == true", HELD);
  }
}
