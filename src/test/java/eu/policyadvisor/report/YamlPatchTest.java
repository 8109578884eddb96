package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Edits of facts in the shape of a fact file. */
final class YamlPatchTest {
  private static final Advisor ADVISOR = Advisor.standard();
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
    return ADVISOR
        .read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .factSets()
        .get(0);
  }

  @Test
  void anEditSaysWhatStoodThereBefore() throws IOException {
    FactSet facts = ADVISOR.assess(read(FACTS), LocalDate.of(2026, 11, 1)).facts();
    Edit edit =
        new Edit(
            List.of(
                new Change.Put(Section.ACCELERATORS, "a", "quantity", 7),
                new Change.Put(Section.ACCELERATORS, "a", "lifecycle", Lifecycle.PHASE_OUT),
                new Change.Put(Section.ACCELERATORS, "a", "designer_hq", "US"),
                new Change.Put(Section.ACCELERATORS, "a", "purpose", null),
                new Change.Remove(Section.ACCELERATORS, "b-1"),
                new Change.Add(Fact.unknown(Accelerator.class, "new 1")),
                new Change.Put(Section.ACCELERATORS, "new 1", "name", "true"),
                new Change.Put(Section.NONE, "s", "us_nexus", List.of()),
                new Change.Put(Section.NONE, "s", "name", "it's"),
                new Change.Put(
                    Section.CRITICAL_INPUTS, "i", "shares", Map.of("CN", new BigDecimal("0.66"))),
                new Change.State(Section.PARTIES)));
    assertThat(YamlPatch.of(edit, facts))
        .containsExactly(
            "subject:",
            "  us_nexus: []  # line 2 says [us_persons, subsidiary]",
            "  name: 'it''s'  # line 2 says no",
            "accelerators:",
            "  - id: a",
            "    quantity: 7  # line 4 says 5",
            "    lifecycle: phase_out  # line 4 says unknown",
            "    designer_hq: US  # not stated; the catalogue says CN",
            "    purpose: unknown  # not stated",
            "  # remove the entry b-1",
            "  - id: new 1  # a new entry",
            "    name: 'true'",
            "parties: []  # states that there are none",
            "critical_inputs:",
            "  - id: i",
            "    shares: {CN: 0.66}  # line 7 says {DE: 0.4, CN: 0.6}");
  }
}
