package eu.policyadvisor.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Triage.Kind;
import eu.policyadvisor.advice.Triage.Known;
import eu.policyadvisor.problem.Checked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an earlier report, and what is said where it is none. */
final class BaselineReaderTest {
  private static final String EXPECTED =
      "; a baseline is a report as --format json or jsonl writes it";
  private static final Assessment NOW = Assessed.of("north", "b.yaml", null, "test/one on chat");

  @Test
  void readsFindingsAdviceAndWhatWasUnchanged() throws IOException {
    Baseline baseline =
        baseline(
            """
            {"tool": {"name": "advisor"}, "assessments": [
             {"subject": {"id": "other"}, "findings": []},
             {"subject": {"id": "north"}, "title": "t",
              "findings": [{"rule": "r/a", "fingerprint": "1", "on": {"id": "chat", "file": "x"}}],
              "recommendations": [{"rule": "r/b", "fingerprint": "2", "on": {"id": "code"}}],
              "baseline": {"unchanged": [
               {"kind": "finding", "rule": "r/c", "on": "mail", "fingerprint": "3"},
               {"kind": "recommendation", "rule": "r/d", "on": "news", "fingerprint": "4"}],
               "gone": [{"kind": "finding", "rule": "r/e", "on": "page", "fingerprint": "5"}]}}]}
            """);

    assertThat(baseline.subjects()).containsExactlyInAnyOrder("other", "north");
    assertThat(since(baseline).gone())
        .containsExactly(
            new Known(Kind.FINDING, "r/a", "chat", "1"),
            new Known(Kind.RECOMMENDATION, "r/b", "code", "2"),
            new Known(Kind.FINDING, "r/c", "mail", "3"),
            new Known(Kind.RECOMMENDATION, "r/d", "news", "4"));
  }

  @Test
  void readsEachLineOfJsonLines() throws IOException {
    Baseline baseline =
        baseline(
            """
            {"subject": {"id": "north"}, "findings": []}
            {"subject": {"id": "south"}, "findings": []}
            """);

    assertThat(baseline.subjects()).containsExactlyInAnyOrder("north", "south");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'assessments': [{'subject': {'id': 'north'}, 'findings': [CHAT]}]}",
        "{'assessments': [{'subject': {'id': 'north'}, 'recommendations': [CHAT]}]}",
        "{'assessments': [{'subject': {'id': 'north'}, 'baseline': {'unchanged': [KNOWN]}}]}",
        "{'file': 'FILE', 'subject': {'id': 'north'}, 'findings': [OTHER]}",
      })
  void readsWhichFileTheFactsStoodIn(String form) throws IOException {
    String chat =
        "{'rule': 'test/one', 'fingerprint': '%s', 'on': {'id': 'chat', 'file': '%s'}}"
            .formatted(NOW.fingerprint(NOW.findings().get(0)), "FILE");
    String report =
        form.replace("CHAT", chat)
            .replace(
                "KNOWN", chat.replace("{'id': 'chat', 'file': 'FILE'}", "'chat', 'file': 'FILE'"))
            .replace("OTHER", chat.replace("FILE", "c.yaml"))
            .replace('\'', '"');

    assertThat(since(baseline(report.replace("FILE", "b.yaml"))).unchanged()).hasSize(1);
    assertThat(since(baseline(report.replace("FILE", "a.yaml"))).unchanged()).isEmpty();
  }

  @Test
  void readsTheTitleThatTellsDocumentsApart() throws IOException {
    Baseline baseline =
        baseline(
            """
            {"file": "b.yaml", "subject": {"id": "north"}, "title": "t",
             "findings": [{"rule": "r/a", "fingerprint": "1", "on": {"id": "chat"}}]}
            {"file": "b.yaml", "subject": {"id": "north"},
             "findings": [{"rule": "r/b", "fingerprint": "2", "on": {"id": "chat"}}]}
            """);

    assertThat(since(baseline).gone()).extracting(Known::rule).containsExactly("r/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1:1: is empty",
        "~|1:1: is empty",
        "x|1:1: is not valid JSON here",
        "[]|1:1: holds no assessments",
        "~~  [1]|3:3: holds no assessments",
        "{'a': 1}|1:1: holds no assessment of a subject",
        "{'subject': {'id': 'a'}}~ {'a': 1}|2:2: holds no assessment of a subject",
        "{'assessments': [~  {'a': 1}]}|2:3: holds no assessment of a subject",
        "{'version': '2.1.0',~ 'runs': []}|2:10: is SARIF, which holds no recommendations",
        "{'assessments': [~  {'subject':|2:14: is not valid JSON here",
        "{'subject': {'id': 'a'}~, }|2:3: is not valid JSON here",
        "{'assessments': [~  {'subject': {'id': 'a'}, 'findings': [{'rule': 'r'}]}]}"
            + "|2:3: holds findings without fingerprints, as earlier versions wrote them; write it"
            + " anew",
        "~{'subject': {'id': 'a'}, 'recommendations': [{'rule': 'r'}]}"
            + "|2:1: holds findings without fingerprints, as earlier versions wrote them; write it"
            + " anew",
      })
  void saysWhatIsWrongAndWhere(String text, String problem) throws IOException {
    Checked<Optional<Baseline>> reading =
        read(text.replace('\'', '"').replace('~', '\n').getBytes(UTF_8));

    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly("base.json:" + problem + EXPECTED);
  }

  /** An order of bytes that no text has, and a character that there is not. */
  @ParameterizedTest
  @ValueSource(strings = {"0000fffe", "0000feff7fffffff"})
  void namesNoPlaceWhereNoneIsKnown(String bytes) throws IOException {
    Checked<Optional<Baseline>> reading = read(HexFormat.of().parseHex(bytes));

    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly("base.json: is not JSON" + EXPECTED);
  }

  private static Baseline baseline(String report) throws IOException {
    Checked<Optional<Baseline>> reading = read(report.getBytes(UTF_8));
    assertThat(reading.problems()).isEmpty();
    return reading.value().orElseThrow();
  }

  private static Checked<Optional<Baseline>> read(byte[] bytes) throws IOException {
    return BaselineReader.read(
        "base.json", new ByteArrayInputStream(bytes), Set.of("a.yaml", "b.yaml", "c.yaml"));
  }

  private static Triage.Since since(Baseline baseline) {
    return Objects.requireNonNull(baseline.apply(NOW).triage().since());
  }
}
