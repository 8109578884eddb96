package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleNeeds;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine is given only the parameters and country groups that rules in reach read. */
class RelevanceTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleBase ALL =
      new RuleBase(CompiledRules.builtIn(ADVISOR.knowledge().catalogue()));
  private static final List<CompiledRule> COMPILED = RuleIndex.of(ALL.compiled());
  private static final RuleBase SPARING = RuleBase.builtIn(ADVISOR.knowledge().cards(), COMPILED);
  private static final List<RuleNeeds> NEEDS = COMPILED.stream().map(CompiledRule::needs).toList();

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
    assertThat(unordered(SPARING.run(memory, DAY))).isEqualTo(unordered(ALL.run(memory, DAY)));
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
    return object instanceof Named;
  }

  @Test
  void aParameterIsLeftOutWhileNothingReachesTheRulesThatReadIt() throws IOException {
    assertThat(names(memory(Path.of("facts/examples/magnet-importer.yaml"))))
        .contains("dependency.share")
        .doesNotContain("us.3a090.tpp", "fsr.contract-value");
  }

  private static Stream<String> names(List<Object> memory) {
    return new Relevance(NEEDS)
        .in(memory).stream()
            .filter(Parameter.class::isInstance)
            .map(each -> ((Parameter) each).name());
  }

  @Test
  void nothingIsKeptFromRulesOfOnesOwnWhateverTheyConclude(@TempDir Path rules) throws IOException {
    Files.writeString(
        rules.resolve("own.drl"),
        """
        package eu.policyadvisor.rules.own

        import eu.policyadvisor.fact.Subject
        import eu.policyadvisor.finding.Finding
        import eu.policyadvisor.finding.Restriction
        import eu.policyadvisor.rule.Parameter

        rule "own/two"
            @kind("finding")
            @title("Two")
            @summary("Concludes two things.")
            @keyPoints("1") @layer("talent") @severity("low") @confidence(0.5)
            @cites("crma Art. 5(1)")
        when
            $on : Subject()
        then
            insertLogical( new Finding( drools.getRule().getName(), $on ) );
            insertLogical( new Restriction( $on, "XX" ) );
        end

        rule "own/after"
            @kind("finding")
            @title("After")
            @summary("Rests on the second of two things.")
            @keyPoints("1") @layer("talent") @severity("low") @confidence(0.5)
            @cites("crma Art. 5(1)")
        when
            Restriction( country == "XX", $on : on )
            Parameter( name == "fsr.contract-value", value > 0 )
        then
            insertLogical( new Finding( drools.getRule().getName(), $on ) );
        end
        """);
    FactSet nobody = FactSet.of(Fact.unknown(Subject.class, "nobody"));
    assertThat(Advisor.standard().withRules(rules).assess(nobody, DAY).findings())
        .extracting(finding -> finding.card().id())
        .contains("own/two", "own/after");
  }

  @Test
  void everyRuleOfTheBuildSaysWhichParametersAndGroupsItReads() {
    assertThat(NEEDS)
        .allSatisfy(
            rule ->
                assertThat(rule.reads())
                    .as(rule.id())
                    .allSatisfy(need -> assertThat(need.values()).containsKey("name")));
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
            memory.stream()
                .filter(each -> !(each instanceof Named) || each instanceof Parameter)
                .toList());
  }
}
