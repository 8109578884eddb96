package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.io.Choice;
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

/** Accepted findings: they are shown, and do not count until they expire. */
class WaiversTest {
  private static final Path FACTS = Path.of("facts/examples/ascend-cluster.yaml");
  private static final String RULE = "export-control/huawei-ascend-gp10";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("waivers.yaml");
  }

  private Run assess(Object... more) {
    Object[] arguments = new Object[more.length + 5];
    arguments[0] = "assess";
    arguments[1] = FACTS;
    arguments[2] = "--waivers";
    arguments[3] = file;
    arguments[4] = "--detail=full";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Run.of(arguments);
  }

  /** A waiver for each finding of the example. */
  private void acceptAll(String expires) throws IOException {
    StringBuilder text = new StringBuilder("waivers:\n");
    for (JsonNode finding : json(Run.of("assess", FACTS, "--format", "json")).path("findings")) {
      text.append(
          """
            - rule: %s
              fingerprint: %s
              reason: known and borne
              approver: board
              expires: %s
          """
              .formatted(
                  finding.path("rule").asString(),
                  finding.path("fingerprint").asString(),
                  expires));
    }
    Files.writeString(file, text);
  }

  private void accept(String lines) throws IOException {
    Files.writeString(
        file,
        """
        waivers:
          - rule: %s
            reason: in use until the exit
            approver: CISO
        %s
        """
            .formatted(RULE, lines.indent(4)));
  }

  private static JsonNode json(Run run) {
    return new JsonMapper().readTree(run.out()).at("/assessments/0");
  }

  private static JsonNode finding(Run run, String on) {
    for (JsonNode finding : json(run).path("findings")) {
      if (finding.path("rule").asString().equals(RULE)
          && finding.at("/on/id").asString().equals(on)) {
        return finding;
      }
    }
    throw new AssertionError("no finding on " + on);
  }

  @Test
  void countNotForTheExitCodeAndStayInTheReport() throws IOException {
    acceptAll("2027-01-01");

    assertThat(assess("--fail-on", "low").code()).isZero();
    assertThat(Run.of("assess", FACTS, "--fail-on", "low").code()).isEqualTo(1);
    assertThat(assess().out())
        .contains("waived by board, expires 2027-01-01: known and borne")
        .contains("every finding behind it is waived; the advice stands");
  }

  @Test
  void acceptOneFactOnly() throws IOException {
    accept("fact: ascend-pool\nsubject: nordic-hpc\nexpires: 2027-01-01\nticket: RISK-12");

    Run run = assess("--format", "json", "--fail-on", "high");
    assertThat(run.code()).isEqualTo(1);
    JsonNode waiver = finding(run, "ascend-pool").path("waiver");
    assertThat(waiver.path("reason").asString()).isEqualTo("in use until the exit");
    assertThat(waiver.path("approver").asString()).isEqualTo("CISO");
    assertThat(waiver.path("expires").asString()).isEqualTo("2027-01-01");
    assertThat(waiver.path("ticket").asString()).isEqualTo("RISK-12");
    assertThat(waiver.path("expired").asBoolean()).isFalse();
    assertThat(waiver.path("line").asInt()).isEqualTo(2);
    assertThat(finding(run, "expansion").has("waiver")).isFalse();
  }

  @Test
  void ofOneSubsidiaryAcceptNothingOfAnother() throws IOException {
    Path north = Files.writeString(directory.resolve("north.yaml"), subsidiary("north"));
    Path south = Files.writeString(directory.resolve("south.yaml"), subsidiary("south"));
    accept("subject: north\nfact: pool\nexpires: 2027-01-01");

    assertThat(Run.of("assess", north, "--waivers", file, "--fail-on", "high").code()).isZero();
    assertThat(Run.of("assess", south, "--waivers", file, "--fail-on", "high").code()).isEqualTo(1);
    Run both = Run.of("assess", north, south, "--waivers", file, "--fail-on", "high");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).containsOnlyOnce("waived by CISO");
  }

  private static String subsidiary(String id) {
    return """
    subject: {id: %s, type: company, country: SE}
    accelerators: [{id: pool, product: huawei-ascend-910c, lifecycle: operating}]
    """
        .formatted(id);
  }

  @Test
  void leaveTheStanceAndTheAdvice() throws IOException {
    acceptAll("2027-01-01");

    JsonNode with = json(assess("--format", "json"));
    JsonNode without = json(Run.of("assess", FACTS, "--format", "json"));
    assertThat(with.path("stance")).isEqualTo(without.path("stance"));
    assertThat(with.path("recommendations")).hasSameSizeAs(without.path("recommendations"));
    assertThat(with.path("recommendations"))
        .allSatisfy(each -> assertThat(each.path("waived").asBoolean()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-01, 1", "2026-11-02, 0", "2026-10-31, 1"})
  void expireOnTheirDay(String expires, int code) throws IOException {
    acceptAll(expires);

    Run run = assess("--fail-on", "low", "--as-of", "2026-11-01");
    assertThat(run.code()).isEqualTo(code);
    if (code == 1) {
      assertThat(run.err().lines())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("waivers.yaml:", "expired on " + expires));
      assertThat(run.out()).contains("waiver by board expired on " + expires);
    }
  }

  @Test
  void thatChangeBeginARunAnew() throws IOException {
    acceptAll("2027-01-01");
    Path log = directory.resolve("log");
    assertThat(assess("--quiet", "--resume", log, "--fail-on", "low").code()).isZero();
    Run again = assess("--quiet", "--resume", log, "--fail-on", "low");
    assertThat(again.code()).isZero();
    assertThat(again.err()).isEmpty();

    accept("fact: ascend-pool\nexpires: 2027-01-01");
    Run changed = assess("--quiet", "--resume", log, "--fail-on", "low");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.err()).contains("is of other files, rules or options");
  }

  @Test
  void areReportedWhereTheyAcceptNothing() throws IOException {
    accept("fact: ascend-poll\nexpires: 2027-01-01");

    Run run = assess("--quiet");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            file + ":2:5: accepts no finding of this run; remove it, or correct what it names\n");
  }

  @Test
  void ofAnotherValueAcceptNothing() throws IOException {
    acceptAll("2027-01-01");
    Path changed = directory.resolve("changed.yaml");
    Files.writeString(
        changed,
        Files.readString(FACTS).replaceFirst("lifecycle: operating", "lifecycle: planned"));

    Run run = Run.of("assess", changed, "--waivers", file, "--fail-on", "low", "--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(finding(run, "ascend-pool").has("waiver")).isFalse();
    assertThat(finding(run, "expansion").has("waiver")).isTrue();
  }

  @Test
  void areShownInEveryFormat() throws IOException {
    accept("fact: ascend-pool\nexpires: 2027-01-01");

    for (Choice.ReportFormat format : Choice.ReportFormat.values()) {
      assertThat(assess("--format", format).out())
          .as("%s", format)
          .contains("in use until the exit", "CISO", "2027-01-01");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"export-control/huawei-ascend-gp1", "export-controls/huawei-ascend-gp10"})
  void thatNameNoRuleAreRefused(String rule) throws IOException {
    Files.writeString(
        file,
        "waivers:\n  - {rule: %s, fact: a, reason: r, approver: b, expires: 2027-01-01}\n"
            .formatted(rule));

    Run run = assess();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(file + ":2:12: unknown rule '" + rule + "'; did you mean '" + RULE + "'");
  }

  @Test
  void thatAreWrongAreReportedAllAtOnce() throws IOException {
    Files.writeString(
        file,
        """
        waivers:
          - rule: export-control/huawei-ascend-gp10
            reason: why
            aprover: me
          - rule: export-control/keep-ascend-out-of-service
            fact: a
            fingerprint: zz
            reason: unknown
            approver: me
            expires: soon
        waiver: []
        """);

    assertThat(assess().err().lines().map(line -> line.substring(file.toString().length() + 1)))
        .containsExactly(
            "2:5: waiver accepts all findings of its rule, those to come too; name a subject, a"
                + " fact or a fingerprint",
            "2:5: waiver has no approver; it needs one",
            "2:5: waiver has no expires; it needs one",
            "4:5: unknown field 'aprover' of waiver; did you mean 'approver'?",
            "5:11: rule 'export-control/keep-ascend-out-of-service' concludes no finding; a waiver"
                + " accepts findings, and what rests on them stays",
            "7:18: 'zz' is no fingerprint; it has 32 hexadecimal digits, as 'fingerprint' in a JSON"
                + " report",
            "8:13: reason must be known",
            "10:14: 'soon' is not a date; write year-month-day, such as 2025-05-13",
            "11:1: unknown field 'waiver' of a file of waivers; did you mean 'waivers'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "waivers: none", "{}", "waivers: [x]", "a: *b", "waivers: [{"})
  void ofAnotherShapeAreRefused(String text) throws IOException {
    Files.writeString(file, text);

    Run run = assess();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(file + ":").doesNotContain("internal error", "Exception");
  }

  @Test
  void thatAreNotThereAreAnError() {
    Run run = assess();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(file + ": cannot be read: there is no such file or directory\n");
  }
}
