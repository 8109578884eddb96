package eu.policyadvisor.engine.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.reasoning.UnknownFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of the facts mend the conditions that fail. */
final class RepairsTest {
  private static final String VENDOR = "Party( highRiskVendor == true )";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("repair/one", "Dependency( strategic == true )")
            .finding(
                "repair/two", "Dependency( strategic == true, criticalInfrastructure == true )")
            .finding(
                "repair/either",
                "Dependency( strategic == true || criticalInfrastructure == true )")
            .finding("repair/number", "Dependency( stockDays < 30 )")
            .finding("repair/two-facts", "Dependency( strategic == true ) " + VENDOR)
            .finding(
                "repair/agreeing", "Dependency( $c : frontEndCountry != null ) Party( hq == $c )")
            .finding(
                "repair/list", "StatedList( section == Section.DEPENDENCIES ) not Dependency()")
            .finding("repair/not", "not " + VENDOR)
            .finding("repair/share", "CountryShare( country == \"CN\", share >= 0.5 )")
            .finding(
                "repair/total",
                """
                Dependency( $limit : supplierShare )
                    accumulate( Accelerator( shareOfCompute != null, $part : shareOfCompute );
                                $total : sum( $part ) )
                    Subject( this == $on, $total >= $limit )\
                """)
            .concept("repair/risk", VENDOR, "new TransferRisk( $on )")
            .finding("repair/risky", "TransferRisk()")
            .finding("repair/not-risky", "not TransferRisk()")
            .in(directory);
  }

  /** The edits that are put forward for the nearest attempt, each as its changes. */
  private static List<String> edits(String rule, String facts) throws IOException {
    SmallWorld world = SmallWorld.of(advisor, facts);
    NearestAttempt nearest =
        new NearestAttempt(
            world.rules(),
            world.given(),
            world.conclusions(),
            UnknownFacts.beside(world.facts()),
            FewRules.DAY);
    return new Repairs(
            world.rules().compiled(), nearest, world.conclusions().matches(), Choices.ANY)
        .of(nearest.of(rule, NearestAttempt.ANY, 1).get(0)).stream()
            .map(RepairsTest::said)
            .toList();
  }

  private static String said(Edit edit) {
    return edit.changes().stream().map(RepairsTest::said).collect(Collectors.joining(", "));
  }

  private static String said(Change change) {
    if (change instanceof Change.Put put) {
      return put.id() + "." + put.field() + " = " + put.value();
    } else if (change instanceof Change.Add add) {
      return "add " + add.fact().id();
    } else if (change instanceof Change.Remove remove) {
      return "remove " + remove.id();
    }
    return "state " + change.section().key();
  }

  @Test
  void aValueIsTriedInTheConditionThatFails() throws IOException {
    assertThat(edits("repair/one", "dependencies: [{id: a, strategic: false}]"))
        .containsExactly("a.strategic = true");
  }

  @Test
  void aNumberIsMovedJustAcrossItsThreshold() throws IOException {
    assertThat(edits("repair/number", "dependencies: [{id: a, stock_days: 90}]"))
        .containsExactly("a.stock_days = 29");
  }

  @Test
  void allConditionsThatFailAreMendedTogether() throws IOException {
    assertThat(
            edits(
                "repair/two",
                "dependencies: [{id: a, strategic: false, critical_infrastructure: false}]"))
        .containsExactly("a.strategic = true, a.critical_infrastructure = true");
  }

  @Test
  void ofAlternativesEachIsAnEdit() throws IOException {
    assertThat(
            edits(
                "repair/either",
                "dependencies: [{id: a, strategic: false, critical_infrastructure: false}]"))
        .containsExactlyInAnyOrder("a.strategic = true", "a.critical_infrastructure = true");
  }

  @Test
  void severalFactsAreChangedAtOnce() throws IOException {
    assertThat(
            edits(
                "repair/two-facts",
                """
                dependencies: [{id: a, strategic: false}]
                parties: [{id: x, high_risk_vendor: false}]
                """))
        .containsExactly("a.strategic = true, x.high_risk_vendor = true");
  }

  @Test
  void whereFactsHaveToAgreeEitherMayChange() throws IOException {
    assertThat(
            edits(
                "repair/agreeing",
                """
                dependencies: [{id: a, front_end_country: TW}]
                parties: [{id: x, hq: US}]
                """))
        .contains("x.hq = TW", "a.front_end_country = US");
  }

  @Test
  void aFactIsAddedBeforeItIsGivenValues() throws IOException {
    assertThat(edits("repair/one", "dependencies: []"))
        .containsExactly("add new-dependency, new-dependency.strategic = true");
  }

  @Test
  void aListIsStatedThatHoldsNothing() throws IOException {
    assertThat(edits("repair/list", "parties: []")).containsExactly("state dependencies");
  }

  @Test
  void aShareIsStatedWithTheOthersOfItsSupply() throws IOException {
    assertThat(edits("repair/share", "dependencies: [{id: a, shares: {CN: 0.3, DE: 0.2}}]"))
        .contains("a.shares = {DE=0.2, CN=0.5}");
  }

  @Test
  void sharesThatWouldAddUpToMoreThanOneGiveWay() throws IOException {
    assertThat(edits("repair/share", "dependencies: [{id: a, shares: {CN: 0.3, DE: 0.7}}]"))
        .contains("a.shares = {CN=0.5}");
  }

  /** 0.5 and 0.2 come to 0.7: either part is 0.1 short of the limit. */
  @Test
  void aTotalIsMendedByAnyOfItsParts() throws IOException {
    assertThat(
            edits(
                "repair/total",
                """
                dependencies: [{id: a, supplier_share: 0.8}]
                accelerators: [{id: g, share_of_compute: 0.5}, {id: h, share_of_compute: 0.2}]
                """))
        .contains("g.share_of_compute = 0.6", "h.share_of_compute = 0.3");
  }

  @Test
  void whatShouldNotBeThereIsChangedOrRemoved() throws IOException {
    assertThat(edits("repair/not", "parties: [{id: x, high_risk_vendor: true}]"))
        .containsExactlyInAnyOrder("x.high_risk_vendor = false", "remove x");
  }

  @Test
  void aConclusionThatIsMissingIsRepairedWhereItsRuleFails() throws IOException {
    assertThat(edits("repair/risky", "parties: [{id: x, high_risk_vendor: false}]"))
        .containsExactly("x.high_risk_vendor = true");
  }

  @Test
  void aConclusionThatIsInTheWayIsWithdrawnByAValueThatItRestsOn() throws IOException {
    assertThat(edits("repair/not-risky", "parties: [{id: x, high_risk_vendor: true}]"))
        .containsExactly("x.high_risk_vendor = false");
  }
}
