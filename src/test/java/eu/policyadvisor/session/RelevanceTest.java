package eu.policyadvisor.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleNeeds;
import java.io.IOException;
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

/** The engine is given only the parameters and country groups that rules in reach read. */
class RelevanceTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleBase ALL = RuleBase.builtIn(ADVISOR.knowledge().catalogue());
  private static final List<RuleNeeds> NEEDS =
      RuleBase.located(ALL).stream().map(CompiledRule::needs).toList();

  static List<Path> files() throws IOException {
    return ReachTest.files();
  }

  private static List<Object> memory(Path file) throws IOException {
    FactSet facts = ADVISOR.read(file).factSets().get(0);
    return ADVISOR.workingMemory(facts, DAY);
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsLeftOutChangesNoConclusion(Path file) throws IOException {
    List<Object> memory = memory(file);
    assertThat(unordered(ALL.run(memory, DAY))).isEqualTo(unordered(ALL.runOverAll(memory, DAY)));
  }

  private static Map<Object, Set<Conclusions.Match>> unordered(Conclusions conclusions) {
    Map<Object, Set<Conclusions.Match>> unordered = new HashMap<>();
    conclusions.matches().forEach((each, ways) -> unordered.put(each, new HashSet<>(ways)));
    return unordered;
  }

  @Test
  void nothingElseIsLeftOutAndTheOrderStays() throws IOException {
    List<Object> memory = memory(Path.of("facts/examples/ascend-cluster.yaml"));
    List<Object> relevant = new Relevance(NEEDS).in(memory);
    assertThat(relevant)
        .isEqualTo(
            memory.stream()
                .filter(each -> !isInQuestion(each) || relevant.contains(each))
                .toList());
  }

  private static boolean isInQuestion(Object object) {
    return object instanceof Parameter || object instanceof CountryGroup;
  }

  @Test
  void aParameterIsLeftOutWhileNothingReachesTheRulesThatReadIt() throws IOException {
    assertThat(names(memory(Path.of("facts/examples/ascend-cluster.yaml"))))
        .contains("dependency.share", "us.3a090.dense", "us.3a090.dense-density")
        .doesNotContain("fsr.contract-value");
    assertThat(names(memory(Path.of("facts/examples/magnet-importer.yaml"))))
        .contains("dependency.share")
        .doesNotContain("us.3a090.tpp");
  }

  private static Stream<String> names(List<Object> memory) {
    return new Relevance(NEEDS)
        .in(memory).stream()
            .filter(Parameter.class::isInstance)
            .map(each -> ((Parameter) each).name());
  }

  @Test
  void whereARuleDoesNotSayWhichParameterItReadsAllAreGiven() throws IOException {
    RuleNeeds any =
        new RuleNeeds(
            "any",
            List.of(),
            List.of(new RuleNeeds.Need(Parameter.class.getName(), Set.of(), Map.of())),
            List.of());
    List<Object> memory = memory(Path.of("facts/examples/magnet-importer.yaml"));
    assertThat(new Relevance(List.of(any)).in(memory))
        .hasSameElementsAs(
            memory.stream().filter(each -> !(each instanceof CountryGroup)).toList());
  }
}
