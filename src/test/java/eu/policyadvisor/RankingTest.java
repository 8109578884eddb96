package eu.policyadvisor;

import static eu.policyadvisor.FewRules.ALWAYS;
import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.concept;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static eu.policyadvisor.FewRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of what is concluded; no rules below stand in the order that is expected. */
final class RankingTest {
  private static final String MANY =
      """
      subject: {id: subject}
      parties: [{id: c}, {id: a}, {id: e}, {id: b}, {id: d}]
      accelerators: [{id: z}, {id: v}, {id: y}, {id: w}]
      """;

  private static Assessment assessment;

  @BeforeAll
  static void assess(@TempDir Path directory) throws IOException {
    Advisor advisor =
        FewRules.advisor(
            directory,
            finding("severity/a", "high", "0.8", ALWAYS),
            finding("severity/b", "low", "0.8", ALWAYS),
            finding("severity/c", "critical", "0.8", ALWAYS),
            finding("severity/d", "moderate", "0.8", ALWAYS),
            finding("sure/a", "high", "0.5", ALWAYS),
            finding("sure/b", "high", "0.9", ALWAYS),
            finding("sure/c", "high", "0.4", ALWAYS),
            finding("sure/d", "high", "0.7", ALWAYS),
            finding("keys/a", "moderate", "0.5", ALWAYS),
            finding("keys/b", "moderate", "0.9", ALWAYS),
            finding("keys/c", "high", "0.4", ALWAYS),
            finding("like/two", "high", "0.6", "$on : Party()"),
            finding("like/one", "high", "0.6", "SensitiveUse( $on : on )"),
            concept("concept/two", "0.6", "plain", "$on : Accelerator()"),
            concept("concept/one", "0.6", "plain", "$on : Party()"),
            rule(
                "several/grave",
                "@kind(\"finding\") @severity(\"low\") @confidence(0.6) @cites(\"plain\")",
                ALWAYS,
                """
                insertLogical( new Finding( drools.getRule().getName(), $on, Severity.MODERATE ) );
                insertLogical( new Finding( drools.getRule().getName(), $on, Severity.CRITICAL ) );
                insertLogical( new Finding( drools.getRule().getName(), $on, Severity.HIGH ) );
                """),
            advice("urgency/a", "medium", "may", "monitor", "0.6", ALWAYS),
            advice("urgency/b", "watch", "may", "monitor", "0.6", ALWAYS),
            advice("urgency/c", "now", "may", "monitor", "0.6", ALWAYS),
            advice("urgency/d", "long", "may", "monitor", "0.6", ALWAYS),
            advice("urgency/e", "short", "may", "monitor", "0.6", ALWAYS),
            advice("strength/a", "now", "may", "monitor", "0.6", ALWAYS),
            advice("strength/b", "now", "info", "monitor", "0.6", ALWAYS),
            advice("strength/c", "now", "must", "monitor", "0.6", ALWAYS),
            advice("strength/d", "now", "should", "monitor", "0.6", ALWAYS),
            advice("stance/a", "now", "may", "conditional", "0.6", ALWAYS),
            advice("stance/b", "now", "may", "permit", "0.6", ALWAYS),
            advice("stance/c", "now", "may", "monitor", "0.6", ALWAYS),
            advice("stance/d", "now", "may", "prohibit", "0.6", ALWAYS),
            advice("stance/e", "now", "may", "investigate", "0.6", ALWAYS),
            advice("stance/f", "now", "may", "restrict", "0.6", ALWAYS),
            advice("stance/g", "now", "may", "diversify", "0.6", ALWAYS),
            advice("stance/h", "now", "may", "countermeasure", "0.6", ALWAYS),
            advice("certain/a", "now", "may", "monitor", "0.5", ALWAYS),
            advice("certain/b", "now", "may", "monitor", "0.9", ALWAYS),
            advice("certain/c", "now", "may", "monitor", "0.4", ALWAYS),
            advice("certain/d", "now", "may", "monitor", "0.7", ALWAYS),
            advice("chain/a", "short", "should", "restrict", "0.7", ALWAYS),
            advice("chain/b", "short", "should", "restrict", "0.9", ALWAYS),
            advice("chain/c", "short", "should", "prohibit", "0.5", ALWAYS),
            advice("chain/d", "short", "must", "monitor", "0.5", ALWAYS),
            advice("chain/e", "now", "may", "monitor", "0.5", ALWAYS),
            advice("yield/any", "now", "may", "monitor", "0.6", "$on : Party()"),
            precedence("over/two", yields()),
            precedence("over/one", yields()),
            precedence("over/three", yields()));
    assessment = advisor.assess(FewRules.facts(advisor, MANY), DAY);
  }

