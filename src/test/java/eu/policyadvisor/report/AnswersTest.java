package eu.policyadvisor.report;

import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first screen says of each thing whether it goes on, what would turn that, and what to do and
 * to ask by when.
 */
final class AnswersTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            finding("rule/cn-model", "high", "0.8", "$on : Model( hostingCountry == \"CN\" )"),
            advice(
                "advice/stop",
                "now",
                "must",
                "prohibit",
                "0.8",
                "Finding( rule == \"rule/cn-model\", $on : on )"),
            advice(
                "advice/review",
                "short",
                "should",
                "investigate",
                "0.8",
                "$on : Model( weights != null )"),
            advice(
                "advice/ask-first",
                "now",
                "should",
                "investigate",
                "0.8",
                "$on : Model( agentic == true )"),
            advice(
                "advice/few",
                "short",
                "should",
                "diversify",
                "0.8",
                "$on : Accelerator( quantity < 10 )"),
            advice(
                "advice/many",
                "short",
                "should",
                "restrict",
                "0.8",
                "$on : Accelerator( quantity >= 10 )"),
            advice(
                "advice/tell",
                "now",
                "must",
                "conditional",
                "0.8",
                "$on : Application( disclosesAi == false )"),
            advice(
                "advice/warn",
                "short",
                "should",
                "conditional",
                "0.8",
                "$on : Application( chatbot == true )"),
            advice(
                "advice/never",
                "now",
                "must",
                "prohibit",
                "0.8",
                "$on : Application( aiActClass == AiActClass.PROHIBITED )"),
            finding(
                "rule/cn-cloud", "high", "0.8", "$on : CloudService( ultimateParentHq == \"CN\" )"),
            finding("rule/cn-party", "high", "0.8", "$on : Party( ultimateParentHq == \"CN\" )"),
            advice("advice/later", "long", "should", "diversify", "0.8", "$on : Framework()"),
            advice(
                "advice/notice",
                "short",
                "should",
                "investigate",
                "0.8",
                "$on : Application( errorNotice == true )"),
            precedence(
                "over/warn",
                """
                $prevails : Recommendation( rule == "advice/notice" )
                $yields : Recommendation( rule == "advice/warn" )\
                """),
            advice(
                "advice/renew",
                "short",
                "should",
                "monitor",
                "0.8",
                "$on : PolicyEvent( exempt == true )"));
  }

  /** From the answer to the first steps, on one line. */
  private static String screen(String facts) throws IOException {
    Inquiry inquiry =
        advisor.inquire(
            FewRules.facts(advisor, "as_of: 2026-11-01\nsubject: {id: s}\n" + facts),
            LocalDate.of(2026, 11, 1));
    Assessment advice = inquiry.advice();
    String text =
        new TextReport(4000, false).render(List.of(advice.withRange(inquiry.range(advice))));
    return text.replaceAll("(?m)^(Do first|Then|Keep in mind)$[\\s\\S]*", "");
  }

  @Test
  void saysThatNothingStandsAgainstWhatGoesOnWhileHomeworkIsDone() throws IOException {
    assertThat(screen("models: [{id: m, weights: open, hosting_country: DE, stage: service}]\n"))
        .contains("FIND OUT        m · Title · no rule here stops it meanwhile");
    assertThat(screen("models: [{id: m, weights: open, hosting_country: DE, stage: idea}]\n"))
        .contains("do not start before");
  }

  @Test
  void letsNothingNewStartBeforeAPressingQuestionIsAnswered() throws IOException {
    assertThat(screen("models: [{id: m, agentic: true, hosting_country: DE, stage: service}]\n"))
        .contains("m · Title · start nothing new with it before");
    assertThat(screen("models: [{id: m, agentic: true, hosting_country: DE, stage: idea}]\n"))
        .contains("m · Title · do not start before");
  }

  @Test
  void tellsWhichAdviceAnAnswerWouldBring() throws IOException {
    assertThat(screen("models: [{id: m, weights: open, hosting_country: unknown}]\n"))
        .contains("if runs in China: STOP · Title");
  }

  @Test
  void tellsWhatIsConditionalWhetherItGoesOnUntilThen() throws IOException {
    String application = "applications: [{id: a, chatbot: true, discloses_ai: true, stage: %s}]\n";
    assertThat(screen(application.formatted("service"))).contains("may go on while this is done");
    assertThat(screen(application.formatted("idea"))).contains("may start once this is done");
  }

  /** Who does not know wants to hear of both sides. */
  @Test
  void tellsWhatWouldLetGoOnWhatIsNotDetermined() throws IOException {
    assertThat(screen("models: [{id: m, developer_hq: DE, hosting_country: unknown}]\n"))
        .contains("if runs in China: STOP · Title")
        .containsPattern("if runs in the United States.*: NOTHING FOUND");
  }

  @Test
  void asksOneWhoWouldAnswerTwoQuestionsOnce() throws IOException {
    assertThat(
            screen(
                "cloud_services: [{id: c, provider: p, ultimate_parent_hq: unknown}]\n"
                    + "parties: [{id: p, name: Brno, ultimate_parent_hq: unknown}]\n"))
        .containsOnlyOnce("?  Ask Brno: ");
  }

  @Test
  void tellsHowFarUpAndDownATurnHoldsForNumbers() throws IOException {
    assertThat(screen("accelerators: [{id: a, designer_hq: US, quantity: unknown}]\n"))
        .contains(
            "if 10 chips or more: HOLD BACK · Title", "if 9 chips or less: SPREAD RISK · Title");
  }

  @Test
  void tellsTheSameStanceByAdviceThatPressesMore() throws IOException {
    assertThat(screen("applications: [{id: a, chatbot: true, discloses_ai: unknown}]\n"))
        .contains("if does not say that it is AI: YES, IF · Title");
  }

  /** Whoever asks for the class of a system has not asked whether it is forbidden by its name. */
  @Test
  void leavesOutAClassThatIsItselfTheAnswer() throws IOException {
    assertThat(
            screen(
                "applications: [{id: a, chatbot: true, discloses_ai: unknown, ai_act_class:"
                    + " unknown}]\n"))
        .contains("if does not say that it is AI")
        .doesNotContain("Article 5");
  }

  @Test
  void namesWhatTheFileCallsUnknownAndTurnsNothing() throws IOException {
    assertThat(screen("models: [{id: m, weights: open, hosting_country: CN, agentic: unknown}]\n"))
        .contains("open, and the rules here do not turn on it alone: Does it act through tools");
  }

  @Test
  void asksSomebodyByADayBeforeWhatIsDueLater() throws IOException {
    assertThat(screen("models: [{id: m, weights: open, hosting_country: unknown}]\n"))
        .containsSubsequence(
            "?  Ask whoever runs or sells it: m: In which country does it run? · by 2026-11-08",
            "-  Act on m · s · by 2027-01-30");
  }

  /** What ends sooner than the urgency of the advice gives the day. */
  @Test
  void isDueByTheEndOfAnExemption() throws IOException {
    String event = "policy_events: [{id: e, type: export_licence, exempt: true%s}]\n";
    assertThat(screen(event.formatted(", exempt_until: 2026-12-31"))).contains("by 2026-12-31");
    assertThat(screen(event.formatted(", exempt_until: 2027-12-31"))).contains("by 2027-01-30");
    assertThat(screen(event.formatted(", exempt_until: 2026-10-31"))).contains("by 2027-01-30");
  }

  @Test
  void namesNoDayWhereTheUrgencyNamesNone() throws IOException {
    assertThat(screen("frameworks: [{id: f}]\n"))
        .contains("-  Act on f · s · later than in 12 months");
  }

  /** Else who reads that something turns looks for it in vain. */
  @Test
  void saysHowManyTurnsStandInTheJsonReportOnly() throws IOException {
    assertThat(screen("accelerators: [{id: a, designer_hq: US}]\n"))
        .contains("1 changes an answer, 1 of them told in the JSON report only.")
        .doesNotContain("if 10 chips");
  }

  @Test
  void doesNotCallItBetterThatSomethingHasToBeLookedIntoAgain() throws IOException {
    String application = "applications: [{id: a, chatbot: true, discloses_ai: true%s}]\n";
    assertThat(screen(application.formatted(""))).doesNotContain("FIND OUT");
    assertThat(screen(application.formatted(", error_notice: unknown")))
        .contains("if says that it can be wrong: FIND OUT · Title");
  }
}
