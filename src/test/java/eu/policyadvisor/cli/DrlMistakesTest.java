package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author does wrong is said in one line, with its place and what to write instead. */
final class DrlMistakesTest {
  private static final String DRL =
      """
      package own

      import eu.policyadvisor.fact.Accelerator
      import eu.policyadvisor.finding.Finding

      // As rule "own/other" does.
      rule  'own/chip'
          @kind("finding") @title("Own") @summary("A rule of an analyst.") @keyPoints("3")
          @layer("chips") @severity("low") @confidence(0.5) @cites("crma Art. 5(1)")
      when
          $chip : Accelerator( quantity > 7 )
      then
          insertLogical( new Finding( drools.getRule().getName(), $chip ) );
      end
      """;

  private static final String FACTS =
      """
      subject: {id: centre, name: Centre, type: research_organisation, country: SE}
      accelerators: [{id: pool, quantity: 8}]
      """;

  @TempDir private Path directory;
  private Path rules;
  private Path facts;

  @BeforeEach
  void write() throws IOException {
    rules = Files.createDirectories(directory.resolve("rules"));
    facts = Files.writeString(directory.resolve("facts.yaml"), FACTS);
    Files.writeString(rules.resolve("parameters.yaml"), "parameters: []\n");
  }

  private void rule(String drl) throws IOException {
    Files.writeString(rules.resolve("own.drl"), drl);
  }

  private Stream<Run> commands() {
    return Stream.of(
            List.of("assess", facts),
            List.of("rules", "--all"),
            List.of("rules", "show", "own/chip"),
            List.of("check"),
            List.of("test"),
            List.of("test", "--coverage"),
            List.of("test", "--mutate"))
        .map(words -> Stream.concat(words.stream(), Stream.of("--rules", rules)).toArray())
        .map(Run::of);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity > 7 ) | quantity > 7 | own.drl:12:1: rule 'own/chip' cannot be read from 'then'"
            + " on; look for a comma, a parenthesis, a quotation mark or an 'end' that is missing"
            + " or too many before it",
        "rule  | rul  | own.drl:7:1: cannot be read from 'rul' on; look for a comma, a"
            + " parenthesis, a quotation mark or an 'end' that is missing or too many before it",
        "7 ) | 7 ) § | own.drl:11:41: rule 'own/chip' cannot be read from '§' on; look for a"
            + " comma, a parenthesis, a quotation mark or an 'end' that is missing or too many"
            + " before it",
        "when | date-effective '01-Dez-2026' when | own.drl:10:16: rule 'own/chip' has"
            + " date-effective '01-Dez-2026', which is no day; write day, English month and year,"
            + " such as \"01-Dec-2026\"",
        "when | date-expires \"31-Jun-2026\" when | own.drl:10:14: rule 'own/chip' has date-expires"
            + " \"31-Jun-2026\", which is no day; write day, English month and year, such as"
            + " \"01-Dec-2026\"",
      })
  void isSaidByEveryCommandBeforeAnythingIsCompiled(String right, String wrong, String message)
      throws IOException {
    rule(DRL.replace(right, wrong));
    assertThat(commands())
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(5);
              assertThat(run.err()).isEqualTo(rules + "/" + message + "\n");
              assertThat(run.out()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'own/chip' | own | own.drl:7:7: rule 'own' has an id that is not theme/name, in lower case"
            + " with hyphens",
        "@title(\"Own\") | `` | own.drl:7:1: rule 'own/chip' has no @title; add one, such as"
            + " @title(\"Up to five words\")",
        "@title | @titel('x') @title | own.drl:8:22: rule 'own/chip' has @titel, which a rule of"
            + " kind finding does not take; did you mean 'title'?",
        "crma Art | crmaa Art | own.drl:9:63: rule 'own/chip' cites 'crmaa', which the catalogue"
            + " does not list; did you mean 'crma'?",
        "quantity > 7 | quantty > 7 | own.drl:11:26: rule 'own/chip' reads the field 'quantty',"
            + " which Accelerator does not have; did you mean 'quantity'?",
        "Accelerator( | Acelerator( | own.drl:11:13: rule 'own/chip' reads 'Acelerator', which is"
            + " no kind of fact or conclusion; did you mean 'Accelerator'?",
        "import eu.policyadvisor.fact.Accelerator | `` | own.drl:11:13: rule 'own/chip' reads"
            + " 'Accelerator', which is not imported; add 'import"
            + " eu.policyadvisor.fact.Accelerator'",
        "7 ) | 7 ) from entry-point 'x' | own.drl:11:41: rule 'own/chip' asks by from, which cannot"
            + " be explained; match the facts themselves",
      })
  void isSaidOnceItIsCompiled(String right, String wrong, String message) throws IOException {
    rule(DRL.replace(right, wrong.equals("``") ? "" : wrong));
    Run run = Run.of("assess", facts, "--rules", rules);
    assertThat(run.err()).isEqualTo(rules + "/" + message + "\n");
    assertThat(run.code()).isEqualTo(5);
  }

  @Test
  void ofSeveralFilesIsSaidAtOnce() throws IOException {
    rule(DRL.replace("7 )", "7"));
    Files.writeString(
        rules.resolve("second.drl"),
        DRL.replace("own/chip", "own/second").replace("when", "date-effective \"1.12.2026\" when"));
    Run run = Run.of("assess", facts, "--rules", rules);
    assertThat(run.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(rules.resolve("own.drl") + ":12:1: rule 'own/chip' cannot be read");
    assertThat(run.err()).contains("second.drl:10:16: rule 'own/second' has date-effective");
  }

  @Test
  void ofTwoKnowledgeBasesIsSaidByCompare() throws IOException {
    rule(DRL.replace("7 )", "7"));
    Run run = Run.of("compare", "--rules", rules, "rules", facts);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).startsWith(rules + "/own.drl:12:1: rule 'own/chip' cannot be read");
  }

  @Test
  void isSaidByFmtWhereItConcernsTheForm() throws IOException {
    rule(DRL.replace("7 )", "7"));
    Run run = Run.of("fmt", rules);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .startsWith(rules + "/own.drl:12:1: rule 'own/chip' cannot be read from 'then' on;")
        .hasLineCount(1);
  }

  @Test
  void isOfTheRuleThatUsesAnIdOfABuiltInFileOnceMore() throws IOException {
    Path file = Path.of("rules/talent/research-security.drl");
    Files.createDirectories(rules.resolve("talent"));
    Files.copy(file, rules.resolve("talent/research-security.drl"));
    rule(DRL.replace("'own/chip'", "\n'talent/research-security'"));
    Run run = Run.of("rules", "--rules", rules);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .containsPattern(
            "talent/research-security\\.drl:\\d+:1: rule id 'talent/research-security' is used"
                + " twice; .*own\\.drl:7 has it too\\. Give one of them another id");
  }
}
