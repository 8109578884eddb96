package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.knowledge.KnowledgeFile;
import eu.policyadvisor.rule.CompiledRule;
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

/** A process that assesses one fact set loads only the rules that its facts can reach. */
class ReachTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleBase ALL =
      new RuleBase(CompiledRules.builtIn(ADVISOR.knowledge().catalogue()));
  private static final List<CompiledRule> COMPILED = RuleIndex.of(ALL.compiled());

  private static RuleBase reaching(List<Object> memory) {
    return RuleBase.reaching(ADVISOR.knowledge().cards(), COMPILED, memory);
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
  void theyConcludeWhatAllRulesConclude(Path file) throws IOException {
    for (FactSet facts : ADVISOR.read(file).factSets()) {
      List<Object> memory = ADVISOR.workingMemory(facts, DAY);
      assertThat(unordered(reaching(memory).run(memory, DAY)))
          .isEqualTo(unordered(ALL.run(memory, DAY)));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theyWaitForWhatAllRulesWaitFor(Path file) throws IOException {
    for (FactSet facts : ADVISOR.read(file).factSets()) {
      Assessment first = Advisor.standard().advise(facts, DAY);
      assertThat(first.unknowns()).isEqualTo(ADVISOR.advise(facts, DAY).unknowns());
      assertThat(first.undetermined()).isEqualTo(ADVISOR.advise(facts, DAY).undetermined());
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
    assertThat(Reach.of(COMPILED, ADVISOR.workingMemory(chips, DAY)))
        .extracting(CompiledRule::id)
        .contains("export-control/huawei-ascend-gp10", "export-control/keep-ascend-out-of-service")
        .doesNotContain("models/critical-decision-bar", "inputs/crma-65-percent");
  }

  @Test
  void aRuleIsOutOfReachWhileNoFactMayHaveTheValuesThatItAsksFor() throws IOException {
    FactSet chips = ADVISOR.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
    assertThat(Reach.of(COMPILED, ADVISOR.workingMemory(chips, DAY)))
        .extracting(CompiledRule::id)
        .as("of one of the libraries it is not known what hardware it implies")
        .contains("frameworks/cuda-lock-in")
        .as("of the two frameworks the one with a Chinese steward is no library")
        .doesNotContain("frameworks/prc-framework-adoption", "frameworks/keep-portable-path");
  }

  @Test
  void eachBuiltInRuleConcludesOneThing() {
    assertThat(ALL.compiled().rules().values())
        .allSatisfy(
            rule ->
                assertThat(new Consequences().of(rule, ALL.compiled().named(rule), Bindings.EMPTY))
                    .as(rule.getName())
                    .hasSize(1));
  }

  @Test
  void theBuildKnowsWhereEachRuleIs() {
    assertThat(KnowledgeFile.builtIn().orElseThrow().compiled()).isEqualTo(COMPILED);
  }
}
