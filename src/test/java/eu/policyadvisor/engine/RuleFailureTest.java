package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rule is to blame when rules fail, and which facts show it. */
final class RuleFailureTest {
  private static final String FACTS =
      """
      subject: {id: it, horizon_months: 3}
      accelerators:
        - {id: long}
        - {id: s}
      """;

  @TempDir Path directory;

  private String fails(String... rules) throws IOException {
    Advisor advisor = FewRules.advisor(directory, rules);
    List<Object> memory = advisor.workingMemory(FewRules.facts(advisor, FACTS), FewRules.DAY);
    RuleBase base = new RuleBase(advisor.loaded().rules().compiled());
    List<Problem> problems =
        catchThrowableOfType(RuleBaseException.class, () -> base.run(memory, FewRules.DAY))
            .problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).message();
  }

  private static String sound() {
    return FewRules.finding("few/sound", "low", "0.5", "$on : Accelerator()");
  }

  @Test
  void aConsequenceFailsOnWhatItsConditionsMatched() throws IOException {
    assertThat(
            fails(
                sound(),
                FewRules.rule(
                    "few/bad",
                    "@kind(\"finding\") @severity(\"low\") @confidence(0.5) @cites(\"plain\")",
                    "$on : Accelerator( id == \"s\" )",
                    "throw new IllegalStateException( \"no way\" );")))
        .startsWith("rule 'few/bad' fails on accelerators[s] (facts.yaml:4): no way (");
  }

  @Test
  void ofAConditionAsFewFactsAreNamedAsItFailsOn() throws IOException {
    assertThat(
            fails(
                sound(),
                FewRules.finding(
                    "few/bad", "low", "0.5", "$on : Accelerator( id.charAt( 1 ) == 'o' )")))
        .startsWith(
            "rule 'few/bad' fails at 'id.charAt( 1 ) == 'o'' on accelerators[s] (facts.yaml:4): ")
        .contains("StringIndexOutOfBoundsException");
  }

  @Test
  void whereAValueIsNotKnownTheConditionThatIsMissingIsNamed() throws IOException {
    assertThat(
            fails(
                FewRules.finding(
                    "few/bad",
                    "low",
                    "0.5",
                    "$s : Subject() $on : Accelerator( foundryCountry.length() >"
                        + " $s.horizonMonths )")))
        .endsWith(": foundryCountry is not known; ask 'foundryCountry != null' before it");
  }

  @Test
  void noRuleIsToBlameWhenMemoryRunsOut() throws IOException {
    RuleFailure failure =
        new RuleFailure(
            FewRules.advisor(directory, sound()).loaded().rules().compiled(),
            (some, objects) -> {});
    assertThatThrownBy(
            () -> failure.of(new IllegalStateException(new OutOfMemoryError("full")), List.of()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void whatNoRuleDoesByItselfIsToldOfAll() throws IOException {
    RuleFailure failure =
        new RuleFailure(
            FewRules.advisor(directory, sound()).loaded().rules().compiled(),
            (some, objects) -> {});
    assertThat(failure.of(new IllegalStateException("odd"), List.of()).problems())
        .singleElement()
        .asString()
        .startsWith("rules: a rule fails: odd");
  }
}
