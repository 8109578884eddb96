package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A legal state that the reader saw goes before what the catalogue says, and reports say so. */
class ConfirmationsTest {
  private static final String FACTS =
      """
      as_of: 2026-11-30
      subject: {id: acme, type: company, country: DE}
      parties:
        - {id: parent, hq: CN, lists: [us_entity_list], entity_listed_since: 2024-12-02}
        - {id: child, hq: NL, owned_by: parent, lists: []}
      critical_inputs:
        - {id: fibre, material: erbium, shares: {CN: 0.9}}
      """;

  private static final String EXTENDED =
      """
      confirmations:
        - {instrument: us-affiliates-rule, status: suspended, date: 2026-11-12, until: 2027-11-09, source: 91 FR 1, who: J. Doe}
      """;

  @TempDir Path directory;
  private Path facts;
  private Path file;

  @BeforeEach
  void writeTheFacts() throws IOException {
    facts = Files.writeString(directory.resolve("facts.yaml"), FACTS);
    file = directory.resolve("seen.yaml");
  }

  private Run assess(String confirmations, Object... more) throws IOException {
    Files.writeString(file, confirmations);
    Object[] arguments = new Object[more.length + 5];
    arguments[0] = "assess";
    arguments[1] = facts;
    arguments[2] = "--confirm";
    arguments[3] = file;
    arguments[4] = "--detail=full";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Run.of(arguments);
  }

  private static String entry(String instrument, String rest) {
    return "confirmations:\n  - {instrument: %s, %s, source: a notice, who: J. Doe}\n"
        .formatted(instrument, rest);
  }

  /** A report without the breaks of its lines. */
  private static String flat(String report) {
    return report.replaceAll("\\s+", " ");
  }

  private static JsonNode finding(Run run, String rule) {
    for (JsonNode each :
        JsonMapper.builder().build().readTree(run.out()).at("/assessments/0/findings")) {
      if (each.path("rule").asString().equals(rule)) {
        return each;
      }
    }
    throw new AssertionError("no finding of " + rule + " in " + run.out());
  }

  @Test
  void whoConfirmsAnExtensionGetsTheAdviceOfASuspendedMeasure() throws IOException {
    assertThat(Run.of("assess", facts, "--detail=full").out())
        .contains("export-control/affiliates-50pct-back");

    Run confirmed = assess(EXTENDED);

    assertThat(confirmed.err()).isEmpty();
    assertThat(confirmed.out())
        .contains("export-control/affiliates-50pct-paused")
        .doesNotContain("export-control/affiliates-50pct-back");
    assertThat(flat(confirmed.out()))
        .contains(
            "BIS Affiliates Rule of 29 September 2025, Supplement No. 8 to 15 CFR Part 744"
                + " (suspended, confirmed by J. Doe on 2026-11-12: 91 FR 1)");
  }

  @Test
  void aFactFileHoldsConfirmationsJustSo() throws IOException {
    Run apart = assess(EXTENDED, "--format", "json");
    Files.writeString(facts, FACTS + EXTENDED);

    assertThat(
            Run.of("assess", facts, "--format", "json")
                .out()
                .replaceAll("\"(file|line)\": [^\n]*", ""))
        .isEqualTo(apart.out().replaceAll("\"(file|line)\": [^\n]*", ""));
  }

  @Test
  void aConfirmationEndsTheDoubtAndRestoresTheConfidence() throws IOException {
    JsonNode before =
        finding(
            Run.of("assess", facts, "--format", "json"), "export-control/affiliates-50pct-back");
    JsonNode after =
        finding(
            assess(
                entry("us-affiliates-rule", "status: in_force, date: 2026-11-12"),
                "--format",
                "json"),
            "export-control/affiliates-50pct");

    assertThat(before.at("/confidence/value").decimalValue()).isEqualByComparingTo("0.675");
    assertThat(before.path("doubts").toString()).contains("status_to_be_confirmed");
    assertThat(after.at("/confidence/value").decimalValue()).isEqualByComparingTo("0.85");
    assertThat(after.path("doubts")).isEmpty();
    JsonNode cited = after.at("/citations/0");
    assertThat(cited.path("instrument").asString()).isEqualTo("us-affiliates-rule");
    assertThat(cited.path("status").asString()).isEqualTo("in_force");
    assertThat(cited.has("review_on")).isFalse();
    assertThat(cited.at("/confirmed/who").asString()).isEqualTo("J. Doe");
    assertThat(cited.at("/confirmed/date").asString()).isEqualTo("2026-11-12");
    assertThat(cited.at("/confirmed/source").asString()).isEqualTo("a notice");
    assertThat(cited.at("/confirmed/line").asInt()).isEqualTo(2);
  }

