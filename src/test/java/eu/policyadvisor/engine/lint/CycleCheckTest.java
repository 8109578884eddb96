package eu.policyadvisor.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.rule.Complaint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rules build on which, and where they rest on the absence of what follows from them. */
final class CycleCheckTest {
  @TempDir Path directory;

  private static List<String> circles(CompiledRules rules) {
    return new CycleCheck(rules.sources(), new Influence(rules))
        .complaints().stream().map(Complaint::rules).map(Object::toString).toList();
  }

  @Test
  void aRuleThatRestsOnTheAbsenceOfWhatBuildsOnItIsPartOfACircle() throws IOException {
    CompiledRules rules =
        LintSketches.findings(
            directory,
            "$on : Subject() not Finding( rule == \"few/1\" )",
            "$on : Subject() Finding( rule == \"few/0\" )",
            "$on : Subject() Finding( rule == \"few/0\" )");
    Influence influence = new Influence(rules);
    assertThat(influence.readers("few/0")).containsExactly("few/1", "few/2");
    assertThat(influence.onAbsence()).containsExactly(new Influence.Step("few/1", "few/0"));
    assertThat(circles(rules)).containsExactly("[few/0, few/1]");
  }

  @Test
  void aRuleMayRestOnTheAbsenceOfWhatItConcludesItself() throws IOException {
    CompiledRules rules =
        LintSketches.compiled(
            directory,
            FewRules.concept(
                "few/use", "0.5", "plain", "$on : Subject() not SensitiveUse( on == $on )"));
    assertThat(circles(rules)).containsExactly("[few/use]");
  }

  @Test
  void whatIsCountedCountsAsAbsence() throws IOException {
    assertThat(
            circles(
                LintSketches.findings(
                    directory,
                    "$on : Subject() accumulate( $f : Finding( rule == \"few/1\" );"
                        + " $n : count( $f ); $n > 0 )",
                    "$on : Subject() Finding( rule == \"few/0\" )")))
        .containsExactly("[few/0, few/1]");
  }

  @Test
  void aCircleWithoutAbsenceIsLeftAlone() throws IOException {
    assertThat(
            circles(
                LintSketches.findings(
                    directory,
                    "$on : Subject() Finding( rule == \"few/1\" )",
                    "$on : Subject() Finding( rule == \"few/0\" )")))
        .isEmpty();
  }
}
