package eu.policyadvisor.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Conclusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A first run has only that part of the network that its facts can reach. */
class NetworkTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static RuleBase fresh() {
    return RuleBase.builtIn(ADVISOR.knowledge().cards());
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"));
        Stream<Path> cases = Files.list(Path.of("facts/cases"))) {
      return Stream.concat(examples, cases)
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFirstRunConcludesWhatLaterRunsConclude(Path file) throws IOException {
    for (FactSet facts : ADVISOR.read(file).factSets()) {
      List<Object> memory = ADVISOR.workingMemory(facts, DAY);
      RuleBase base = fresh();
      Map<Conclusion, Set<Conclusions.Match>> first = unordered(base.run(memory, DAY));
      assertThat(unordered(base.run(memory, DAY))).isEqualTo(first);
    }
  }

  private static Map<Conclusion, Set<Conclusions.Match>> unordered(Conclusions conclusions) {
    Map<Conclusion, Set<Conclusions.Match>> unordered = new HashMap<>();
    conclusions
        .matches()
        .forEach((conclusion, matches) -> unordered.put(conclusion, new HashSet<>(matches)));
    return unordered;
  }

  @Test
  void aRuleIsOutOfReachWhileNothingHasTheTypeOfOneOfItsPatterns() throws IOException {
    FactSet chips = ADVISOR.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
    assertThat(Reach.of(fresh(), ADVISOR.workingMemory(chips, DAY)))
        .contains("export-control/huawei-ascend-gp10", "export-control/keep-ascend-out-of-service")
        .doesNotContain("models/critical-decision-bar", "inputs/crma-65-percent");
  }

  @Test
  void eachBuiltInRuleConcludesOneThing() {
    RuleBase base = fresh();
    assertThat(base.rules().values())
        .allSatisfy(
            rule ->
                assertThat(new Consequences().of(rule, base.named(rule), Env.EMPTY))
                    .as(rule.getName())
                    .hasSize(1));
  }
}
