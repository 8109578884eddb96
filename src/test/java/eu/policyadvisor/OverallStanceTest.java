package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sum of all advice, which each way to ask gives alike. */
final class OverallStanceTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            named("conditional", "may", "conditional"),
            named("diversify", "must", "diversify"),
            named("permit", "may", "permit"),
            named("monitor", "must", "monitor"),
            named("restrict", "may", "restrict"),
            named("told", "info", "prohibit"),
            precedence(
                "over/restrict",
                """
                $prevails : Recommendation( rule == "advice/permit" )
                $yields : Recommendation( rule == "advice/restrict" )
                """),
            finding("rule/open", "low", "0.8", "$on : Model( agentic == true )"),
            finding("rule/list", "low", "0.8", "$on : Party( hq == \"CN\" )"),
            advice(
                "advice/open", "now", "must", "prohibit", "0.8", "$on : Model( agentic == true )"));
  }

  /** Advice on accelerators of a name. */
  private static String named(String name, String strength, String stance) {
    return advice(
        "advice/" + name,
        "now",
        strength,
        stance,
        "0.8",
        "$on : Accelerator( name == \"%s\" )".formatted(name));
  }

  private static void assertStance(String facts, Stance expected) throws IOException {
    Inquiry inquiry =
        advisor.inquire(FewRules.facts(advisor, "subject: {id: s}\n" + facts + "\n"), DAY);
    assertThat(inquiry.assessment().stance()).as("the assessment").isEqualTo(expected);
    assertThat(inquiry.advice().stance()).as("the advice").isEqualTo(expected);
    assertThat(inquiry.conclusionsOnly().stance()).as("conclusions only").isEqualTo(expected);
  }

  /** Accelerators of these names, and no open question. */
  private static String chips(String names) {
    StringBuilder chips = new StringBuilder("models: []\nsuppliers: []\naccelerators:\n");
    for (String name : names.split(" ")) {
      chips.append("  - {id: on-%1$s, name: %1$s}\n".formatted(name));
    }
    return chips.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "monitor diversify conditional, CONDITIONAL",
    "monitor permit diversify, DIVERSIFY",
    "diversify monitor restrict, RESTRICT",
    "permit monitor, PERMIT"
  })
  void isTheFirstInItsOrderThatAnyAdviceTakes(String names, Stance expected) throws IOException {
    assertStance(chips(names), expected);
  }

  @ParameterizedTest
  @CsvSource({"told permit, PERMIT", "told, MONITOR"})
  void informationTakesNoPart(String names, Stance expected) throws IOException {
    assertStance(chips(names), expected);
  }

  @ParameterizedTest
  @CsvSource({"restrict permit, PERMIT", "restrict conditional, RESTRICT"})
  void whatYieldsTakesNoPart(String names, Stance expected) throws IOException {
    assertStance(chips(names), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          models: [{id: m}]                   | NOTHING_FOUND
          models: [{id: m, agentic: unknown}] | NOT_DETERMINED
          models: [{id: m, agentic: false}]   | NOTHING_FOUND
          parties: unknown                    | NOT_DETERMINED
          parties: []                         | NOTHING_FOUND
          title: nothing stated               | NOT_STATED
          """)
  void withoutAdviceTheSilencesAreToldApart(String facts, Stance expected) throws IOException {
    assertStance(facts, expected);
  }

  @ParameterizedTest
  @CsvSource({"told, MONITOR", "monitor, MONITOR", "permit, PERMIT"})
  void anySilenceStandsBehindAdvice(String names, Stance expected) throws IOException {
    assertStance(
        chips(names).replace("models: []", "models: [{id: m, agentic: unknown}]"), expected);
  }
}
