package eu.policyadvisor.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Mutation.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which small changes are made to a rule, and what of the rule they leave alone. */
final class RuleMutatorTest {
  private static final String HEAD =
      """
      package a
      import eu.policyadvisor.fact.Accelerator
      import eu.policyadvisor.fact.Lifecycle
      import eu.policyadvisor.fact.Subject
      import eu.policyadvisor.finding.Finding
      import eu.policyadvisor.rule.Parameter

      """;

  private static List<Mutation> of(String rules) {
    return Mutations.of(DrlSources.of(Map.of("a.drl", HEAD + rules), true));
  }

  private static List<String> ofConditions(String conditions) {
    return of("rule 'a/b' @kind('finding') when " + conditions + " then f(); end").stream()
        .map(each -> each.kind().words() + ": " + each.change())
        .toList();
  }

  @Test
  void aThresholdIsMovedTurnedAndLeftOut() {
    assertThat(ofConditions("Accelerator( quantity > 7 )"))
        .containsExactlyInAnyOrder(
            "boundary: quantity > 7 -> quantity >= 7",
            "comparison: quantity > 7 -> quantity < 7",
            "constant: quantity > 7 -> quantity > 8",
            "dropped condition: without quantity > 7");
  }

  @Test
  void alternativesAreTakenOneByOne() {
    assertThat(ofConditions("Subject( ( country == 'FR' || country == 'SE' ), type != null )"))
        .contains(
            "connective: ( country == 'FR' || country == 'SE' ) -> ( country == 'FR' && country =="
                + " 'SE' )");
    assertThat(ofConditions("Subject( country == \"FR\" || country == \"SE\" )"))
        .contains(
            "dropped condition: without country == \"FR\"",
            "dropped condition: without country == \"SE\"",
            "constant: country == \"FR\" -> country == \"CN\"");
  }

  @Test
  void anAbsenceIsTurnedIntoAPresenceAndLeftOut() {
    assertThat(ofConditions("Subject()\nnot Accelerator()\n"))
        .containsExactlyInAnyOrder(
            "dropped condition: without Subject()",
            "dropped exception: without not Accelerator()",
            "negation: not Accelerator() -> exists Accelerator()");
  }

  @Test
  void aConditionStaysWhoseVariableOthersUse() {
    assertThat(ofConditions("$a : Accelerator() Accelerator( this != $a )"))
        .noneMatch(change -> change.contains("without $a : Accelerator()"))
        .contains("dropped condition: without Accelerator( this != $a )");
  }

  @Test
  void theNameOfAParameterIsChangedAndNeverLeftOut() {
    assertThat(
            ofConditions(
                "Parameter( name == \"x\", $x : value ) Parameter( name == \"y\", $y : value )"))
        .contains("constant: name == \"x\" -> name == \"y\"")
        .noneMatch(change -> change.contains("without name"));
  }

  @Test
  void ofAClosedTypeAnotherConstantIsTaken() {
    assertThat(ofConditions("Accelerator( lifecycle in (Lifecycle.TENDER, Lifecycle.OPERATING) )"))
        .filteredOn(change -> change.startsWith("enum value"))
        .hasSize(3);
  }

  @Test
  void daysMoveByOneInTheHeadAndInConditions() {
    assertThat(
            of("rule 'a/b' date-effective '1-mar-2026' when then end").stream()
                .map(Mutation::change))
        .containsExactlyInAnyOrder(
            "'1-mar-2026' -> '28-Feb-2026'", "'1-mar-2026' -> '02-Mar-2026'");
    assertThat(ofConditions("Accelerator( since >= \"31-Dec-2025\" )"))
        .contains(
            "shifted date: since >= \"31-Dec-2025\" -> since >= \"01-Jan-2026\"",
            "shifted date: since >= \"31-Dec-2025\" -> since >= \"30-Dec-2025\"");
  }

  @Test
  void theCardOfARuleIsChangedWhereAdviceRestsOnIt() {
    assertThat(of("rule 'a/b' @title(\"T\") @severity( 'low' ) @stance(\"permit\") when then end"))
        .extracting(Mutation::kind)
        .containsExactlyInAnyOrder(Kind.CHANGED_SEVERITY, Kind.CHANGED_STANCE);
  }

  @Test
  void eachNamesItsPlaceAndHoldsARuleThatStillParses() {
    List<Mutation> all =
        of(
            """
            rule "a/one" when Subject( /* 7 */ country == "FR" ) then f( "7" ); end
            rule "a/two" extends "a/one" when Accelerator( quantity > 7 ) then f(); end
            """);
    assertThat(all)
        .filteredOn(each -> each.of().equals("a/two"))
        .extracting(Mutation::place)
        .contains("a.drl:9:57", "a.drl:9:59");
    assertThat(all)
        .allSatisfy(
            each -> {
              DrlFile alone = DrlFile.read("alone.drl", each.text());
              assertThat(alone.problems()).isEmpty();
              assertThat(alone.rule(each.of())).isPresent();
              assertThat(alone.rules()).hasSize(each.of().equals("a/two") ? 2 : 1);
            });
  }
}
