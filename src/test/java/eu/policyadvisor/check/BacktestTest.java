package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final Advisor ADVISOR = Advisor.standard();

  /** Decisions whose rules are not written yet; a rule that carries one takes it off the list. */
  private static final Set<String> AWAITING_RULES =
      Set.of("elmos-silex-2022", "lithuania-coercion-2022", "nexperia-2025");

  private static final String CASE =
      """
      case:
        authority: An authority
        stance: restrict
        carried_by: [export-control/huawei-ascend-gp10 on chip]
        sources: [{text: A report, url: "https://example.org", date: 2025-06-01}]
      title: A chip
      as_of: 2025-06-01
      accelerators:
        - {id: chip, product: huawei-ascend-910c, lifecycle: planned}
      """;

  @Test
  void everyDocumentedDecisionAgreesOrSaysWhyNot() throws IOException {
    BacktestRunner runner = new BacktestRunner(ADVISOR);
    List<String> failing = new ArrayList<>();
    for (Path file : files()) {
      try (InputStream in = Files.newInputStream(file)) {
        Checked<List<Backtest>> reading =
            BacktestReader.read(file.toString(), in, ADVISOR.knowledge());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value()).hasSize(1);
        BacktestRunner.Outcome outcome = runner.run(reading.value().get(0));
        assertThat(outcome.failures()).as(file.toString()).isEmpty();
        if (!outcome.passes()) {
          failing.add(outcome.test().id());
        }
      }
    }
    assertThat(failing).isSubsetOf(AWAITING_RULES);
  }

  @Test
  void readsACaseAndNamesTheRulesThatDecide() throws IOException {
    BacktestRunner.Outcome outcome = run(CASE);
    assertThat(outcome.agreement()).isEqualTo(BacktestRunner.Agreement.AGREES);
    assertThat(outcome.passes()).isTrue();
    assertThat(outcome.decidedBy()).containsExactly("export-control/huawei-ascend-gp10");
    assertThat(outcome.test().id()).isEqualTo("x");
    assertThat(outcome.test().sources()).hasSize(1);
  }

  @Test
  void failsWhereTheStancesDifferAndNothingSaysWhy() throws IOException {
    BacktestRunner.Outcome outcome = run(CASE.replace("restrict", "permit"));
    assertThat(outcome.agreement()).isEqualTo(BacktestRunner.Agreement.DIFFERS);
    assertThat(outcome.passes()).isFalse();
  }

  @Test
  void passesWhereTheStancesDifferForAReason() throws IOException {
    BacktestRunner.Outcome outcome =
        run(
            CASE.replace(
                "stance: restrict", "stance: permit\n  disagrees: the licence was missing"));
    assertThat(outcome.agreement()).isEqualTo(BacktestRunner.Agreement.DISAGREES);
    assertThat(outcome.passes()).isTrue();
  }

  @Test
  void failsWhereItDisagreesWithoutDisagreement() throws IOException {
    assertThat(
            run(CASE.replace("stance: restrict", "stance: restrict\n  disagrees: on a whim"))
                .failures())
        .containsExactly("says why it disagrees with the authority, but takes the same stance");
  }

  @Test
  void failsWhereAnotherRuleCarriesTheStance() throws IOException {
    BacktestRunner.Outcome outcome =
        run(CASE.replace("export-control/huawei-ascend-gp10 on chip", "chips/performance-gap"));
    assertThat(outcome.failures())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("expected chips/performance-gap to carry the stance restrict, which rests on ");
  }

  @Test
  void namesARuleThatDoesNotExistWithItsPlace() throws IOException {
    assertThat(problems(CASE.replace("huawei-ascend-gp10", "huawei-ascend-gp1")))
        .containsExactly(
            "x.yaml:4:16: there is no rule 'export-control/huawei-ascend-gp1';"
                + " did you mean 'export-control/huawei-ascend-gp10'?");
  }

  @Test
  void namesAllThatAHeadingLacksOrMisspells() throws IOException {
    assertThat(
            problems(
                """
                case:
                  authorty: An authority
                  stance: forbid
                  sources: []
                subject: {id: s, country: XX}
                """))
        .containsExactly(
            "x.yaml:2:3: case has no authority; it needs one",
            "x.yaml:2:3: the case names no source; add sources: [{text: ..., url: ...}]",
            "x.yaml:2:3: unknown field 'authorty' of case; did you mean 'authority'?",
            "x.yaml:3:11: 'forbid' is not a stance; it is one of prohibit, countermeasure,"
                + " restrict, conditional, diversify, investigate, permit, monitor",
            "x.yaml:5:27: 'XX' is not a country; write its ISO 3166-1 code of two letters, EU or"
                + " EEA");
  }

  @Test
  void refusesACaseWithoutHeadingOrDate() throws IOException {
    assertThat(problems("subject: {id: s}\n"))
        .containsExactly(
            "x.yaml:1:1: has no heading; add case: {authority: ..., stance: ..., sources: [...]}");
    assertThat(problems(CASE.replace("as_of: 2025-06-01\n", "")))
        .containsExactly(
            "x.yaml:1:1: has no as_of; a case needs the date on which its facts stood");
  }

  @Test
  void saysWhatToWriteInsteadOfAListOfCases() throws IOException {
    assertThat(
            problems("schema: notes\ncases:\n  - {id: pilot, facts: {actor: {type: company}}}\n"))
        .containsExactly(
            "x.yaml:2:1: a list of cases is not read; write each as a fact set with a heading:"
                + " case: {authority: ..., stance: ..., sources: [...]}, and '---' before the next"
                + " one");
  }

  @Test
  void readsSeveralCasesWithLinesOfHyphensBetweenThem() throws IOException {
    assertThat(read(CASE + "---\n" + CASE).value()).hasSize(2);
  }

  private static BacktestRunner.Outcome run(String yaml) throws IOException {
    Checked<List<Backtest>> reading = read(yaml);
    assertThat(reading.problems()).isEmpty();
    return new BacktestRunner(ADVISOR).run(reading.value().get(0));
  }

  private static List<String> problems(String yaml) throws IOException {
    return read(yaml).problems().stream().map(Problem::toString).toList();
  }

  private static Checked<List<Backtest>> read(String yaml) throws IOException {
    return BacktestReader.read(
        "x.yaml",
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
        ADVISOR.knowledge());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/cases"))) {
      return files.sorted().toList();
    }
  }
}