  private static String yields() {
    return "$yields : Recommendation( rule == \"yield/any\" ) $prevails : SensitiveUse()";
  }

  /** Those of a theme, which is what stands before the slash. */
  private static List<String> of(String theme, List<? extends Reasoned<?>> conclusions) {
    return FewRules.named(conclusions).stream()
        .filter(each -> each.startsWith(theme + "/"))
        .map(each -> each.substring(theme.length() + 1).replace(" on subject", ""))
        .toList();
  }

  private static List<String> findings(String theme) {
    return of(theme, assessment.findings());
  }

  private static List<String> advised(String theme) {
    return of(theme, assessment.recommendations());
  }

  @Test
  void theGravestFindingStandsFirst() {
    assertThat(findings("severity")).containsExactly("c", "a", "d", "b");
  }

  @Test
  void ofFindingsOfOneSeverityTheSurestStandsFirst() {
    assertThat(findings("sure")).containsExactly("b", "d", "a", "c");
  }

  @Test
  void aGraveFindingStandsBeforeOneThatIsSurer() {
    assertThat(findings("keys")).containsExactly("c", "b", "a");
  }

  @Test
  void findingsAlikeStandInTheOrderOfRuleListAndFact() {
    assertThat(findings("like"))
        .containsExactly(
            "one on v",
            "one on w",
            "one on y",
            "one on z",
            "one on a",
            "one on b",
            "one on c",
            "one on d",
            "one on e",
            "two on a",
            "two on b",
            "two on c",
            "two on d",
            "two on e");
  }

  @Test
  void conceptsStandInTheOrderOfRuleAndFact() {
    assertThat(of("concept", assessment.concepts()))
        .containsExactly(
            "one on a",
            "one on b",
            "one on c",
            "one on d",
            "one on e",
            "two on v",
            "two on w",
            "two on y",
            "two on z");
  }

  @Test
  void ofSeveralFindingsOfOneRuleOnOneFactTheGravestIsKept() {
    assertThat(assessment.findings())
        .filteredOn(each -> each.card().id().equals("several/grave"))
        .extracting(Assessment::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void theMostUrgentAdviceStandsFirst() {
    assertThat(advised("urgency")).containsExactly("c", "e", "a", "d", "b");
  }

  @Test
  void ofAdviceOfOneUrgencyTheMostBindingStandsFirst() {
    assertThat(advised("strength")).containsExactly("c", "d", "a", "b");
  }

  @Test
  void ofAdviceThatBindsAlikeTheStanceThatWinsStandsFirst() {
    assertThat(advised("stance")).containsExactly("d", "h", "f", "a", "g", "e", "b", "c");
  }

  @Test
  void ofAdviceOfOneStanceTheSurestStandsFirst() {
    assertThat(advised("certain")).containsExactly("b", "d", "a", "c");
  }

  /** Each pair of neighbours would stand the other way round by all that comes later. */
  @Test
  void urgencyCountsBeforeStrengthStanceAndConfidence() {
    assertThat(advised("chain")).containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  void theFirstRuleOfPrecedenceIsNamedForWhatYieldsAndItsFirstReason() {
    assertThat(assessment.superseded())
        .extracting(
            each -> each.recommendation().conclusion().on().id(),
            each -> each.by().card().id(),
            each -> each.by().conclusion().by().on().id())
        .containsExactly(
            tuple("a", "over/one", "v"),
            tuple("b", "over/one", "v"),
            tuple("c", "over/one", "v"),
            tuple("d", "over/one", "v"),
            tuple("e", "over/one", "v"));
  }
}
