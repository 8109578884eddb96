package eu.policyadvisor.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alternatives bind a variable alike, or it is said. */
final class OrBindingsTest {
  private static Optional<String> problem(String conditions, String consequence) {
    String drl = "rule \"own/or\" when\n%s\nthen\n%s\nend\n".formatted(conditions, consequence);
    return OrBindings.problem(DrlFile.read("own.drl", drl).rules().get(0)).map(Problem::toString);
  }

  @Test
  void aVariableOfTwoTypesIsSaid() {
    assertThat(problem("( $on : Party() or $on : Accelerator() )", ""))
        .contains(
            "own.drl:2:1: rule 'own/or' binds $on to Party or to Accelerator, of which it would"
                + " conclude on the first only; write a rule for each");
  }

  @Test
  void aVariableThatOneAlternativeLacksIsSaidWhereItIsReadLater() {
    String once = "( $on : Party() or Model() )";
    assertThat(problem(once, "insert( $on );")).hasValueSatisfying(said -> said.contains("later"));
    assertThat(problem(once + " Accelerator( this != $on )", "")).isPresent();
    assertThat(problem(once, "insert( \"$on\" );")).isEmpty();
  }

  @Test
  void alternativesThatBindAlikeAreLeftAlone() {
    assertThat(problem("( $on : Model( open ) or $on : Model( small ) )", "insert( $on );"))
        .isEmpty();
    assertThat(problem("( Model( $n : name ) or Party( $n : name ) )", "insert( $n );")).isEmpty();
  }

  @Test
  void whatIsBoundInsideANotIsBoundForNothingElse() {
    assertThat(problem("( not ( $on : Party() ) or not ( $on : Model() ) )", "")).isEmpty();
  }

  @Test
  void alternativesInsideOthersAreLookedInto() {
    assertThat(problem("( Subject() and ( $on : Model() or $on : Party() ) )", "")).isPresent();
  }

  @Test
  void theBuiltInRulesBindAlike() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("rules"))) {
      files = all.filter(file -> file.toString().endsWith(".drl")).toList();
    }
    for (Path file : files) {
      assertThat(DrlFile.read(file.toString(), Files.readString(file)).rules())
          .flatExtracting(rule -> OrBindings.problem(rule).stream().toList())
          .isEmpty();
    }
  }
}