  @Test
  void aConfirmationThatIsOlderThanTheReviewDateDoesNotEndIt() throws IOException {
    Run older = assess(entry("us-affiliates-rule", "status: suspended, date: 2026-11-05"));

    assertThat(flat(older.out()))
        .contains("(later state not established) (status to be confirmed since 2026-11-10)");
  }

  @Test
  void anExtensionMayBeKnownBeforeTheOldLastDay() throws IOException {
    Run early =
        assess(
            entry("us-affiliates-rule", "status: suspended, date: 2026-11-05, until: 2027-11-09"));

    assertThat(early.out()).contains("export-control/affiliates-50pct-paused");
  }

  @Test
  void aMeasureOfTheCatalogueFollowsItsInstrument() throws IOException {
    assertThat(Run.of("assess", facts, "--detail=full").out())
        .contains("rule       inputs/treat-as-live");

    Run extended =
        assess(entry("mofcom-57-2025", "status: suspended, date: 2026-11-11, until: 2027-11-10"));
    assertThat(extended.out())
        .contains("rule       inputs/watch-the-date", "Note 10 November 2027")
        .doesNotContain("inputs/treat-as-live");
    assertThat(flat(extended.out()))
        .contains("suspended_until 2027-11-10 (confirmed by J. Doe on 2026-11-11: a notice)");

    Run back = assess(entry("mofcom-57-2025", "status: in_force, date: 2026-11-11"));
    assertThat(back.out()).doesNotContain("inputs/treat-as-live", "inputs/watch-the-date");

    Run gone = assess(entry("mofcom-57-2025", "status: rescinded, date: 2026-11-11"));
    assertThat(gone.out()).contains("rule       geo/go-on-after-measure");

    Run open = assess(entry("mofcom-57-2025", "status: suspended, date: 2026-11-11"));
    assertThat(open.out()).contains("rule       geo/go-on-during-pause");
  }

  @Test
  void aMeasureFollowsTheInstrumentThatSuspendsItToo() throws IOException {
    Run extended =
        assess(entry("mofcom-70-2025", "status: in_force, date: 2026-11-11, until: 2027-11-10"));
    assertThat(extended.out())
        .contains("rule       inputs/watch-the-date", "Note 10 November 2027")
        .doesNotContain("inputs/treat-as-live");

    Run ended = assess(entry("mofcom-70-2025", "status: rescinded, date: 2026-11-11"));
    assertThat(ended.out()).doesNotContain("inputs/treat-as-live", "inputs/watch-the-date");
  }

  @Test
  void anInstrumentThatIsSuspendedInPartKeepsTheRest() throws IOException {
    Files.writeString(
        facts,
        """
        as_of: 2026-11-30
        subject: {id: acme, type: company, country: US}
        critical_inputs:
          - {id: wafers, material: gallium, shares: {CN: 0.9}}
        """);

    Run extended =
        assess(entry("mofcom-72-2025", "status: in_force, date: 2026-11-28, until: 2027-11-27"));

    assertThat(flat(extended.out()))
        .contains(
            "Chinese ban of gallium, germanium and antimony to the United States",
            "suspended_until 2027-11-27 (confirmed by J. Doe on 2026-11-28: a notice)");
    assertThat(Run.of("assess", facts).out()).doesNotContain("2027-11-27");
  }

  @Test
  void aProofNamesWhoseWordItIs() throws IOException {
    Files.writeString(file, EXTENDED);

    Run explained = Run.of("explain", facts, "export-control/screen-ownership", "--confirm", file);

    assertThat(flat(explained.out()).replaceAll("[│├└─]", "").replaceAll(" +", " "))
        .contains("(suspended, confirmed by J. Doe on 2026-11-12: 91 FR 1)");
  }

  @Test
  void whyARuleDoesNotConcludeNamesTheInstrument() {
    assertThat(Run.of("explain", facts, "export-control/affiliates-50pct-paused").out())
        .contains("status of the instrument us-affiliates-rule must be suspended");
  }

  @Test
  void questionsAreThoseOfTheConfirmedState() throws IOException {
    Files.writeString(facts, FACTS.replace("[us_entity_list]", "unknown"));
    Files.writeString(file, EXTENDED);

    assertThat(Run.of("ask", facts, "--questions").out())
        .contains("affiliates-50pct-back")
        .doesNotContain("affiliates-50pct-paused");
    assertThat(Run.of("ask", facts, "--questions", "--confirm", file).out())
        .contains("affiliates-50pct-paused")
        .doesNotContain("affiliates-50pct-back");
  }

  @Test
  void twoSituationsMayDifferInWhatIsConfirmedAlone() throws IOException {
    Path other = Files.writeString(directory.resolve("other.yaml"), FACTS + EXTENDED);

    Run compared = Run.of("compare", facts, other);

    assertThat(compared.err()).isEmpty();
    assertThat(compared.code()).isEqualTo(1);
    assertThat(flat(compared.out()))
        .contains(
            "confirmations[us-affiliates-rule]",
            "suspended until 2027-11-09, confirmed by J. Doe on 2026-11-12: 91 FR 1",
            "export-control/affiliates-50pct-paused");
  }

