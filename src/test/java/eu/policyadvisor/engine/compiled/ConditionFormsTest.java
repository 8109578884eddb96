package eu.policyadvisor.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of one's own say what they ask in forms that can be explained. */
class ConditionFormsTest {
  private static final Advisor ADVISOR = Advisor.standard();

  @TempDir Path rules;

  private Advisor with(String conditions) throws IOException {
    Files.writeString(
        rules.resolve("own.drl"),
        """
        package eu.policyadvisor.rules.own

        import eu.policyadvisor.fact.CountryShare
        import eu.policyadvisor.fact.Dependency
        import eu.policyadvisor.fact.Subject
        import eu.policyadvisor.finding.Finding

        rule "own/form"
            @kind("finding")
            @title("Form")
            @summary("Asks in some form.")
            @keyPoints("1") @layer("talent") @severity("low") @confidence(0.5)
            @cites("crma Art. 5(1)")
        when
            $on : Subject()
            %s
        then
            insertLogical( new Finding( drools.getRule().getName(), $on ) );
        end
        """
            .formatted(conditions));
    return ADVISOR.withRules(rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eval( $on.id() != null )|asks by eval, which cannot be explained; write the condition"
            + " inside a pattern",
        "forall( Dependency() Dependency( impact != null ) )|asks by forall, which cannot be"
            + " explained; write not, with the opposite condition",
        "accumulate( CountryShare( $of : of ) and Dependency( this == $of ); $n : count() )|asks by"
            + " accumulate over several patterns, which cannot be explained; conclude a concept"
            + " from what the patterns find together, and add that up",
        "Dependency( this != null ) from $on|asks by from, which cannot be explained; match the"
            + " facts themselves",
        "not ( Dependency( $d : this ) and eval( $d.id() != null ) )|asks by eval, which cannot be"
            + " explained; write the condition inside a pattern",
      })
  void whatCannotBeExplainedIsRefusedWhereItStands(String conditions, String message) {
    assertThatThrownBy(() -> with(conditions).knowledge())
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("own.drl:16:")
        .hasMessageContaining("'own/form' " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not Dependency()",
        "not ( CountryShare( $of : of ) and Dependency( this == $of ) )",
        "accumulate( Dependency(); $n : count() ) Subject( this == $on, $n == 0 )",
        "( Subject( type == null ) or Subject( type != null ) )",
      })
  void allElseIsTaken(String conditions) throws IOException {
    FactSet nobody = FactSet.of(Fact.unknown(Subject.class, "nobody"));
    assertThat(with(conditions).assess(nobody, LocalDate.of(2026, 11, 1)).findings())
        .extracting(finding -> finding.card().id())
        .contains("own/form");
  }
}
