package eu.policyadvisor.engine.lint;

import static eu.policyadvisor.engine.lint.LintSketches.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.drools.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which conditions exclude each other, whatever facts state. */
final class ExclusionTest {
  @TempDir Path directory;

  private List<String> excluding(String conditions, Named... named) throws IOException {
    Rule rule = LintSketches.findings(directory, conditions).rules().get("few/0");
    return new Exclusion(List.of(named)).find(rule).orElse(List.of());
  }

  @Test
  void noWholeNumberLiesBetweenThreeAndFour() throws IOException {
    assertThat(excluding("$on : Accelerator( quantity > 3, quantity < 4 )"))
        .containsExactly("quantity > 3", "quantity < 4");
  }

  @Test
  void aDecimalDoesLieBetweenThreeAndFour() throws IOException {
    assertThat(excluding("$on : Accelerator( tpp > 3, tpp < 4 )")).isEmpty();
  }

  @Test
  void aConditionWithoutWhichTheOthersExcludeEachOtherIsNotBlamed() throws IOException {
    assertThat(excluding("$on : Accelerator( quantity > 5, quantity < 9, quantity < 5 )"))
        .containsExactly("quantity > 5", "quantity < 5");
  }

  @Test
  void aSingleConditionMayAskForWhatNoFactMayState() throws IOException {
    assertThat(excluding("$on : Accelerator( quantity < 0 )")).containsExactly("quantity < 0");
  }

  @Test
  void theValueOfAParameterIsKnown() throws IOException {
    String conditions =
        "Parameter( name == \"least\", $least : value )\n"
            + "$on : Accelerator( tpp > $least, tpp < 3 )";
    assertThat(excluding(conditions, parameter("least", "3")))
        .containsExactly("tpp > $least", "tpp < 3");
    assertThat(excluding(conditions, parameter("least", "2"))).isEmpty();
  }

  @Test
  void alternativesExcludeOnlyIfEachDoes() throws IOException {
    String never = "$on : Accelerator( quantity < 0 )";
    String maybe = "$on : Accelerator( quantity > 0 )";
    assertThat(excluding("( " + never + " or " + maybe + " )")).isEmpty();
    assertThat(excluding("( " + never + " or " + never + " )")).hasSize(2);
  }

  @Test
  void whatIsAskedOfATextByACallIsLeftAlone() throws IOException {
    assertThat(excluding("$on : Accelerator( name != null, name.length() > 3, name.length() < 2 )"))
        .isEmpty();
  }

  @Test
  void aBracketInATextIsNoCall() throws IOException {
    assertThat(excluding("$on : Accelerator( name == \"a .b(c)\", name == \"d\" )"))
        .containsExactly("name == \"a .b(c)\"", "name == \"d\"");
  }
}
