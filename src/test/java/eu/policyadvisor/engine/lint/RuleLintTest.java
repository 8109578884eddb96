package eu.policyadvisor.engine.lint;

import static eu.policyadvisor.engine.lint.LintSketches.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One rule for each concern, and a sound one beside it. */
final class RuleLintTest {
  @TempDir Path directory;

  private static List<String> complaints(
      Concern concern, CompiledRules rules, Parameter... parameters) {
    return RuleLint.complaints(
            rules, List.of(parameters), List.of(), ReferenceData.builtIn().catalogue(), null)
        .stream()
        .filter(each -> each.concern() == concern)
        .map(each -> each.problem().message())
        .toList();
  }

  @Test
  void aNameThatDoesNotExistIsToldWithTheOneThatWasMeant() throws IOException {
    CompiledRules rules =
        LintSketches.findings(
            directory,
            "Parameter( name == 'lesat', $n : value ) $on : Accelerator( tpp > $n )",
            "Parameter( name == \"least\", $n : value ) $on : Accelerator( tpp > $n )",
            "$k : Subject() Parameter( name == \"lea\" + $k.id ) $on : Accelerator()");
    assertThat(complaints(Concern.NAMES_NOTHING, rules, parameter("least", "3")))
        .containsExactly(
            "rule 'few/0' names the parameter 'lesat', which does not exist; did you mean"
                + " 'least'?");
  }

  @Test
  void aNumberInAConditionIsToldButNotNoughtAndOne() throws IOException {
    assertThat(
            complaints(
                Concern.LITERAL,
                LintSketches.findings(
                    directory,
                    "$on : Accelerator( quantity > 7 )",
                    "$on : Accelerator( quantity > 1 )")))
        .singleElement()
        .asString()
        .startsWith("rule 'few/0' compares with 7 written in its conditions");
  }

  @Test
  void aRuleWhoseNeedEndsBeforeItBeginsNeverConcludes() throws IOException {
    CompiledRules rules =
        LintSketches.compiled(
            directory,
            FewRules.concept("few/use", "0.5", "plain", "$on : Subject()")
                .replace("when\n", "date-expires \"01-Jan-2026\"\nwhen\n"),
            FewRules.finding("few/late", "low", "0.5", "SensitiveUse( $on : on )")
                .replace("when\n", "date-effective \"01-Jan-2026\"\nwhen\n"),
            FewRules.finding("few/soon", "low", "0.5", "SensitiveUse( $on : on )")
                .replace("when\n", "date-effective \"31-Dec-2025\"\nwhen\n"));
    assertThat(complaints(Concern.NEVER_CONCLUDES, rules))
        .containsExactly(
            "rule 'few/late' can never conclude: it holds from 2026-01-01, and what it needs is"
                + " concluded only before 2026-01-01, by 'few/use'; change the dates of one of"
                + " them");
  }

  @Test
  void ofTwoRulesThatSayTheSameTheOneThatNoneReadsAddsNothing() throws IOException {
    assertThat(
            complaints(
                Concern.SUBSUMED,
                LintSketches.findings(
                    directory,
                    "$on : Accelerator( quantity > 1 )",
                    "$on : Accelerator( quantity > 1 )",
                    "$on : Subject() Finding( rule == \"few/0\" )")))
        .singleElement()
        .asString()
        .startsWith("rule 'few/1' adds nothing to 'few/0'");
  }

  @Test
  void aParameterIsReadByItsNameOrByAPartOfIt() throws IOException {
    CompiledRules rules =
        LintSketches.findings(
            directory,
            "Parameter( name == \"whole\" ) $on : Accelerator()",
            "$k : Subject() Parameter( name == $k.id + \"-part\" ) $on : Accelerator()");
    assertThat(
            complaints(
                Concern.UNUSED,
                rules,
                parameter("whole", "1"),
                parameter("chip-part", "1"),
                parameter("whole-not", "1")))
        .filteredOn(each -> each.startsWith("parameter"))
        .containsExactly("parameter 'whole-not' is read by no rule; remove it, or match it");
  }
}
