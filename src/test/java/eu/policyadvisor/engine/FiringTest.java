package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that end are let end, and those that do not are ended. */
final class FiringTest {
  @TempDir Path directory;

  private static Conclusions run(Advisor advisor, String yaml) throws IOException {
    List<Object> memory = advisor.workingMemory(FewRules.facts(advisor, yaml), FewRules.DAY);
    return new RuleBase(advisor.loaded().rules().compiled()).run(memory, FewRules.DAY);
  }

  private List<String> fails(String... rules) throws IOException {
    Advisor advisor = FewRules.advisor(directory, rules);
    return catchThrowableOfType(RuleBaseException.class, () -> run(advisor, "subject: {id: it}\n"))
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  private static String rule(String id, String when, String then) {
    return FewRules.rule(
        id, "@kind(\"finding\") @severity(\"low\") @confidence(0.5) @cites(\"plain\")", when, then);
  }

  @Test
  void aRuleMayFireForEachOfManyFacts() throws IOException {
    Advisor advisor =
        FewRules.advisor(directory, FewRules.finding("few/a", "low", "0.5", "$on : Accelerator()"));
    String chips =
        IntStream.range(0, 250)
            .mapToObj(i -> "{id: chip-" + i + "}")
            .collect(Collectors.joining(", ", "accelerators: [", "]\n"));
    assertThat(run(advisor, "subject: {id: it}\n" + chips).matches()).hasSize(250);
  }

  /** A chain may have 1,000 conclusions, and 10 more for the one fact. */
  @Test
  void aRuleThatConcludesFromItsOwnConclusionsIsStopped() throws IOException {
    assertThat(
            fails(
                FewRules.finding("few/seed", "low", "0.5", "$on : Subject()"),
                rule(
                    "few/more",
                    "Finding( $from : rule, $on : on )",
                    "insertLogical( new Finding( $from + \"+\", $on ) );")))
        .containsExactly(
            "rule 'few/more' concludes from its own conclusions without end: stopped after 1010 in"
                + " a row");
  }

  @Test
  void aRuleThatChangesWhatItMatchesIsStopped() throws IOException {
    assertThat(fails(rule("few/again", "$on : Subject()", "update( $on );")))
        .singleElement()
        .asString()
        .startsWith("rule 'few/again' triggers itself without end: stopped after ");
  }

  @Test
  void ofRulesThatChangeThingsTheOneThatDoesSoMostIsNamed() throws IOException {
    assertThat(
            fails(
                FewRules.finding("few/innocent", "low", "0.5", "$on : Subject()"),
                rule("few/again", "$on : Subject()", "update( $on );")))
        .singleElement()
        .asString()
        .startsWith("rule 'few/again' triggers itself without end");
  }
}
