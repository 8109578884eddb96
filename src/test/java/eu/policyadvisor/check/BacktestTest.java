package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {
  private static final Advisor ADVISOR = Advisor.standard();

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

  private static final String AGREED =
      "{result: agrees, stance: restrict, date: 2026-11-30, rules: 7e89120}";

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
        assertThat(reading.value().get(0).blind())
            .as("%s says whether its facts were written blind", file)
            .isNotNull();
        BacktestRunner.Outcome outcome = runner.run(reading.value().get(0));
        assertThat(outcome.failures()).as(file.toString()).isEmpty();
        if (!outcome.passes()) {
          failing.add(outcome.test().id());
        }
      }
    }
    assertThat(failing).isEmpty();
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
  void passesWhereTheCaseSaysWhatTheRulesLack() throws IOException {
    String lacking = CASE.replace("stance: restrict", "stance: permit\n  lacks: the law of prices");
    assertThat(run(lacking).agreement()).isEqualTo(BacktestRunner.Agreement.LACKS);
    assertThat(run(lacking).passes()).isTrue();
  }

  @Test
  void failsWhereTheRulesLackNothing() throws IOException {
    BacktestRunner.Outcome outcome =
        run(CASE.replace("stance: restrict", "stance: restrict\n  lacks: the law of prices"));
    assertThat(outcome.failures())
        .containsExactly("says what the rules lack, but they take the stance of the authority");
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
                + " restrict, conditional, diversify, investigate, permit, monitor, not_determined,"
                + " not_covered, nothing_found, not_stated",
            "x.yaml:5:27: 'XX' is not a country; write its ISO 3166-1 code of two letters, EU or"
                + " EEA");
  }

  @Test
  void readsAFirstRunThatStaysWhateverIsMended() throws IOException {
    Backtest test = read(firstRun(AGREED)).value().get(0);
    assertThat(test.firstRun())
        .isEqualTo(
            new Backtest.FirstRun(
                Backtest.Result.AGREES, Stance.RESTRICT, LocalDate.of(2026, 11, 30), "7e89120"));
    assertThat(test.blindFirstRun()).hasValue(test.firstRun());
    Backtest missed =
        read(firstRun("{result: disagrees, stance: permit, date: 2026-11-30, rules: 0.1.0}"))
            .value()
            .get(0);
    assertThat(missed.blindFirstRun())
        .hasValueSatisfying(run -> assertThat(run.stance()).isEqualTo(Stance.PERMIT));
    assertThat(new BacktestRunner(ADVISOR).run(missed).agreement())
        .as("the rules of today")
        .isEqualTo(BacktestRunner.Agreement.AGREES);
  }

  @Test
  void keepsAFirstRunOfFactsThatWereNotWrittenBlindWithoutCountingIt() throws IOException {
    Backtest test = read(firstRun(AGREED).replace("blind: true", "blind: false")).value().get(0);
    assertThat(test.firstRun()).isNotNull();
    assertThat(test.blindFirstRun()).isEmpty();
    assertThat(read(CASE).value().get(0).blind()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          blind: true | blind: no \
            | 4:10: blind is 'no'; write false
          blind: true | blnd: true \
            | 4:3: unknown field 'blnd' of case; did you mean 'blind'?
          blind: true | note: late \
            | 5:3: first_run does not say whether the facts were written blind; write 'blind: true' if \
          their author had seen neither the rules nor the code that decide them, else 'blind: false'
          blind: true | blind: unknown \
            | 5:3: first_run does not say whether the facts were written blind; write 'blind: true' if \
          their author had seen neither the rules nor the code that decide them, else 'blind: false'
          result: agrees | result: agree \
            | 5:23: 'agree' is not a result; it is one of agrees, disagrees; did you mean 'agrees'?
          result: agrees | result: disagrees \
            | 5:23: result is disagrees, but our stance was restrict and the authority's is restrict; \
          write agrees
          stance: restrict, date | stance: permit, date \
            | 5:23: result is agrees, but our stance was permit and the authority's is restrict; \
          write disagrees
          stance: restrict, date | stance: restrictt, date \
            | 5:39: 'restrictt' is not a stance; it is one of prohibit, countermeasure, restrict, \
          conditional, diversify, investigate, permit, monitor, not_determined, not_covered, nothing_found, not_stated; did you mean 'restrict'?
          2026-11-30 | 2025-05-31 \
            | 5:55: date 2025-05-31 of first_run is before decided_on 2025-06-01; write the day on \
          which it was run
          2026-11-30 | 30.11.2026 \
            | 5:55: '30.11.2026' is not a date; write 2026-11-30
          , rules: 7e89120 | "" \
            | 5:14: first_run has no rules; it needs one
          rules: 7e89120 | rule: 7e89120, rules: x \
            | 5:67: unknown field 'rule' of first_run; did you mean 'rules'?
          """)
  void saysInOneLineWhatAFirstRunNeeds(String right, String wrong, String problem)
      throws IOException {
    assertThat(problems(firstRun(AGREED).replace(right, wrong)))
        .containsExactly("x.yaml:" + problem);
  }

  @Test
  void saysTheFormOfAFirstRunThatIsOneWord() throws IOException {
    assertThat(problems(firstRun("agrees")))
        .containsExactly(
            "x.yaml:5:14: first_run needs four keys; write first_run: {result: agrees or disagrees,"
                + " stance: ours on that day, date: ..., rules: their version or commit}");
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

  /** The case of a decision of 1 June 2025, with blind facts and a first run. */
  private static String firstRun(String run) {
    return CASE.replace(
        "  stance: restrict\n",
        "  stance: restrict\n  blind: true\n  first_run: " + run + "\n  decided_on: 2025-06-01\n");
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
