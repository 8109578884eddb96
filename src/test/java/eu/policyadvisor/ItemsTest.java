package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer on each item. */
final class ItemsTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            finding("rule/cn-chip", "high", "0.8", "$on : Accelerator( designerHq == \"CN\" )"),
            finding("rule/cn-model", "high", "0.8", "$on : Model( hostingCountry == \"CN\" )"),
            finding("rule/cn-flow", "high", "0.8", "$on : DataFlow( toCountry == \"CN\" )"),
            advice(
                "advice/end-model",
                "now",
                "must",
                "prohibit",
                "0.8",
                """
                $flow : DataFlow( $model : model )
                    Finding( rule == "rule/cn-flow", on == $flow )
                    $on : Model( id == $model )\
                """),
            advice("advice/watch-cloud", "now", "info", "restrict", "0.8", "$on : CloudService()"),
            advice("advice/use", "short", "may", "permit", "0.8", "$on : Framework()"),
            advice(
                "advice/lock",
                "now",
                "should",
                "diversify",
                "0.8",
                "$on : Application( chatbot != false )"),
            advice(
                "advice/hit",
                "now",
                "should",
                "investigate",
                "0.8",
                "$on : PolicyEvent( $hit : concerns, exempt != true )\n"
                    + "    CriticalInput( id == $hit )"),
            advice(
                "advice/exempt",
                "now",
                "may",
                "permit",
                "0.8",
                "$on : PolicyEvent( $hit : concerns, exempt == true )\n"
                    + "    CriticalInput( id == $hit )"),
            advice(
                "advice/agent",
                "now",
                "should",
                "conditional",
                "0.8",
                "$on : Model( agentic == true )"),
            finding(
                "rule/soon", "low", "0.8", "$on : Model( deployment == Deployment.VENDOR_APP )"),
            precedence(
                "over/lock",
                """
                $prevails : Recommendation( rule == "advice/use" )
                $yields : Recommendation( rule == "advice/lock" )
                """));
  }

  private static Assessment of(String facts) throws IOException {
    return advisor.advise(FewRules.facts(advisor, "subject: {id: s}\n" + facts), DAY);
  }

  private static Item item(String facts) throws IOException {
    assertThat(of(facts).items()).hasSize(1);
    return of(facts).items().get(0);
  }

  @Test
  void takesTheGravestStanceOfAdviceAboutItAndTheSubjectThatOfItsGravestItem() throws IOException {
    Assessment assessment =
        of(
            "frameworks: [{id: f}]\n"
                + "models: [{id: m}]\n"
                + "data_flows: [{id: d, model: m, to_country: CN}]\n");

    assertThat(assessment.items())
        .extracting(each -> each.fact().id(), Item::stance)
        .containsExactly(
            tuple("d", Stance.PROHIBIT), tuple("m", Stance.PROHIBIT), tuple("f", Stance.PERMIT));
    assertThat(assessment.stance()).isEqualTo(Stance.PROHIBIT);
  }

  @Test
  void takesTheStanceOfAdviceElsewhereThatAnswersAFindingAboutIt() throws IOException {
    assertThat(of("models: [{id: m}]\ndata_flows: [{id: d, model: m, to_country: CN}]\n").items())
        .filteredOn(each -> each.fact().id().equals("d"))
        .singleElement()
        .satisfies(
            flow -> {
              assertThat(flow.stance()).isEqualTo(Stance.PROHIBIT);
              assertThat(flow.advice())
                  .extracting(a -> a.card().id())
                  .containsExactly("advice/end-model");
            });
  }

  @Test
  void takesTheStanceOfThatToWhichAllAdviceAboutItYielded() throws IOException {
    assertThat(of("applications: [{id: a}]\nframeworks: [{id: f}]\n").items())
        .extracting(each -> each.fact().id(), Item::stance)
        .containsExactly(tuple("f", Stance.PERMIT), tuple("a", Stance.PERMIT));
  }

  @Test
  void isNoBetterThanTheModelItUses() throws IOException {
    assertThat(
            of("""
            models: [{id: m}]
            data_flows: [{id: d, model: m, to_country: CN}]
            applications: [{id: a, uses_model: m}]
            """)
                .items())
        .filteredOn(each -> each.fact().id().equals("a"))
        .singleElement()
        .satisfies(
            application -> {
              assertThat(application.stance()).isEqualTo(Stance.PROHIBIT);
              assertThat(application.through()).isNotNull();
            });
    assertThat(
            of("""
            frameworks: [{id: f}]
            models: [{id: m, developer_hq: DE, hosting_country: unknown}]
            data_flows: [{id: d, model: m, to_country: DE}]
            """)
                .items())
        .extracting(each -> each.fact().id(), Item::stance)
        .containsExactly(
            tuple("f", Stance.PERMIT),
            tuple("m", Stance.NOT_DETERMINED),
            tuple("d", Stance.NOT_DETERMINED));
  }

  @Test
  void anApplicationOfWhichNothingIsSaidHasTheConditionsOfItsModel() throws IOException {
    assertThat(
            of("""
            models: [{id: m, agentic: true}, {id: n, agentic: false, hosting_country: DE}]
            applications:
              - {id: a, uses_model: m, chatbot: false}
              - {id: b, uses_model: n, chatbot: false}
            """)
                .items())
        .filteredOn(each -> each.fact().id().length() == 1 && "ab".contains(each.fact().id()))
        .extracting(each -> each.fact().id(), Item::stance)
        .containsExactly(tuple("a", Stance.CONDITIONAL), tuple("b", Stance.NOTHING_FOUND));
  }

  @Test
  void whatAMeasureHitsHasTheAnswerOnTheMeasure() throws IOException {
    assertThat(
            of("""
            critical_inputs: [{id: i}, {id: j}]
            policy_events: [{id: e, concerns: i}]
            """)
                .items())
        .extracting(
            each -> each.fact().id(),
            Item::stance,
            each -> Optional.ofNullable(each.through()).map(Fact::id).orElse(""))
        .containsExactly(
            tuple("i", Stance.INVESTIGATE, "e"),
            tuple("e", Stance.INVESTIGATE, ""),
            tuple("j", Stance.NOTHING_FOUND, ""));
  }

  @Test
  void whatAMeasureHitsIsNotLetGoByAnExemptionFromIt() throws IOException {
    assertThat(
            of("""
            critical_inputs: [{id: i}]
            policy_events: [{id: e, concerns: i, exempt: true}]
            """)
                .items())
        .extracting(each -> each.fact().id(), Item::stance)
        .containsExactly(tuple("e", Stance.PERMIT), tuple("i", Stance.NOTHING_FOUND));
  }

  /** However low what may come: who says that she does not know has nothing that was looked at. */
  @Test
  void isNotDeterminedWhereTheFileSaysThatItDoesNotKnowWhatItIs() throws IOException {
    String model = "models: [{id: m, developer_hq: DE, hosting_country: DE%s}]\n";

    assertThat(item(model.formatted(", deployment: unknown")).stance())
        .isEqualTo(Stance.NOT_DETERMINED);
    assertThat(item(model.formatted("")).stance()).isEqualTo(Stance.NOTHING_FOUND);
  }

  @Test
  void watchesAFindingWithoutAdviceAndWhatOnlyInforms() throws IOException {
    assertThat(item("accelerators: [{id: a, designer_hq: CN}]\n").stance())
        .isEqualTo(Stance.MONITOR);
    assertThat(item("cloud_services: [{id: c}]\n").stance()).isEqualTo(Stance.MONITOR);
  }

  @Test
  void namesTheRulesThatWereTriedWhereNothingWasFound() throws IOException {
    Item chip = item("accelerators: [{id: a, designer_hq: DE}]\n");

    assertThat(chip.stance()).isEqualTo(Stance.NOTHING_FOUND);
    assertThat(chip.tried()).containsExactly("rule/cn-chip");
  }

  @Test
  void saysWhatIsMissingWhereTheFileSaysUnknownOrLeavesOpenWhatItIs() throws IOException {
    Item open = item("accelerators: [{id: a}]\n");
    Item unknown = item("models: [{id: m, developer_hq: DE, hosting_country: unknown}]\n");

    assertThat(open.stance()).isEqualTo(Stance.NOT_DETERMINED);
    assertThat(open.awaits()).extracting(each -> each.field()).containsExactly("designer_hq");
    assertThat(unknown.stance()).isEqualTo(Stance.NOT_DETERMINED);
    assertThat(unknown.awaits())
        .extracting(each -> each.field())
        .containsExactly("hosting_country");
  }
}