  @Test
  void bothSituationsAreComparedUnderWhatAFileConfirms() throws IOException {
    Files.writeString(file, EXTENDED);
    Path other =
        Files.writeString(directory.resolve("other.yaml"), FACTS.replace("[us_entity_list]", "[]"));

    assertThat(Run.of("compare", facts, other, "--confirm", file).out())
        .contains("export-control/affiliates-50pct-paused")
        .doesNotContain("export-control/affiliates-50pct-back");
  }

  @Test
  void aDecisionKnowsNothingOfWhatWasConfirmedLater() throws IOException {
    Path decisions = Path.of("facts/cases");
    Files.writeString(file, EXTENDED);

    Run backtest = Run.of("backtest", decisions, "--confirm", file);

    assertThat(backtest.err()).isEmpty();
    assertThat(backtest.out()).isEqualTo(Run.of("backtest", decisions).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-affiliate-rule | status: suspended, date: 2026-11-12 | :2:18: instrument"
            + " 'us-affiliate-rule' is not among the instruments of the catalogue; did you mean"
            + " 'us-affiliates-rule'?",
        "us-affiliates-rule | status: suspnded, date: 2026-11-12 | did you mean 'suspended'?",
        "us-affiliates-rule | status: unknown_after_cutoff, date: 2026-11-12 | :2:46: a status that"
            + " is not known confirms nothing",
        "us-affiliates-rule | status: suspended | :2:5: confirmation has no date; it needs one",
        "us-affiliates-rule | status: suspended, date: 2026-11-12, until: 2026-11-11 | :2:82: until"
            + " is 2026-11-11, before its date 2026-11-12",
        "us-affiliates-rule | status: suspended, date: 2026-11-12, sorce: x | unknown field 'sorce'"
            + " of confirmation; did you mean 'source'?",
      })
  void aBadConfirmationIsOneLineWithItsPlace(String instrument, String rest, String message)
      throws IOException {
    Run run = assess(entry(instrument, rest));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(file + ":2:").contains(message).hasLineCount(1);
  }

  @Test
  void whoAndSourceAreNeeded() throws IOException {
    Run run =
        assess(
            "confirmations:\n"
                + "  - {instrument: us-affiliates-rule, status: suspended, date: 2026-11-12}\n");

    assertThat(run.err())
        .isEqualTo(
            "%1$s:2:5: confirmation has no source; it needs one\n%1$s:2:5: confirmation has no who; it needs one\n"
                .formatted(file));
  }

  @Test
  void ofOneInstrumentAndDayThereIsOneConfirmation() throws IOException {
    Run twice = assess(EXTENDED + EXTENDED.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err())
        .isEqualTo(
            "%1$s:3:18: 'us-affiliates-rule' is confirmed twice on 2026-11-12, here and in line 2 of %1$s; keep one\n"
                .formatted(file));

    Files.writeString(facts, FACTS + EXTENDED);
    Run besides = assess(EXTENDED);
    assertThat(besides.code()).isEqualTo(3);
    assertThat(besides.err()).contains("is confirmed twice on 2026-11-12").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess", "check", "explain"})
  void whatIsConfirmedGoesWithTheDayAndTheCatalogue(String command) throws IOException {
    Files.writeString(
        facts,
        FACTS
            + """
            confirmations:
              - {instrument: us-affiliates-rule, status: in_force, date: 2025-10-12, source: x, who: y}
              - {instrument: gdpr, status: in_force, date: 2026-12-12, source: x, who: y}
            """);

    Run run = Run.of(command, facts);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            %1$s:9:62: 'us-affiliates-rule' is confirmed as in_force on 2025-10-12, but the catalogue knows a later status: suspended from 2025-11-10; leave it out, or confirm a later day
            %1$s:10:48: the confirmation of 'gdpr' is of 2026-12-12, later than the day of the advice, 2026-11-30; leave it out, or ask for advice of a later day
            """
                .formatted(facts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | holds no confirmations; it needs a list 'confirmations:'",
        "'confirmation: []' | unknown field 'confirmation' of a file of confirmations; did you mean"
            + " 'confirmations'?",
        "'confirmations: suspended' | confirmations must be a list, each beginning with '-"
            + " instrument:'",
        "'confirmations: [1]' | confirmations[0] must be a mapping with keys",
      })
  void aFileWithoutConfirmationsSaysSo(String text, String message) throws IOException {
    Run run = assess(text);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aFileThatIsNotThereIsAnErrorOfUse() {
    Run run = Run.of("assess", facts, "--confirm", directory.resolve("none.yaml"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml");
  }
}
