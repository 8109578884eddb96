package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that fail or fire for ever end every command with one line that names them, and 5. */
@Timeout(300)
final class FailingRulesTest {
  private static final String HEAD =
      """
      package own

      import eu.policyadvisor.fact.*
      import eu.policyadvisor.finding.*

      """;

  private static final String CARD =
      """
          @kind("finding") @title("Own") @summary("A rule of an analyst.") @keyPoints("3")
          @layer("chips") @severity("low") @confidence(0.5) @cites("crma Art. 5(1)")
      """;

  private static final String FINDING =
      "insertLogical( new Finding( drools.getRule().getName(), $chip ) );";

  private static final String FACTS =
      """
      subject: {id: centre, name: Centre, type: research_organisation, country: SE}
      accelerators: [{id: pool, quantity: 8, foundry_country: unknown}]
      """;

  private static final String CASES =
      """
      - case: a pool
        as_of: 2026-11-01
        facts: {accelerators: [{id: pool, quantity: 8}]}
        expect: {concludes: [own/chip on pool]}
      """;

  @TempDir private Path directory;
  private Path rules;
  private Path facts;

  @BeforeEach
  void write() throws IOException {
    rules = Files.createDirectories(directory.resolve("rules"));
    facts = Files.writeString(directory.resolve("facts.yaml"), FACTS);
    Files.writeString(rules.resolve("parameters.yaml"), "parameters: []\n");
    Files.writeString(rules.resolve("own.cases.yaml"), CASES);
  }

  private static String rule(String id, String conditions, String consequence) {
    return "rule \"%s\"\n%swhen\n    %s\nthen\n    %s\nend\n"
        .formatted(id, CARD, conditions, consequence);
  }

  private void write(String... drl) throws IOException {
    Files.writeString(rules.resolve("own.drl"), HEAD + String.join("", drl));
  }

  /** What a rule of the id {@code own/chip}, on line 6, is said to do wrong. */
  private String said(String message) {
    return rules + "/own.drl:6:1: rule 'own/chip' " + message;
  }

  private Run assess() {
    return Run.of("assess", facts, "--rules", rules);
  }

