package eu.policyadvisor.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.AssessmentBuilder;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Checked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings a waiver accepts, until when, and which of several counts. */
final class WaiverSelectorsTest {
  private static final Assessment NORTH =
      Assessed.of(
          "north", "n.yaml", null, "test/one on chat", "test/one on code", "test/two on chat");

  private static final Assessment CHAT = Assessed.of("north", "n.yaml", null, "test/one on chat");

  private static final String SHORT =
      "{rule: test/one, fact: chat, reason: short, approver: a, expires: 2026-12-01}";
  private static final String LONG =
      "{rule: test/one, fact: chat, reason: long, approver: a, expires: 2027-01-01}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "rule: test/one, subject: north | test/one on chat, test/one on code",
        "rule: test/two, subject: north | test/two on chat",
        "rule: test/one, subject: south | none",
        "rule: test/one, fact: chat | test/one on chat",
        "rule: test/one, fact: code | test/one on code",
        "rule: test/two, fact: code | none",
        "rule: test/one, fact: cha | none",
        "rule: test/one, fingerprint: <test/one on code> | test/one on code",
        "rule: test/two, fingerprint: <test/one on code> | none",
        "rule: test/one, fingerprint: 00000000000000000000000000000000 | none",
        "rule: test/one, subject: north, fact: chat | test/one on chat",
        "rule: test/one, subject: south, fact: chat | none",
        "rule: test/one, subject: north, fact: speech | none",
        "rule: test/one, fact: chat, fingerprint: <test/one on code> | none",
        "rule: test/one, subject: south, fact: chat, fingerprint: <test/one on chat> | none",
        "rule: test/one, subject: north, fact: chat, fingerprint: <test/one on chat>"
            + " | test/one on chat",
      })
  void aWaiverAcceptsTheFindingsThatAgreeWithAllThatItNames(String names, String accepted)
      throws IOException {
    String selectors = names;
    for (Reasoned<Finding> each : NORTH.findings()) {
      selectors =
          selectors.replace("<" + Assessed.words(each) + ">", "'" + NORTH.fingerprint(each) + "'");
    }
    Assessment triaged =
        waivers("{" + selectors + ", reason: r, approver: a, expires: 2027-01-01}").apply(NORTH);

    assertThat(
            triaged.findings().stream()
                .filter(each -> triaged.waiver(each).isPresent())
                .map(Assessed::words))
        .containsExactlyElementsOf(accepted == null ? List.of() : List.of(accepted.split(", ")));
    assertThat(triaged.triage().expired()).isEmpty();
    assertThat(triaged.findings()).isEqualTo(NORTH.findings());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-30, true", "2026-12-01, false", "2026-12-02, false"})
  void aWaiverNoLongerCountsOnItsDayOfExpiry(LocalDate day, boolean counts) throws IOException {
    Assessment triaged = waivers(SHORT).apply(on(day));
    Reasoned<Finding> chat = triaged.findings().get(0);

    assertThat(triaged.waiver(chat).isPresent()).isEqualTo(counts);
    assertThat(triaged.expiredWaiver(chat).isPresent()).isEqualTo(!counts);
    assertThat(triaged.open()).hasSize(counts ? 0 : 1);
  }

  @Test
  void ofTwoWaiversTheLongerCountsWhicheverStandsFirst() throws IOException {
    for (Waivers both : List.of(waivers(SHORT, LONG), waivers(LONG, SHORT))) {
      Assessment counting = both.apply(CHAT);
      assertThat(counting.waiver(counting.findings().get(0)))
          .get()
          .extracting(Waiver::reason)
          .isEqualTo("long");
      Assessment expired = both.apply(on(LocalDate.of(2027, 2, 1)));
      assertThat(expired.expiredWaiver(expired.findings().get(0)))
          .get()
          .extracting(Waiver::reason)
          .isEqualTo("long");
    }
  }

  @Test
  void ofTwoWaiversThatExpireTogetherTheFirstCounts() throws IOException {
    String same = LONG.replace("long", "same");

    assertThat(waivers(LONG, same).apply(CHAT).triage().accepted().values())
        .extracting(Waiver::reason)
        .containsExactly("long");
    assertThat(waivers(same, LONG).apply(CHAT).triage().accepted().values())
        .extracting(Waiver::reason)
        .containsExactly("same");
  }

  @Test
  void aWaiverThatExpiredTakesNothingFromOneThatCounts() throws IOException {
    for (Waivers both : List.of(waivers(SHORT, LONG), waivers(LONG, SHORT))) {
      Assessment triaged = both.apply(on(LocalDate.of(2026, 12, 1)));
      Reasoned<Finding> chat = triaged.findings().get(0);

      assertThat(triaged.waiver(chat)).get().extracting(Waiver::reason).isEqualTo("long");
      assertThat(triaged.expiredWaiver(chat)).get().extracting(Waiver::reason).isEqualTo("short");
      assertThat(triaged.open()).isEmpty();
    }
  }

  @Test
  void keepsHowAnAssessmentComparesWithAnEarlierOne() throws IOException {
    Triage.Since since = new Triage.Since("base.json", List.of(), List.of());

    Triage triage =
        waivers(SHORT)
            .apply(CHAT.withTriage(new Triage(false, Map.of(), Map.of(), since)))
            .triage();
    assertThat(triage.since()).isEqualTo(since);
    assertThat(triage.waivers()).isTrue();
  }

  private static Assessment on(LocalDate day) {
    return AssessmentBuilder.builder(CHAT).asOf(day).build();
  }

  private static Waivers waivers(String... entries) throws IOException {
    Checked<Waivers> reading =
        Waivers.read(
            "w.yaml",
            new ByteArrayInputStream(
                ("waivers:\n  - " + String.join("\n  - ", entries) + "\n").getBytes(UTF_8)),
            Assessed.KNOWLEDGE);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.value().all()).hasSize(entries.length);
    return reading.value();
  }
}
