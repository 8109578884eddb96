package eu.policyadvisor.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.CompiledRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the conditions of one rule imply those of another. */
final class SubsumptionTest {
  @TempDir Path directory;

  private boolean implies(String narrower, String wider) throws IOException {
    return implies(LintSketches.findings(directory, narrower, wider));
  }

  private static boolean implies(CompiledRules rules) {
    return new Subsumption(rules, new Exclusion(List.of()))
        .implies(rules.rules().get("few/0"), rules.rules().get("few/1"));
  }

  @Test
  void moreThanFiveIsMoreThanThree() throws IOException {
    String five = "$on : Accelerator( quantity > 5 )";
    String three = "$on : Accelerator( quantity > 3 )";
    assertThat(implies(five, three)).isTrue();
    assertThat(implies(three, five)).isFalse();
  }

  @Test
  void aRuleThatAsksForOneThingMoreIsNarrower() throws IOException {
    String one = "$on : Accelerator( quantity > 5 )";
    assertThat(implies(one + " Subject( country == \"FR\" )", one)).isTrue();
    assertThat(implies(one, one + " Subject( country == \"FR\" )")).isFalse();
  }

  @Test
  void namesOfVariablesDoNotMatter() throws IOException {
    assertThat(
            implies(
                "$s : Subject() $on : Accelerator( designerHq == $s.country )",
                "$who : Subject() $on : Accelerator( designerHq  ==  $who.country )"))
        .isTrue();
  }

  @Test
  void spacesInATextDoMatter() throws IOException {
    assertThat(
            implies(
                "$on : Accelerator( name != null, name.trim() == \"a b\" )",
                "$on : Accelerator( name != null, name.trim() == \"ab\" )"))
        .isFalse();
  }

  @Test
  void aRuleThatIsSurerAddsSomething() throws IOException {
    String when = "$on : Accelerator( quantity > 5 )";
    assertThat(
            implies(
                LintSketches.compiled(
                    directory,
                    FewRules.finding("few/0", "low", "0.9", when),
                    FewRules.finding("few/1", "low", "0.5", when))))
        .isFalse();
  }
}
