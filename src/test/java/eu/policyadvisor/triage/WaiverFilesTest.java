package eu.policyadvisor.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Checked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a file of waivers, and what is said of one that is wrong. */
final class WaiverFilesTest {
  private static final String REST = ", fact: f, reason: r, approver: a, expires: 2027-01-01}]";

  @Test
  void readsAllThatAWaiverSays() throws IOException {
    Checked<Waivers> reading =
        read(
            """
            waivers:
              - rule: test/one
                subject: s
                fact: f
                fingerprint: 0123456789abcdef0123456789abcdef
                reason: r
                approver: a
                expires: 2027-01-01
                ticket: t
              - {rule: test/two, fact: g, reason: q, approver: b, expires: 2027-01-02}
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.value().all())
        .containsExactly(
            new Waiver(
                "test/one",
                "s",
                "f",
                "0123456789abcdef0123456789abcdef",
                "r",
                "a",
                LocalDate.of(2027, 1, 1),
                "t",
                new Provenance("w.yaml", "waiver", 2, 5, Map.of())),
            new Waiver(
                "test/two",
                null,
                "g",
                null,
                "q",
                "b",
                LocalDate.of(2027, 1, 2),
                null,
                new Provenance("w.yaml", "waiver", 10, 5, Map.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|` holds no waivers; it needs a list 'waivers:'`",
        "{}|1:1: holds no waivers; it needs a list 'waivers:'",
        "[]|1:1: must be a mapping with a list 'waivers:', not a list",
        "waivers: none|1:10: waivers must be a list, each beginning with '- rule:'",
        "rules: []|1:1: unknown field 'rules' of a file of waivers; its only one is waivers",
        "waiver: []|1:1: unknown field 'waiver' of a file of waivers; did you mean 'waivers'?",
        "waivers: [x]|1:11: waiver must be a mapping with keys, not text",
        "waivers: [{rule: other|1:18: unknown rule 'other'; 'advisor rules' lists them",
        "waivers: [{rule: test/onee|1:18: unknown rule 'test/onee'; did you mean 'test/one' or"
            + " 'test/two'?",
        "waivers: [{rule: test/advise|1:18: unknown rule 'test/advise'; did you mean 'test/one'?",
        "waivers: [{rule: test/advice|1:18: rule 'test/advice' concludes no finding; a waiver"
            + " accepts findings, and what rests on them stays",
        "waivers: [{rule: unknown|1:18: rule must be known",
        "waivers: [{rule: |1:17: rule has no value",
        "waivers: [{rule: [test/one]|1:18: rule must be text, not a list",
        "waivers: [{rule: test/one, fingerprint: 0123456789abcdef0123456789abcde|1:41:"
            + " '0123456789abcdef0123456789abcde' is no fingerprint; it has 32 hexadecimal digits,"
            + " as 'fingerprint' in a JSON report",
        "waivers: [{rule: test/one, fingerprint: 0123456789ABCDEF0123456789abcdef|1:41:"
            + " '0123456789ABCDEF0123456789abcdef' is no fingerprint; it has 32 hexadecimal digits,"
            + " as 'fingerprint' in a JSON report",
        "waivers: [{rule: test/one, fingerprint: unknown|1:41: 'unknown' is no fingerprint; it has"
            + " 32 hexadecimal digits, as 'fingerprint' in a JSON report",
      })
  void saysWhatIsWrong(String text, String problem) throws IOException {
    Checked<Waivers> reading = read(text.contains("{r") ? text + REST : text);

    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly("w.yaml:" + problem);
    assertThat(reading.value().all()).isEmpty();
  }

  private static Checked<Waivers> read(String text) throws IOException {
    return Waivers.read(
        "w.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), Assessed.KNOWLEDGE);
  }
}
