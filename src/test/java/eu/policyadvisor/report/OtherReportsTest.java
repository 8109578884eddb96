package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.check.Backtest;
import eu.policyadvisor.check.BacktestRunner;
import eu.policyadvisor.check.BacktestRunner.Agreement;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseRunner;
import eu.policyadvisor.check.TestRun;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Purpose;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.mutation.MutationOutcome;
import eu.policyadvisor.mutation.MutationOutcome.Verdict;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.report.rules.BacktestReport;
import eu.policyadvisor.report.rules.ComplaintReport;
import eu.policyadvisor.report.rules.CoverageReport;
import eu.policyadvisor.report.rules.MutationReport;
import eu.policyadvisor.report.rules.RuleCoverage;
import eu.policyadvisor.report.rules.RuleList;
import eu.policyadvisor.report.rules.RulePage;
import eu.policyadvisor.report.rules.TestReport;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.CoveredCondition;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ListRow;
import eu.policyadvisor.screening.Match;
import eu.policyadvisor.screening.NameFile;
import eu.policyadvisor.screening.Screened;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is reported beside advice, of rows that are made by hand. */
class OtherReportsTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/others");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static void same(String file, String text) {
    Golden.assertSame(KEPT.resolve(file), text);
  }

  private static List<MutationOutcome> mutations() {
    List<MutationOutcome> rows = new ArrayList<>();
    Mutation.Kind[] kinds = Mutation.Kind.values();
    int[] many = {3, 2, 1, 2, 1};
    for (Verdict verdict : Verdict.values()) {
      for (int i = 0; i < many[verdict.ordinal()]; i++) {
        rows.add(
            new MutationOutcome(
                new Mutation(
                    kinds[i],
                    i == 0 ? "a.parameter" : "a/rule",
                    "a.drl",
                    3 + i,
                    7,
                    "x > 5",
                    i == 1 ? "" : "x >= 5",
                    ""),
                verdict,
                verdict == Verdict.KILLED ? "case one" : "why",
                verdict == Verdict.SURVIVED ? List.of("name: x", "expect: y") : List.of()));
      }
    }
    return rows;
  }

  @Test
  void ofMutations() {
    same("mutations.txt", MutationReport.text(mutations()));
    same("mutations.json", MutationReport.json(mutations()));
    assertThat(MutationReport.score(mutations()))
        .as("three killed of three, two survived and one suspected")
        .isEqualByComparingTo("50");
    assertThat(MutationReport.score(List.of())).as("nothing to change is no success").isNull();
    assertThat(MutationReport.text(List.of())).endsWith("not viable\nnothing to change\n");
    assertThat(MutationReport.json(List.of())).contains("\"score\": null");
    assertThat(CoverageReport.percent(Map.of())).isNull();
    assertThat(CoverageReport.text(Map.of("a/b", List.of()), 80, false))
        .isEqualTo("no condition to cover in 1 rule\n");
  }

  private static TestRun.Outcome test(
      String file, int line, String name, boolean todo, int failures, Duration took) {
    return new TestRun.Outcome(
        new Case(
            name,
            file,
            line,
            DAY,
            FactSet.of(Fact.unknown(Subject.class, "s")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            todo),
        Collections.nCopies(failures, new CaseRunner.Failure("expected a, came b", null, null)),
        took);
  }

  private static TestReport tests(int most) {
    return new TestReport(
        new TestRun(
            Stream.of(
                    test("a.yaml", 3, "passes", false, 0, Duration.ofMillis(1_250)),
                    test("a.yaml", 9, "fails <x>", false, 2, Duration.ofMillis(7)),
                    test("a.yaml", 12, "is a gap", true, 1, Duration.ZERO),
                    test("b.yaml", 1, "is a gap no more", true, 0, Duration.ofNanos(1)),
                    test("b.yaml", 2, "passes too", false, 0, Duration.ofSeconds(61)))
                .limit(most)
                .toList()),
        (test, failure) -> Optional.empty());
  }

  @Test
  void ofTests() {
    same("tests.txt", tests(5).text(7, 80, false));
    same("tests.ansi", tests(5).text(1, 60, true));
    same("passed.ansi", tests(1).text(1, 60, true));
    same("tests.junit.xml", tests(5).junit());
  }

  private static BacktestRunner.Outcome backtest(
      String id,
      @Nullable String title,
      Stance theirs,
      Stance ours,
      BacktestRunner.Agreement agreement,
      @Nullable String reason,
      @Nullable Boolean blind,
      @Nullable Stance first,
      String... failures) {
    return new BacktestRunner.Outcome(
        new Backtest(
            id,
            "x.yaml",
            1,
            title,
            DAY,
            new Backtest.Decision("Court | of x", null, null, theirs, reason, null),
            blind,
            first == null
                ? null
                : new Backtest.FirstRun(
                    first == theirs ? Backtest.Result.AGREES : Backtest.Result.DISAGREES,
                    first,
                    DAY,
                    "7e89120"),
            List.of(new Backtest.Source(null, "https://a.example", null)),
            List.of(),
            List.of(),
            List.of(),
            FactSet.of(Fact.unknown(Subject.class, "s"))),
        ours,
        agreement,
        List.of("a/rule-of-some-length", "b/rule"),
        List.of(failures));
  }

  @Test
  void ofBacktests() {
    List<BacktestRunner.Outcome> outcomes =
        List.of(
            backtest(
                "one",
                null,
                Stance.RESTRICT,
                Stance.RESTRICT,
                Agreement.AGREES,
                null,
                true,
                Stance.PROHIBIT),
            backtest(
                "two",
                "Title",
                Stance.PERMIT,
                Stance.PROHIBIT,
                Agreement.DIFFERS,
                null,
                true,
                Stance.PERMIT),
            backtest(
                "three",
                "T",
                Stance.PROHIBIT,
                Stance.MONITOR,
                Agreement.DISAGREES,
                "why",
                false,
                Stance.PROHIBIT,
                "not so"),
            backtest(
                "four", null, Stance.MONITOR, Stance.MONITOR, Agreement.AGREES, null, true, null));
    for (int columns : List.of(50, 80, 120)) {
      same("backtests-" + columns + ".txt", BacktestReport.text(outcomes, columns));
    }
    same("backtests.md", BacktestReport.markdown(outcomes));
    same("backtests.json", BacktestReport.json(outcomes));
  }

  private static Map<String, List<CoveredCondition>> conditions() {
    return Map.of(
        "b/some",
        List.of(
            new CoveredCondition("b/some", "x == 1", 10, 16, true, true),
            new CoveredCondition("b/some", "y == 2", 20, 26, true, false),
            new CoveredCondition("b/some", "z == 3", 28, 34, false, true)),
        "a/none",
        List.of(new CoveredCondition("a/none", "v < 3", 4, 9, false, false)),
        "c/all",
        List.of(new CoveredCondition("c/all", "w", 0, 1, true, true)));
  }

  @Test
  void ofCoverage() {
    same("coverage.txt", CoverageReport.text(conditions(), 80, false));
    same("coverage.ansi", CoverageReport.text(conditions(), 50, true));
    assertThat(CoverageReport.percent(conditions())).isEqualByComparingTo(new BigDecimal("40"));
    String drl = "rule <b> x == 1 & y == 2, z == 3 end";
    same(
        "coverage.html",
        CoverageReport.html(
            conditions(),
            Map.of(
                "b/some", new RuleText("b.drl", 7, drl, List.of(), List.of()),
                "a/none", new RuleText("a.drl", 1, drl, List.of(), List.of()),
                "c/all", new RuleText("c.drl", 1, drl, List.of(), List.of()))));
  }

  private static KeptList list(String id, LocalDate date, KeptList.Dated dated) {
    return new KeptList(
        id, "Title", date, dated, DAY, 12_345, "ab".repeat(32), "list\u001B.csv", Path.of("x"));
  }

  private static Match match(Match.Kind kind, boolean bare) {
    ListRow row =
        new ListRow(
            7,
            "Entity List",
            "Listed Ltd",
            List.of("Alias"),
            Set.of("CN", "AT"),
            false,
            bare ? "" : "licence required",
            bare ? "" : "73 FR 1",
            bare ? null : LocalDate.of(2019, 5, 16),
            null,
            bare ? Set.of() : Set.of(PartyList.US_ENTITY_LIST, PartyList.EU_SANCTIONS));
    return new Match(
        kind,
        "Asked",
        bare ? "Listed Ltd" : "Alias",
        row,
        list("us-csl", DAY.minusDays(12), KeptList.Dated.BY_LIST),
        List.of("listed"),
        bare ? List.of("form", "place") : List.of(),
        !bare,
        bare ? 0.756 : 1);
  }

  @Test
  void ofMatches() {
    List<KeptList> lists =
        List.of(
            list("us-csl", DAY.minusDays(1), KeptList.Dated.BY_LIST),
            list("a", DAY.minusDays(30), KeptList.Dated.BY_USER),
            list("b", DAY.minusDays(31), KeptList.Dated.BY_IMPORT),
            list("c", DAY, KeptList.Dated.BY_LIST),
            list("d", DAY.plusDays(1), KeptList.Dated.BY_LIST));
    List<Screened> screened =
        List.of(
            new Screened(
                new NameFile.Entry(3, "=Asked", "CN"), List.of(match(Match.Kind.EXACT, false))),
            new Screened(
                new NameFile.Entry(0, "Other", null),
                List.of(match(Match.Kind.NEAR, true), match(Match.Kind.EXACT, false))),
            new Screened(new NameFile.Entry(5, "Nobody", null), List.of()));
    MatchReport report = new MatchReport(DAY, lists);
    same("lists.txt", MatchReport.lists(lists, DAY));
    same("matches.txt", report.text(screened));
    same("matches.json", report.json(screened));
    same("matches.csv", report.csv(screened));
  }

  @Test
  void ofComplaintsWithFacts() {
    List<Complaint> complaints =
        List.of(
            new Complaint(
                Concern.SUBSUMED,
                new Problem("a.drl", 3, 7, "adds nothing"),
                List.of("a/one", "a/two"),
                List.of(new Complaint.Witness("it concludes", Scenario.rich().facts()))),
            new Complaint(
                Concern.UNUSED, new Problem("p.yaml", 1, 1, "no use"), List.of(), List.of()));
    same("complaints.txt", ComplaintReport.text(complaints));
    same("complaints.json", ComplaintReport.json(complaints));
  }

  @Test
  void ofRules() {
    List<RuleCard> cards = List.copyOf(Scenario.rich().knowledge().cards().values());
    same("rules.txt", RuleList.render(cards, DAY));
    same("rules-before.txt", RuleList.render(cards, LocalDate.of(2025, 5, 12)));
    same("coverage-of-points.txt", RuleCoverage.render(cards, 120));
    same("coverage-of-points-narrow.txt", RuleCoverage.render(cards, 60));
    StringBuilder pages = new StringBuilder();
    RuleText text =
        new RuleText(
            "a.drl",
            3,
            "rule \"a\"\nwhen\n    x\nend",
            List.of("There is a chip.", "It is in use."),
            List.of(new RuleText.Term("in use", "Operating or contracted.")));
    for (RuleCard card : cards) {
      boolean first = card.equals(cards.get(0));
      pages.append(
          new RulePage(72, first)
              .render(card, first ? text : null, first ? cards.subList(1, 3) : List.of(), DAY));
      pages.append("=====\n");
    }
    same("rule-pages.txt", pages.toString());
    same(
        "rule-page-before.txt",
        new RulePage(10, false).render(cards.get(1), text, List.of(), LocalDate.of(2025, 5, 12)));
  }

  @Test
  void ofQuestions() {
    Assessment rich = Scenario.rich();
    Fact pool = rich.facts().facts(Section.ACCELERATORS).get(0);
    List<RuleCard> cards = List.copyOf(rich.knowledge().cards().values());
    OpenValue purpose = new OpenValue(pool, "purpose");
    List<Object> production = List.of(Purpose.PRODUCTION);
    List<Question> questions =
        List.of(
            new Question(
                purpose,
                Section.ACCELERATORS,
                "Ascend pool: What is it for, in more words than fit on one line of a terminal?",
                "one of production, evaluation",
                List.of(
                    new Question.Constant("production", "in use"),
                    new Question.Constant("evaluation", "")),
                cards.subList(0, 3),
                new BigDecimal("6"),
                List.of(
                    new Range.Turn(
                        rich.facts().subject(),
                        Stance.CONDITIONAL,
                        Stance.PROHIBIT,
                        purpose,
                        production,
                        List.of(),
                        null),
                    new Range.Turn(
                        pool,
                        Stance.CONDITIONAL,
                        Stance.PROHIBIT,
                        purpose,
                        production,
                        List.of(),
                        null),
                    new Range.Turn(
                        pool,
                        Stance.CONDITIONAL,
                        Stance.PERMIT,
                        purpose,
                        List.of(Purpose.TECHNICAL_EVALUATION),
                        production,
                        null))),
            new Question(
                null,
                Section.MODELS,
                "Centre: Are there models?",
                "yes or no",
                List.of(),
                cards.subList(0, 1),
                new BigDecimal("0.5"),
                List.of()));
    same("questions.txt", QuestionList.text(questions, 60) + QuestionList.text(List.of(), 80));
    same("questions.json", QuestionList.json(questions));
    StringBuilder asked = new StringBuilder();
    for (Question question : questions) {
      asked.append(QuestionList.ask(question, 3, 12, 60)).append("\n-----\n");
      asked.append(QuestionList.why(question, 60)).append("\n-----\n");
    }
    same("asked.txt", asked.toString());
  }
}
