package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.fact.FactSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large fact sets: what rules match grows with the facts, not with pairs of them. */
class GrowthTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleBase ALL =
      new RuleBase(CompiledRules.builtIn(ADVISOR.knowledge().catalogue()));

  private static FactSet large(int copies) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            as_of: 2026-11-01
            subject: {id: op, type: critical_entity, cn_operations: true, us_nexus: [subsidiary]}
            """);
    list(
        yaml,
        copies,
        "suppliers",
        "{id: vendor-%d, hq: CN, critical_infrastructure: true, high_risk_vendor: true,"
            + " access_to_data: true}");
    list(
        yaml,
        copies,
        "critical_inputs",
        "{id: magnets-%d, material: neodymium, rare_earth: true, shares: {CN: 0.7},"
            + " substitution_months: 24, impact: high}");
    list(
        yaml,
        copies,
        "policy_events",
        "{id: licence-%1$d, type: extraterritorial_export_licence, imposing_country: CN, status:"
            + " in_force, concerns: magnets-%1$d}");
    list(
        yaml,
        copies,
        "accelerators",
        "{id: chip-%d, product: huawei-ascend-910b, lifecycle: operating, purpose: production,"
            + " authorisation: none}");
    var read =
        ADVISOR.read(
            "large.yaml",
            new ByteArrayInputStream(yaml.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    return read.factSets().get(0);
  }

  private static void list(StringBuilder yaml, int copies, String list, String fact) {
    yaml.append(list).append(":\n");
    for (int i = 0; i < copies; i++) {
      yaml.append("  - ").append(fact.formatted(i)).append('\n');
    }
  }

  private static int matches(int copies) throws IOException {
    List<Object> memory = ADVISOR.workingMemory(large(copies), DAY);
    return ALL.run(memory, DAY).matches().values().stream().mapToInt(List::size).sum();
  }

  @Test
  void fourTimesTheFactsHaveFourTimesTheMatches() throws IOException {
    int few = matches(10);
    assertThat(few).isGreaterThan(300);
    assertThat(matches(40)).isLessThanOrEqualTo(4 * few);
  }
}
