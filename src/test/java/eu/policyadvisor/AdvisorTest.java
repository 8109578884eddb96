package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.rules.RuleCoverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Seed.class)
class AdvisorTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final String GP10 = "export-control/huawei-ascend-gp10";

  @ParameterizedTest
  @MethodSource("examples")
  void saysTheSameBytesWhateverTheOrderOfTheFacts(Path example) throws IOException {
    FactSet facts = facts(example);
    String expected = json(facts);
    Random random = new Random(Seed.of(20261123));
    for (int i = 0; i < 5; i++) {
      assertThat(json(shuffled(facts, random))).isEqualTo(expected);
    }
  }

  @Test
  void advisesWithoutContradiction() throws IOException {
    List<Opposed.Pair> pairs = new ArrayList<>();
    for (Path example : examples().toList()) {
      Assessment assessment = ADVISOR.assess(facts(example));
      assertThat(assessment.contradictions()).as(example.toString()).isEmpty();
      pairs.addAll(Opposed.pairs(assessment));
    }
    assertThat(pairs).isNotEmpty().noneMatch(Opposed.Pair::opposed);
  }

  @Test
  void givesEveryThreadTheSameAnswers() throws Exception {
    List<FactSet> sets = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Path example : examples().toList()) {
      sets.add(facts(example));
      expected.add(json(sets.get(sets.size() - 1)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers =
          threads.invokeAll(
              IntStream.range(0, 160)
                  .mapToObj(
                      i ->
                          (java.util.concurrent.Callable<String>)
                              () -> json(sets.get(i % sets.size())))
                  .toList());
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(expected.get(i % sets.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void carriesTitleAndQuestionOnToTheAdvice() {
    FactSet facts =
        FactSetBuilder.builder(FactSet.of(subject()))
            .title("A title")
            .question("May we buy it?")
            .build();
    FactSet advised = ADVISOR.assess(facts, NOVEMBER).facts();
    assertThat(advised.title()).isEqualTo("A title");
    assertThat(advised.question()).isEqualTo("May we buy it?");
  }

  @Test
  void warnsOfFactsBuiltInJavaByListAndId() {
    FactSet facts =
        FactSet.of(
            subject(),
            AcceleratorBuilder.builder().id("a").product("nvidia-h100").designerHq("DE").build());
    assertThat(ADVISOR.warnings(facts))
        .extracting(Object::toString)
        .containsExactly(
            "accelerators/a: designer_hq is DE; the catalogue has US for nvidia-h100; leave it out,"
                + " or keep it if you know better");
    assertThat(ADVISOR.warnings(ascend("pool"))).isEmpty();
  }

  @Test
  void assessesFactsBuiltInJava() {
    Assessment assessment = ADVISOR.assess(ascend("pool"), NOVEMBER);

    assertThat(ids(assessment.findings())).contains(GP10);
  }

  @Test
  void namesTheSameOneOfSeveralThatMeetAConditionWhateverTheirOrder() {
    Accelerator ascend = chip("ascend", "huawei-ascend-910c");
    Accelerator one = chip("h100-a", "nvidia-h100");
    Accelerator other = chip("h100-b", "nvidia-h100");

    assertThat(json(FactSet.of(subject(), other, one, ascend)))
        .isEqualTo(json(FactSet.of(subject(), ascend, one, other)));
  }

  private static Accelerator chip(String id, String product) {
    return AcceleratorBuilder.builder()
        .id(id)
        .product(product)
        .lifecycle(Lifecycle.OPERATING)
        .build();
  }

  @Test
  void refusesFactsThatNameWhatDoesNotExist() {
    FactSet facts =
        FactSet.of(
            subject(),
            AcceleratorBuilder.builder().id("pool").product("huawei-ascend-910x").build());

    assertThatThrownBy(() -> ADVISOR.assess(facts, NOVEMBER))
        .isInstanceOf(InvalidFactsException.class)
        .hasMessageContaining("huawei-ascend-910x")
        .hasMessageContaining("did you mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Europe/Brussels", "UTC", "Pacific/Pago_Pago"})
  @ResourceLock(Resources.TIME_ZONE)
  void holdsARuleInForceFromItsFirstDayInWhateverZone(String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    try {
      // Days become instants when rules are loaded.
      Advisor advisor = Advisor.standard();
      for (int again = 0; again < 2; again++) {
        assertThat(ids(advisor.assess(ascend("pool"), LocalDate.of(2025, 5, 12)).findings()))
            .doesNotContain(GP10);
        assertThat(ids(advisor.assess(ascend("pool"), LocalDate.of(2025, 5, 13)).findings()))
            .contains(GP10);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void findingsOnTwoDatesDifferExactlyByRulesWhoseWindowsLieBetween() throws IOException {
    FactSet ministry =
        ADVISOR.read(Path.of("facts/examples/ministry-chat-app.yaml")).factSets().get(0);
    LocalDate early = LocalDate.of(2025, 1, 30);
    LocalDate late = LocalDate.of(2026, 11, 23);
    List<String> before = ids(ADVISOR.assess(ministry, early).findings());
    List<String> after = ids(ADVISOR.assess(ministry, late).findings());

    assertThat(before).isNotEmpty();
    assertThat(after).contains("apps/art50-transparency").containsAll(before);
    assertThat(after)
        .filteredOn(rule -> !before.contains(rule))
        .allSatisfy(
            rule -> {
              LocalDate effective = ADVISOR.knowledge().rule(rule).orElseThrow().effective();
              assertThat(effective).isAfter(early).isBeforeOrEqualTo(late);
            });
  }

  @Test
  void rulesOfOnesOwnConcludeBesideTheBuiltInOnes(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("own.drl"), rule("own/any-chip", "Accelerator()"));

    Assessment assessment = ADVISOR.withRules(directory).assess(ascend("pool"), NOVEMBER);

    assertThat(ids(assessment.findings())).contains("own/any-chip", GP10);
  }

  @Test
  void aRuleOfOnesOwnTakesThePlaceOfTheBuiltInOneWithItsId(@TempDir Path directory)
      throws IOException {
    Files.writeString(directory.resolve("own.drl"), rule(GP10, "Accelerator( id == \"other\" )"));
    Advisor own = ADVISOR.withRules(directory);

    assertThat(ids(own.assess(ascend("pool"), NOVEMBER).findings())).doesNotContain(GP10);
    assertThat(ids(own.assess(ascend("other"), NOVEMBER).findings())).contains(GP10);
    assertThat(own.knowledge().cards()).hasSameSizeAs(ADVISOR.knowledge().cards());
  }

  @Test
  void rulesThatDoNotCompileAreNamedWithFileAndLine(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("own.drl"), rule("own/wrong", "Accelerator( lifecicle == 1 )"));

    assertThatThrownBy(() -> ADVISOR.withRules(directory))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("own.drl:")
        .hasMessageContaining("lifecicle");
  }

  @Test
  void aRuleWithoutACardIsRefusedWithAllThatItLacks(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("own.drl"),
        """
        package own
        import eu.policyadvisor.fact.Accelerator
        import eu.policyadvisor.finding.Finding
        rule "own/bare" @cites("no-such-law")
        when
          $chip : Accelerator()
        then
          insertLogical( new Finding( drools.getRule().getName(), $chip ) );
        end
        """);

    assertThatThrownBy(() -> ADVISOR.withRules(directory))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("own/bare")
        .hasMessageContaining("@title")
        .hasMessageContaining("no-such-law");
  }

  @Test
  void everyKeyPointLayerAndAddresseeHasARule() {
    assertThat(RuleCoverage.of(ADVISOR.knowledge().cards().values()))
        .hasSize(
            7
                + eu.policyadvisor.fact.Layer.values().length
                + eu.policyadvisor.rule.Addressee.values().length)
        .allSatisfy((what, rules) -> assertThat(rules).as(what).isNotEmpty());
  }

  @Test
  void everyRuleIsFoundInItsDrl() {
    assertThat(ADVISOR.knowledge().cards().keySet())
        .allSatisfy(id -> assertThat(ADVISOR.source(id)).isPresent());
  }

  private static String rule(String id, String condition) {
    return """
    package own
    import eu.policyadvisor.fact.Accelerator
    import eu.policyadvisor.finding.Finding
    rule "%s"
      @kind("finding") @title("Own") @summary("A rule of one's own.") @keyPoints("3")
      @layer("chips") @severity("low") @confidence(0.5) @cites("merics-ai-2025")
    when
      $chip : %s
    then
      insertLogical( new Finding( drools.getRule().getName(), $chip ) );
    end
    """
        .formatted(id, condition);
  }

  private static FactSet ascend(String id) {
    return FactSet.of(subject(), chip(id, "huawei-ascend-910c"));
  }

  private static Subject subject() {
    return SubjectBuilder.builder().id("subject").build();
  }

  private static List<String> ids(List<? extends Reasoned<?>> conclusions) {
    return conclusions.stream().map(conclusion -> conclusion.card().id()).toList();
  }

  private static String json(FactSet facts) {
    return new JsonReport().render(List.of(ADVISOR.assess(facts)));
  }

  private static FactSet shuffled(FactSet facts, Random random) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    facts
        .lists()
        .forEach(
            (section, list) -> {
              List<Fact> copy = new ArrayList<>(list);
              Collections.shuffle(copy, random);
              lists.put(section, copy);
            });
    return FactSetBuilder.builder(facts).lists(lists).build();
  }

  private static FactSet facts(Path example) throws IOException {
    FactsRead reading = ADVISOR.read(example);
    assertThat(reading.problems()).isEmpty();
    return reading.factSets().get(0);
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      return files.sorted().toList().stream();
    }
  }
}
