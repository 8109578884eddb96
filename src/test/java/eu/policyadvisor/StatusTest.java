package eu.policyadvisor;

import static eu.policyadvisor.FewRules.ALWAYS;
import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of each rule, each outcome beside all others. */
final class StatusTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            finding("rule/concludes", "low", "0.8", "$on : Accelerator( quantity == 1 )"),
            finding("rule/clear", "low", "0.8", "$on : Accelerator( quantity == 9 )"),
            finding("rule/open", "low", "0.8", "$on : Accelerator( publiclyFunded == true )"),
            finding("rule/list", "low", "0.8", "$on : Party( hq == \"CN\" )"),
            finding("window/holds", "low", "0.8", ALWAYS)
                .replace(
                    "when", "date-effective \"01-Oct-2026\" date-expires \"01-Dec-2026\" when"),
            advice("advice/yields", "now", "may", "permit", "0.8", "$on : Accelerator()"),
            advice("advice/stays", "now", "may", "permit", "0.8", "$on : Accelerator()"),
            precedence("over/all", yields("yields", "quantity > 0")),
            precedence("over/one", yields("stays", "quantity == 1")));
  }

  private static String yields(String advice, String chip) {
    return """
    $prevails : Finding( rule == "rule/concludes" )
    Accelerator( $chip : this, %2$s )
    $yields : Recommendation( rule == "advice/%1$s", on == $chip )
    """
        .formatted(advice, chip);
  }

  private static Assessment on(LocalDate day, String suppliers) throws IOException {
    return advisor.assess(
        FewRules.facts(
            advisor,
            """
            subject: {id: s}
            accelerators: [{id: a, quantity: 1}, {id: b, quantity: 2, publicly_funded: false}]
            """
                + suppliers),
        day);
  }

  @Test
  void eachRuleHasTheOutcomeThatIsItsOwn() throws IOException {
    assertThat(on(DAY, "parties: []\n").statuses())
        .containsOnly(
            entry("rule/concludes", RuleStatus.CONCLUDED),
            entry("rule/clear", RuleStatus.CLEAR),
            entry("rule/open", RuleStatus.UNDETERMINED),
            entry("rule/list", RuleStatus.CLEAR),
            entry("window/holds", RuleStatus.CONCLUDED),
            entry("advice/yields", RuleStatus.SUPERSEDED),
            entry("advice/stays", RuleStatus.CONCLUDED),
            entry("over/all", RuleStatus.CONCLUDED),
            entry("over/one", RuleStatus.CONCLUDED));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30, NOT_IN_FORCE",
    "2026-10-01, CONCLUDED",
    "2026-11-30, CONCLUDED",
    "2026-12-01, NOT_IN_FORCE"
  })
  void aRuleIsInForceOnEachDayOfItsWindow(LocalDate day, RuleStatus expected) throws IOException {
    assertThat(on(day, "").statuses()).containsEntry("window/holds", expected);
  }

  @Test
  void aListThatMayHoldAnythingLeavesItsRuleOpen() throws IOException {
    assertThat(on(DAY, "").statuses()).containsEntry("rule/list", RuleStatus.UNDETERMINED);
    assertThat(on(DAY, "parties: unknown\n").statuses())
        .containsEntry("rule/list", RuleStatus.UNDETERMINED);
    assertThat(on(DAY, "parties: [{id: x, hq: FR}]\n").statuses())
        .containsEntry("rule/list", RuleStatus.CLEAR);
  }

  @Test
  void onlyAListThatTheFactsSayIsUnknownWasAskedAbout() throws IOException {
    assertThat(asked(on(DAY, ""))).isFalse();
    assertThat(asked(on(DAY, "parties: unknown\n"))).isTrue();
    assertThat(on(DAY, "").undeterminedFindings())
        .extracting(each -> each.rule().id())
        .containsExactly("rule/open");
    assertThat(on(DAY, "parties: unknown\n").undeterminedFindings())
        .extracting(each -> each.rule().id())
        .containsExactly("rule/list", "rule/open");
  }

  private static boolean asked(Assessment assessment) {
    Undetermined waiting =
        assessment.undetermined().stream()
            .filter(each -> each.rule().id().equals("rule/list"))
            .findFirst()
            .orElseThrow();
    assertThat(waiting.lists()).containsExactly(Section.PARTIES);
    return waiting.asked();
  }
}