  private Stream<Run> commands() throws IOException {
    Path other = Files.writeString(directory.resolve("other.yaml"), FACTS.replace("pool", "lake"));
    Path before = Files.createDirectories(directory.resolve("before"));
    Files.copy(rules.resolve("parameters.yaml"), before.resolve("parameters.yaml"));
    Files.writeString(
        before.resolve("own.drl"), HEAD + rule("own/chip", "$chip : Accelerator()", FINDING));
    Path cases = rules.resolve("own.cases.yaml");
    return Stream.of(
        assess(),
        Run.of("assess", "--show", "all", facts, other, "--rules", rules),
        Run.of("explain", facts, "--rules", rules),
        Run.of("explain", facts, "own/chip", "--rules", rules),
        Run.of("ask", "--questions", facts, "--rules", rules),
        Run.of("test", cases, "--rules", rules),
        Run.of("test", "--coverage", cases, "--rules", rules),
        Run.of("test", "--mutate", cases, "--rules", rules),
        Run.of("compare", "--rules", before, rules, facts),
        Run.of("compare", "--rules", rules, before, facts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException( \"no\\nway\" );",
        "throw new AssertionError( \"no way\" );",
        "throw new java.io.IOException( \"no way\" );"
      })
  void everyCommandNamesRuleAndFactsWhereAConsequenceFails(String consequence) throws IOException {
    write(rule("own/chip", "$chip : Accelerator()", consequence));
    assertThat(commands())
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(5);
              assertThat(run.err()).containsPattern("on accelerators\\[.*\\].*: no way \\(");
              assertThat(run.err()).contains(said("fails on ")).doesNotContain("\tat ");
            });
    assertThat(assess().err())
        .startsWith(said("fails on accelerators[pool] (" + facts + ":2): no way ("));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$chip : Accelerator( id.charAt( 99 ) == 'x' ) | 'id.charAt( 99 ) == 'x'' |"
            + " accelerators[pool] | StringIndexOutOfBoundsException",
        "$chip : Accelerator() not Subject( id.charAt( 99 ) == 'x' ) | 'id.charAt( 99 ) == 'x'' |"
            + " subject | StringIndexOutOfBoundsException",
        "$s : Subject() $chip : Accelerator( id.charAt( 99 ) == $s.id.charAt( 0 ) ) |"
            + " 'id.charAt( 99 ) == $s.id.charAt( 0 )' | subject | StringIndexOutOfBoundsException",
        "$chip : Accelerator( again( id ) ) | `` | accelerators[pool] | StackOverflowError",
        "$s : Subject( $n : id.substring( 99 ) ) $chip : Accelerator( id != $n ) | 'id != $n' |"
            + " subject | StringIndexOutOfBoundsException",
        "$chip : Accelerator() accumulate( Accelerator( $i : id ); $n : sum( $i ) ) | `` |"
            + " accelerators[pool] | ClassCastException"
      })
  void aConditionABindingOrATotalThatFailsIsNamedWithTheFacts(
      String conditions, String condition, String fact, String kind) throws IOException {
    write(
        rule("own/chip", conditions, FINDING),
        "function boolean again( String text ) { return again( text ); }\n");
    Run run = assess();
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .startsWith(said(condition.isEmpty() ? "fails on " : "fails at " + condition + " on "))
        .contains(fact + " (" + facts + ":")
        .contains(kind)
        .hasLineCount(1);
  }

  @Test
  void whatIsWrongWithOneFileStopsNoOther() throws IOException {
    write(
        rule(
            "own/chip",
            "$chip : Accelerator( quantity == 8 )",
            "if ( $chip.id().equals( \"pool\" ) ) { throw new RuntimeException(); } " + FINDING));
    Path other = Files.writeString(directory.resolve("other.yaml"), FACTS.replace("pool", "lake"));
    Path json = directory.resolve("results.json");
    Run run =
        Run.of("assess", facts, other, "--rules", rules, "--output", "json=" + json, "--quiet");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(said("fails on accelerators[pool] (" + facts + ":2): RuntimeException\n"));
    assertThat(json).content().contains("lake").doesNotContain("pool").endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$chip : Accelerator() | update( $chip ); | triggers itself without end",
        "$chip : Accelerator() | delete( $chip ); insert( $chip ); | concludes from its own",
        "$chip : Accelerator() $f : Finding() | insertLogical( new Finding( $f.rule() + 'x', $chip"
            + " ) ); | concludes from its own conclusions without end",
        "$chip : Accelerator() $n : Integer() | insert( $n + 1 ); | own conclusions without end",
        "$chip : Accelerator() $n : Integer() Integer() $m : Integer() | insert( new Integer( $n +"
            + " $m ) ); | triggers itself without end",
        "$chip : Accelerator() accumulate( Integer(); $n : count() ) | insert( $n.intValue() ); |"
            + " triggers itself without end"
      })
  void aRuleThatFiresForEverIsNamed(String conditions, String consequence, String message)
      throws IOException {
    write(
        rule("own/chip", conditions, consequence.replace('\'', '"')),
        rule("own/aside", "$chip : Accelerator() Finding( rule != \"own/aside\" )", FINDING),
        rule("own/seed", "$chip : Accelerator()", "insert( Integer.valueOf( 1 ) ); " + FINDING));
    Run run = assess();
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).startsWith(said("")).contains(message).hasLineCount(1);
  }

  @Test
  void everyCommandEndsWhereARuleFiresForEver() throws IOException {
    write(rule("own/chip", "$chip : Accelerator()", "update( $chip ); " + FINDING));
    assertThat(commands())
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(5);
              assertThat(run.err()).contains(said("triggers itself without end: stopped after "));
            });
  }

  @Test
  void aRuleThatWouldFireForEverOnceMoreIsKnownIsNamed() throws IOException {
    write(
        rule(
            "own/chip",
            "$chip : Accelerator() $f : Finding()",
            "insertLogical( new Finding( $f.rule() + \"x\", $chip ) );"),
        rule("own/seed", "$chip : Accelerator( foundryCountry == \"TW\" )", FINDING));
    Run run = assess();
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .startsWith(said("would conclude from its own conclusions without end"))
        .hasLineCount(1);
  }

  @Test
  void aRuleThatRestsOnItsOwnConclusionIsNamed() throws IOException {
    write(
        rule("own/chip", "$chip : Accelerator() Finding( on == $chip )", FINDING),
        rule("own/seed", "$chip : Accelerator()", FINDING));
    assertThat(commands().filter(run -> !run.out().contains("own/seed")))
        .allSatisfy(run -> assertThat(run.code()).isNotEqualTo(70));
    assertThat(assess().err())
        .isEqualTo(
            said(
                "rests on what it concludes on 'pool' itself, so that its reasons have no end; ask"
                    + " for what that rests on\n"));
  }

  @Test
  void theRuleThatInsertsOtherThanLogicallyIsNamed() throws IOException {
    write(rule("own/chip", "$chip : Accelerator()", FINDING.replace("insertLogical", "insert")));
    assertThat(assess().err())
        .isEqualTo(
            said(
                "inserts a Finding with insert; write insertLogical, so that it falls with its"
                    + " reasons\n"));
  }

  @Test
  void aConditionThatFailsOnlyWhereAValueIsNotKnownIsRefusedBefore() throws IOException {
    write(
        rule("own/chip", "$chip : Model( agentic )", FINDING),
        rule("own/not", "$chip : Model( name != null, !agentic )", FINDING),
        rule("own/long", "$chip : Party( hq.length() > 2 )", FINDING),
        rule("own/asked", "$chip : Party( hq != null, hq.length() > 2 )", FINDING));
    assertThat(assess().err().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith(rules + "/own.drl:"))
        .anyMatch(line -> line.endsWith("not known; write 'agentic == true'"))
        .anyMatch(line -> line.endsWith("not known; write 'agentic == false'"))
        .anyMatch(line -> line.endsWith("not known; ask 'hq != null' before it"));
  }

  @Test
  void testsOfRulesThatEndWellAreNotDisturbed() throws IOException {
    write(rule("own/chip", "$chip : Accelerator()", FINDING));
    assertThat(commands()).allMatch(run -> List.of(0, 1).contains(run.code()));
  }
}
