package eu.policyadvisor.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Mutation.Kind;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleCardBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of rules that no facts can tell. */
final class EquivalenceTest {
  private static final List<Parameter> PARAMETERS =
      List.of(parameter("three", "3"), parameter("also-three", "3.0"), parameter("four", "4"));

  @TempDir Path directory;

  private static Parameter parameter(String name, String value) {
    return new Parameter(name, new BigDecimal(value), null, null, "", true, null);
  }

  private CompiledRules rules(String... rules) throws IOException {
    return FewRules.advisor(directory, rules).loaded().rules().compiled();
  }

  private static Optional<String> equivalence(
      CompiledRules rules, Kind kind, String before, String after, RuleCard changed) {
    return new Equivalence(rules, PARAMETERS)
        .of(new Mutation(kind, "few/rule", "few.drl", 1, 1, before, after, ""), changed);
  }

  private static Optional<String> renamed(CompiledRules rules, String after) {
    return equivalence(
        rules,
        Kind.CONSTANT,
        "name == 'three'",
        "name == \"" + after + "\"",
        rules.card("few/rule"));
  }

  @Test
  void aParameterOfTheSameNumberIsTheSameToARuleThatReadsTheNumber() throws IOException {
    CompiledRules rules =
        rules(
            FewRules.finding(
                "few/rule",
                "low",
                "0.5",
                "Parameter( name == 'three', $least : value ) $on : Accelerator( tpp > $least )"));
    assertThat(renamed(rules, "also-three"))
        .contains("both parameters are the same number on the same days, as well verified");
    assertThat(renamed(rules, "four")).isEmpty();
    assertThat(renamed(rules, "none")).isEmpty();
  }

  @Test
  void aRuleThatHoldsTheParameterItselfMayReadMore() throws IOException {
    CompiledRules rules =
        rules(
            FewRules.finding(
                "few/rule",
                "low",
                "0.5",
                "$p : Parameter( name == 'three' ) $on : Accelerator( tpp > $p.value )"));
    assertThat(renamed(rules, "also-three")).isEmpty();
  }

  private Optional<String> dayEarlier(String producerFrom) throws IOException {
    CompiledRules rules =
        rules(
            FewRules.concept("few/use", "0.5", "plain", "$on : Subject()")
                .replace("when\n", producerFrom + "\nwhen\n"),
            FewRules.finding("few/rule", "low", "0.5", "SensitiveUse( $on : on )")
                .replace("when\n", "date-effective \"02-Jan-2026\"\nwhen\n"));
    RuleCard earlier =
        RuleCardBuilder.builder(rules.card("few/rule")).effective(LocalDate.of(2026, 1, 1)).build();
    return equivalence(rules, Kind.SHIFTED_DATE, "02-Jan-2026", "01-Jan-2026", earlier);
  }

  @Test
  void aDayOnWhichNothingIsConcludedThatTheRuleNeedsAddsNothing() throws IOException {
    assertThat(dayEarlier("date-effective \"02-Jan-2026\""))
        .contains("what the rule builds on is not concluded on the day that is added");
    assertThat(dayEarlier("date-effective \"01-Jan-2026\"")).isEmpty();
  }

  private Optional<String> graver(String consequence) throws IOException {
    CompiledRules rules =
        rules(
            FewRules.rule(
                "few/rule",
                "@kind(\"finding\") @severity(\"low\") @confidence(0.5) @cites(\"plain\")",
                "Reversibility( $on : on, $level : level )",
                consequence));
    return equivalence(
        rules,
        Kind.CHANGED_SEVERITY,
        "@severity(\"low\")",
        "@severity(\"moderate\")",
        rules.card("few/rule"));
  }

  @Test
  void theSeverityOnTheCardIsNotReadWhereEachFindingBringsItsOwn() throws IOException {
    assertThat(graver("insertLogical( new Finding( drools.getRule().getName(), $on, $level ) );"))
        .contains("each finding of the rule is as grave as what it is drawn from");
    assertThat(graver("insertLogical( new Finding( drools.getRule().getName(), $on ) );"))
        .isEmpty();
  }
}
