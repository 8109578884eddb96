package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Nis2Class;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.finding.Gp10Activity;
import eu.policyadvisor.finding.SensitiveUse;
import eu.policyadvisor.finding.SinglePointOfFailure;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.junit.jupiter.api.Test;

/** What this package takes for granted of Drools: an upgrade that changes it fails here. */
class DroolsAssumptionsTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final RuleBase BASE =
      new RuleBase(CompiledRules.builtIn(ReferenceData.builtIn().catalogue()));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static Rule rule(String id) {
    return Objects.requireNonNull(BASE.compiled().rules().get(id));
  }

  private static Conclusions run(LocalDate day, Accelerator... chips) {
    FactSet facts =
        FactSet.of(
            SubjectBuilder.builder()
                .id("s")
                .type(List.of(SubjectType.COMPANY))
                .country("DE")
                .build(),
            chips);
    return BASE.run(ADVISOR.workingMemory(facts, day), day);
  }

  private static Accelerator ascend(String id) {
    return AcceleratorBuilder.builder()
        .id(id)
        .product("huawei-ascend-910c")
        .lifecycle(Lifecycle.OPERATING)
        .build();
  }

  private static boolean concluded(Conclusions conclusions, String rule) {
    return conclusions.matches().values().stream()
        .flatMap(List::stream)
        .anyMatch(match -> match.rule().equals(rule));
  }

  @Test
  void aCompiledRuleKeepsItsAnnotations() {
    assertThat(rule("export-control/huawei-ascend-gp10").getMetaData("kind"))
        .hasToString("finding");
  }

  @Test
  void aConstraintKeepsItsTextAsWritten() {
    Pattern<?> pattern = (Pattern<?>) pattern("chips/hbm-exposure");
    assertThat(FieldsRead.singles(pattern.getConstraint()).stream().map(FieldsRead::text))
        .contains("layer == Layer.CHIPS");
  }

  private static boolean isLookedUp(Pattern<?> pattern) {
    return Named.class.isAssignableFrom(pattern.getPatternVariable().getType());
  }

  private static Condition pattern(String id) {
    return Conditions.of(rule(id)).stream()
        .filter(Pattern.class::isInstance)
        .filter(each -> !isLookedUp((Pattern<?>) each))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aConstraintCanBeAskedWithoutASession() {
    Pattern<?> pattern = (Pattern<?>) pattern("chips/performance-gap");
    SingleConstraint china =
        FieldsRead.singles(pattern.getConstraint()).stream()
            .filter(each -> FieldsRead.text(each).equals("designerHq == \"CN\""))
            .findFirst()
            .orElseThrow();
    Accelerator chip = AcceleratorBuilder.builder().id("a").designerHq("CN").build();
    Bindings env = Bindings.EMPTY.bind(pattern.getPatternVariable(), chip);
    assertThat(Constraints.holds(china, env)).isTrue();
  }

  @Test
  void aBindingTellsItsComponentByItsValue() {
    List<Binding> bindings =
        Conditions.of(rule("dependency/swap-is-not-diversification")).stream()
            .filter(Pattern.class::isInstance)
            .flatMap(each -> ((Pattern<?>) each).getBindings().stream())
            .filter(each -> each.getBoundVariable().getName().equals("$replaced"))
            .toList();
    assertThat(bindings).isNotEmpty();
    assertThat(Bound.component(bindings.get(0))).isEqualTo("replaces");
  }

  @Test
  void aConsequenceCanBeAskedWithoutASession() {
    Rule rule = rule("derived/gp10-activity-presumed");
    assertThat(BASE.compiled().prototype(rule)).isInstanceOf(Gp10Activity.class);
  }

  @Test
  void aRuleHoldsFromItsFirstDayByTheClockOfTheSession() {
    String rule = "export-control/huawei-ascend-gp10";
    assertThat(concluded(run(LocalDate.of(2025, 5, 12), ascend("a")), rule)).isFalse();
    assertThat(concluded(run(LocalDate.of(2025, 5, 13), ascend("a")), rule)).isTrue();
  }

  @Test
  void aRuleHoldsNoLongerOnTheDayOnWhichItExpires() {
    Accelerator training = AcceleratorBuilder.builder(ascend("a")).frontierTraining(true).build();
    assertThat(concluded(run(LocalDate.of(2027, 5, 23), training), "chips/performance-gap"))
        .isTrue();
    assertThat(concluded(run(LocalDate.of(2027, 5, 24), training), "chips/performance-gap"))
        .isFalse();
  }

  @Test
  void truthMaintenanceHoldsTheMatchesOfEachConclusion() {
    Conclusions conclusions = run(DAY, ascend("a"));
    assertThat(conclusions.matches()).isNotEmpty();
    assertThat(conclusions.matches().values()).noneMatch(List::isEmpty);
  }

  @Test
  void aMatchHoldsTheFactsThatATotalWasMadeOf() {
    Accelerator one =
        AcceleratorBuilder.builder()
            .id("one")
            .vendor("nvidia")
            .shareOfCompute(new BigDecimal("0.5"))
            .secondSourceQualified(false)
            .build();
    Accelerator two =
        AcceleratorBuilder.builder(one).id("two").shareOfCompute(new BigDecimal("0.4")).build();
    List<Conclusions.Match> matches =
        run(DAY, one, two).matches().entrySet().stream()
            .filter(each -> each.getKey() instanceof SinglePointOfFailure)
            .flatMap(each -> each.getValue().stream())
            .toList();
    assertThat(matches).isNotEmpty();
    assertThat(matches.get(0).objects().stream().filter(Accelerator.class::isInstance).distinct())
        .hasSize(2);
  }

  /** Where they were two, the second would hide the first, with its match. */
  @Test
  void equalConclusionsOfOneRunAreOneWithTheMatchesOfAll() {
    FactSet facts =
        FactSet.of(
            SubjectBuilder.builder()
                .id("s")
                .type(List.of(SubjectType.CRITICAL_ENTITY))
                .nis2Class(Nis2Class.ESSENTIAL)
                .build());
    assertThat(BASE.run(ADVISOR.workingMemory(facts, DAY), DAY).matches())
        .extractingByKey(new SensitiveUse(facts.subject()), as(InstanceOfAssertFactories.LIST))
        .extracting("rule")
        .containsExactlyInAnyOrder(
            "derived/sensitive-subject", "derived/sensitive-essential-entity");
  }
}
