package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.mutation.MutationLog;
import eu.policyadvisor.mutation.MutationOutcome;
import eu.policyadvisor.mutation.MutationOutcome.Verdict;
import eu.policyadvisor.mutation.MutationRunner;
import eu.policyadvisor.mutation.Variation;
import eu.policyadvisor.rule.Mutation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
  private static final String RULES =
      """
      package own
      import eu.policyadvisor.advice.Recommendation
      import eu.policyadvisor.fact.CriticalInput
      import eu.policyadvisor.fact.Impact
      import eu.policyadvisor.fact.StatedList
      import eu.policyadvisor.fact.Section
      import eu.policyadvisor.fact.Subject
      import eu.policyadvisor.finding.Finding

      rule "own/thin-stock"
          @kind("finding")
          @title("Thin stock")
          @summary("A stock lasts less than a month.")
          @keyPoints("5") @layer("materials") @severity("high") @confidence(0.5)
          @cites("crma Art. 5")
          date-effective "01-Jan-2026"
      when
          $who : Subject( sme == false )
          $input : CriticalInput( stockDays < 30, strategic == true || rareEarth == true,
                                  impact in (Impact.MEDIUM, Impact.HIGH) )
          not CriticalInput( this != $input, stockDays > 300 )
      then
          insertLogical( new Finding( drools.getRule().getName(), $input ) );
      end

      rule "own/fill-stock"
          @kind("advice")
          @title("Fill the stock")
          @summary("A month is needed.")
          @action("Fill the stock of {on}")
          @addressee("subject") @urgency("short") @strength("should") @stance("diversify")
          @keyPoints("5") @layer("materials") @confidence(0.5)
          @cites("crma Art. 5")
      when
          Finding( rule == "own/thin-stock", $on : on )
      then
          insertLogical( new Recommendation( drools.getRule().getName(), $on ) );
      end
      """;

  private static final String CASES =
      """
      - case: a stock of 20 days is thin
        as_of: 2026-11-01
        facts:
          subject: {id: me, type: company, sme: false}
          critical_inputs: [{id: ga, stock_days: 20, strategic: true, impact: high}]
        expect:
          concludes: [own/thin-stock on ga, own/fill-stock on ga]
      - case: a stock of 40 days is not
        as_of: 2026-11-01
        facts:
          subject: {id: me, type: company, sme: false}
          critical_inputs: [{id: ga, stock_days: 40, strategic: true, impact: high}]
        expect:
          silent: [own/thin-stock, own/fill-stock]
      """;

  @TempDir private Path directory;
  private Advisor advisor;

  /** A knowledge base of these rules: what others conclude bears on none of it, and takes time. */
  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(directory.resolve("parameters.yaml"), "parameters: []\n");
    write(RULES);
  }

  @Test
  void changesEverythingThatCasesShouldNotice() {
    assertThat(Variation.all(advisor.loaded()).stream().map(MutationTest::words))
        .contains(
            "own/thin-stock boundary: stockDays < 30 -> stockDays <= 30",
            "own/thin-stock comparison: stockDays < 30 -> stockDays > 30",
            "own/thin-stock constant: stockDays < 30 -> stockDays < 31",
            "own/thin-stock constant: sme == false -> sme == true",
            "own/thin-stock connective: strategic == true || rareEarth == true"
                + " -> strategic == true && rareEarth == true",
            "own/thin-stock dropped condition: without rareEarth == true",
            "own/thin-stock dropped condition: without stockDays < 30",
            "own/thin-stock enum value: impact in (Impact.MEDIUM, Impact.HIGH)"
                + " -> impact in (Impact.HIGH)",
            "own/thin-stock negation: impact in (Impact.MEDIUM, Impact.HIGH)"
                + " -> impact not in (Impact.MEDIUM, Impact.HIGH)",
            "own/thin-stock dropped exception:"
                + " without not CriticalInput( this != $input, stockDays > 300 )",
            "own/thin-stock swapped binding:"
                + " insertLogical( new Finding( drools.getRule().getName(), $input ) );"
                + " -> insertLogical( new Finding( drools.getRule().getName(), $who ) );",
            "own/thin-stock shifted date: \"01-Jan-2026\" -> \"02-Jan-2026\"",
            "own/thin-stock changed severity: @severity(\"high\") -> @severity(\"critical\")",
            "own/fill-stock changed stance: @stance(\"diversify\") -> @stance(\"investigate\")");
  }

  @Test
  void saysWhereAChangeIs() {
    Mutation boundary = find("stockDays < 30 -> stockDays <= 30");
    assertThat(boundary.place()).isEqualTo(directory.resolve("own.drl") + ":19:39");
  }

  @Test
  void noticesWhatACaseFailsOn() {
    MutationOutcome outcome = run(cases(CASES), find("without stockDays < 30"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.KILLED);
    assertThat(outcome.note()).endsWith(":8 a stock of 40 days is not");
  }

  @Test
  void aWitnessPastedAsACaseNoticesTheChange() {
    for (String change :
        List.of(
            "stockDays < 30 -> stockDays <= 30",
            "impact in (Impact.MEDIUM, Impact.HIGH) -> impact in (Impact.HIGH)",
            "without rareEarth == true",
            "\"01-Jan-2026\" -> \"02-Jan-2026\"",
            "@severity(\"high\") -> @severity(\"critical\")",
            "@stance(\"diversify\") -> @stance(\"investigate\")")) {
      Mutation mutation = find(change);
      MutationOutcome survived = run(cases(CASES), mutation);
      assertThat(survived.verdict()).as(change).isEqualTo(Verdict.SURVIVED);
      List<Case> more = cases(CASES + String.join("\n", survived.witness()) + "\n");
      assertThat(more).as(survived.witness().toString()).hasSize(3);
      assertThat(new CaseRunner(advisor).run(more.get(2))).as(change).isEmpty();
      assertThat(run(more, mutation).verdict()).as(change).isEqualTo(Verdict.KILLED);
    }
  }

  @Test
  void aWitnessHoldsNothingThatItDoesNotNeed() {
    List<String> witness = run(cases(CASES), find("without rareEarth == true")).witness();
    assertThat(witness)
        .noneMatch(line -> line.matches(".*(type|stock_days|impact|applications).*"));
  }

  @Test
  void whatNoFactsCanTellIsSuspected() throws IOException {
    write(RULES.replace("stockDays < 30,", "stockDays < 30, stockDays < 40,"));
    MutationOutcome outcome = run(cases(CASES), find("without stockDays < 40"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.SUSPECTED);
    assertThat(outcome.witness()).isEmpty();
  }

  @Test
  void aDayMoreIsEquivalentWhereWhatTheRuleBuildsOnIsNotInForce() throws IOException {
    write(
        RULES.replace("when\n    Finding(", "date-effective \"01-Jan-2026\"\nwhen\n    Finding("));
    List<Mutation> earlier = all("\"01-Jan-2026\" -> \"31-Dec-2025\"");
    assertThat(earlier).hasSize(2);
    assertThat(run(cases(CASES), earlier.get(0)).verdict()).isEqualTo(Verdict.SURVIVED);
    MutationOutcome ofAdvice = run(cases(CASES), earlier.get(1));
    assertThat(ofAdvice.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(ofAdvice.note())
        .isEqualTo("what the rule builds on is not concluded on the day that is added");
    assertThat(all("\"01-Jan-2026\" -> \"02-Jan-2026\""))
        .allSatisfy(
            later -> assertThat(run(cases(CASES), later).verdict()).isEqualTo(Verdict.SURVIVED));
  }

  @Test
  void theSeverityOfACardIsEquivalentWhereFindingsBringTheirOwn() throws IOException {
    write(
        RULES
            .replace(
                "import eu.policyadvisor.finding.Finding",
                "import eu.policyadvisor.finding.Finding\n"
                    + "import eu.policyadvisor.finding.SovereignCapacityGap")
            .replaceFirst(
                "(?s)when.*?end",
                """
                when
                    SovereignCapacityGap( \\$on : on, \\$level : level )
                then
                    insertLogical( new Finding( drools.getRule().getName(), \\$on, \\$level ) );
                end\
                """));
    MutationOutcome outcome =
        run(List.of(), find("@severity(\"high\") -> @severity(\"critical\")"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(outcome.note())
        .isEqualTo("each finding of the rule is as grave as what it is drawn from");
  }

  @Test
  void leavesEachTermOutOfAGroupAndTurnsRoundWhatRulesAskOfIt() {
    List<Mutation> all = Variation.all(Advisor.standard().loaded());
    assertThat(all)
        .filteredOn(each -> each.of().equals("mofcom-23-2023"))
        .extracting(Mutation::change)
        .containsExactly("without mofcom-23-2023 gallium", "without mofcom-23-2023 germanium");
    assertThat(all)
        .filteredOn(each -> each.kind() == Mutation.Kind.NEGATION)
        .extracting(Mutation::change)
        .contains(
            "$licensed.covers( material ) -> !$licensed.covers( material )",
            "!$chips.covers( targetSector ) -> $chips.covers( targetSector )");
    assertThat(all)
        .extracting(Mutation::change)
        .contains("name == \"mofcom-23-2023\" -> name == \"mofcom-33-2024\"");
  }

  @Test
  void aParameterOfTheSameNumberIsEquivalentAndOneOfAnotherIsNot() {
    Advisor standard = Advisor.standard();
    List<Mutation> named =
        Variation.all(standard.loaded()).stream()
            .filter(each -> each.before().matches("name == \"(apps|dependency)\\..*"))
            .toList();
    Map<String, Boolean> equivalent = new TreeMap<>();
    Variation.of(standard.loaded(), named)
        .forEach((each, varied) -> equivalent.put(each.change(), varied.equivalence().isPresent()));
    assertThat(equivalent)
        .containsEntry(
            "name == \"apps.pilot-months\" -> name == \"apps.sovereign-option-months\"", true)
        .containsEntry(
            "name == \"apps.least-share-in-service\" -> name == \"apps.pilot-months\"", false)
        .containsEntry("name == \"dependency.months\" -> name == \"dependency.share\"", false);
  }

  @Test
  void noCaseNoticesWhatIsShownToBeEquivalent() {
    Advisor standard = Advisor.standard();
    List<Case> cases =
        RuleCases.all().stream().filter(test -> test.file().contains("/geo/")).toList();
    List<Mutation> dates =
        Variation.all(standard.loaded()).stream()
            .filter(each -> each.of().startsWith("geo/"))
            .filter(each -> each.kind() == Mutation.Kind.SHIFTED_DATE)
            .toList();
    List<Variation> equivalent =
        Variation.of(standard.loaded(), dates).values().stream()
            .filter(each -> each.equivalence().isPresent())
            .toList();
    assertThat(equivalent).hasSizeGreaterThan(3);
    for (Variation each : equivalent) {
      CaseRunner runner = new CaseRunner(each.advisor());
      assertThat(cases).as(each.mutation().change()).allMatch(runner::passes);
    }
  }

  @Test
  void noticesThatAConditionCannotBeAskedOfWhatIsNotKnown() throws IOException {
    write(RULES.replace("sme == false", "sme == false, usNexus != null, usNexus.size() < 3"));
    MutationOutcome outcome = run(cases(CASES), find("without usNexus != null"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.KILLED);
  }

  @Test
  void noticesWhatIsConcludedInsteadOfBeingAQuestion() throws IOException {
    write(RULES.replace("stockDays < 30", "material != null, material != \"sand\""));
    String open =
        """
        - case: what it is is a question
          as_of: 2026-11-01
          facts:
            subject: {id: me, sme: false}
            critical_inputs: [{id: ga, material: unknown, strategic: true, impact: high}]
          expect:
            undetermined: [own/thin-stock]
        """;
    MutationOutcome outcome = run(cases(open), find("without material != null"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.KILLED);
  }

  @Test
  void seeksFactsBesideThresholdsThatNoWholeNumberHolds() {
    Advisor standard = Advisor.standard();
    List<Case> cases =
        RuleCases.all().stream()
            .filter(
                test ->
                    test.name()
                        .equals("how much computing power it took is a question when not known"))
            .toList();
    List<Mutation> boundary =
        Variation.all(standard.loaded()).stream()
            .filter(each -> each.of().equals("models/systemic-risk"))
            .filter(each -> each.change().equals("trainingFlop > $limit -> trainingFlop >= $limit"))
            .toList();
    assertThat(cases).hasSize(1);

    assertThat(
            new MutationRunner(standard, cases, 1, true)
                .run(boundary, MutationLog.none(), any -> {}))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.verdict()).isEqualTo(Verdict.SURVIVED);
              assertThat(outcome.witness())
                  .anyMatch(line -> line.contains("training_flop: 10000000000000000000000000,"))
                  .contains("    silent: [models/systemic-risk]");
            });
  }

  @Test
  void saysTheSameHoweverManyAreTriedAtOnce() {
    List<Mutation> all = Variation.all(advisor.loaded());
    List<Case> cases = cases(CASES);
    List<MutationOutcome> one =
        new MutationRunner(advisor, cases, 1, true).run(all, MutationLog.none(), any -> {});
    List<MutationOutcome> two =
        new MutationRunner(advisor, cases, 2, true).run(all, MutationLog.none(), any -> {});
    assertThat(two).isEqualTo(one);
  }

  @Test
  void goesOnWhereItWasInterrupted() throws IOException {
    List<Mutation> all = Variation.all(advisor.loaded());
    MutationRunner runner = new MutationRunner(advisor, cases(CASES), 2, false);
    List<MutationOutcome> whole = runner.run(all, MutationLog.none(), any -> {});
    Path file = directory.resolve("mutations.log");
    runner.run(all.subList(0, 10), MutationLog.open(file, runner.state()), any -> {});
    String half = Files.readString(file);
    Files.writeString(file, half + "a line that was cut o");

    MutationLog log = MutationLog.open(file, runner.state());
    assertThat(log.size()).isEqualTo(10);
    assertThat(runner.run(all, log, any -> {})).isEqualTo(whole);
    assertThat(Files.readString(file)).startsWith(half).doesNotContain("cut o");
    assertThat(MutationLog.open(file, runner.state()).size()).isEqualTo(all.size());
  }

  @Test
  void triesAnewWhatIsOfOtherRulesOrCases() throws IOException {
    Path file = directory.resolve("mutations.log");
    MutationRunner runner = new MutationRunner(advisor, cases(CASES), 2, false);
    runner.run(
        Variation.all(advisor.loaded()).subList(0, 3),
        MutationLog.open(file, runner.state()),
        any -> {});
    MutationRunner other = new MutationRunner(advisor, cases(CASES).subList(0, 1), 2, false);
    MutationLog log = MutationLog.open(file, other.state());
    assertThat(log.outdated()).isTrue();
    assertThat(log.size()).isZero();
  }

  @Test
  void leavesFilesOfOthersAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("notes.txt"), "mine\n");
    assertThatThrownBy(() -> MutationLog.open(file, "any"))
        .isInstanceOf(IOException.class)
        .hasMessage("it is no mutation log; name another file");
    assertThat(file).hasContent("mine\n");
  }

  @Test
  void readingARuleTellsWhichCasesItCanChange() {
    Advisor standard = Advisor.standard();
    List<Case> cases =
        RuleCases.all().stream().filter(test -> test.file().contains("/inputs/")).toList();
    List<Mutation> some =
        MutationRunner.sample(
            Variation.all(standard.loaded()).stream()
                .filter(each -> each.of().startsWith("inputs/"))
                .toList(),
            12,
            7);
    CaseRunner runner = new CaseRunner(standard);
    Map<Case, Variation.Ground> grounds = new IdentityHashMap<>();
    for (Case test : cases) {
      grounds.put(
          test, Variation.ground(standard, test.facts(), test.asOf(), runner.lookedInto(test)));
    }
    int untouched = 0;
    int failing = 0;
    for (Map.Entry<Mutation, Variation> varied : Variation.of(standard.loaded(), some).entrySet()) {
      CaseRunner changed = new CaseRunner(varied.getValue().advisor());
      for (Case test : cases) {
        boolean passes = changed.passes(test);
        if (!varied.getValue().mayDiffer(Objects.requireNonNull(grounds.get(test)))) {
          untouched++;
          assertThat(passes).as("%s on %s", varied.getKey().change(), test.name()).isTrue();
        }
        failing += passes ? 0 : 1;
      }
    }
    assertThat(failing).as("cases that notice a change").isPositive();
    assertThat(untouched).as("cases that no change reaches").isPositive();
  }

  private void write(String rules) throws IOException {
    Files.writeString(directory.resolve("own.drl"), rules);
    advisor = Advisor.standard().withRules(directory);
  }

  private List<Mutation> all(String change) {
    return Variation.all(advisor.loaded()).stream()
        .filter(each -> each.change().equals(change))
        .toList();
  }

  private Mutation find(String change) {
    return all(change).get(0);
  }

  private MutationOutcome run(List<Case> cases, Mutation mutation) {
    return new MutationRunner(advisor, cases, 1, true)
        .run(List.of(mutation), MutationLog.none(), any -> {})
        .get(0);
  }

  private static String words(Mutation mutation) {
    return mutation.of() + " " + mutation.kind().words() + ": " + mutation.change();
  }

  private static List<Case> cases(String yaml) {
    try {
      CaseReader.Result read =
          CaseReader.read(
              "own.cases.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
      assertThat(read.problems()).as(yaml).isEmpty();
      return new ArrayList<>(read.cases());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void drawsTheSameSampleForTheSameSeed() {
    List<Mutation> all = Variation.all(advisor.loaded());
    assertThat(MutationRunner.sample(all, 5, 1))
        .isEqualTo(MutationRunner.sample(all, 5, 1))
        .isSorted()
        .hasSize(5);
    assertThat(
            Stream.of(1L, 2L, 3L, 4L).map(seed -> MutationRunner.sample(all, 5, seed)).distinct())
        .hasSizeGreaterThan(1);
  }
}
