package eu.policyadvisor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts and values as a fact file states them. */
final class FactTextTest {
  private static final String FACTS =
      """
      as_of: 2026-11-01
      subject: {id: s, name: "no", country: SE, us_nexus: [us_persons, subsidiary]}
      accelerators:
        - {id: a, name: "A \\"b\\" \\\\ c\\nd", product: huawei-ascend-910c, quantity: 5, lifecycle: unknown}
        - {id: b-1, name: "1 b", share_of_compute: 0.50, publicly_funded: true}
      models: []
      critical_inputs: [{id: i, shares: {DE: 0.4, CN: 0.6}}]
      """;

  private static FactSet read(String yaml) throws IOException {
    return FactReader.read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .value()
        .get(0);
  }

  @Test
  void factsAreALineEach() throws IOException {
    assertThat(FactText.lines(read(FACTS)))
        .containsExactly(
            "as_of: 2026-11-01",
            "subject: {id: s, name: no, country: SE, us_nexus: [subsidiary, us_persons]}",
            "accelerators:",
            "  - {id: a, name: \"A \\\"b\\\" \\\\ c\\n"
                + "d\", product: huawei-ascend-910c, quantity: 5, lifecycle: unknown}",
            "  - {id: b-1, name: '1 b', share_of_compute: 0.5, publicly_funded: true}",
            "models: []",
            "critical_inputs:",
            "  - {id: i, shares: {CN: 0.6, DE: 0.4}}");
    assertThat(FactText.lines(read("subject: {id: u, name: 'Unknown'}\n")))
        .containsExactly("subject: {id: u, name: 'Unknown'}");
  }

  @Test
  void isReadAsTheSameFacts() throws IOException {
    List<String> lines = FactText.lines(read(FACTS));
    assertThat(FactText.lines(read(String.join("\n", lines)))).isEqualTo(lines);
  }

  @Test
  void putsTextInQuotesThatWouldReadAsSomethingElse() {
    assertThat(
            List.of("rare earths", "no", "true", "Unknown", "it's", "12", "a: b", "a\n\"b\"", "")
                .stream()
                .map(FactText::value))
        .containsExactly(
            "rare earths",
            "no",
            "'true'",
            "'Unknown'",
            "'it''s'",
            "'12'",
            "'a: b'",
            "\"a\\n\\\"b\\\"\"",
            "''");
  }

  @Test
  void saysOfNoValueThatItIsUnknownAndListsOthersOnALine() {
    assertThat(FactText.value(null)).isEqualTo("unknown");
    assertThat(FactText.value(List.of(Lifecycle.PHASE_OUT, Lifecycle.PLANNED)))
        .isEqualTo("[phase_out, planned]");
    assertThat(FactText.value(Map.of("CN", new BigDecimal("0.60")))).isEqualTo("{CN: 0.60}");
  }
}
