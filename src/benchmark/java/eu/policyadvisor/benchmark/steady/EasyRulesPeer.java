package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.Supplier;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.CriticalSupply;
import eu.policyadvisor.finding.EnforcementExposure;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Gp10Activity;
import eu.policyadvisor.finding.Gp10Exposure;
import eu.policyadvisor.finding.ImpliedHardware;
import eu.policyadvisor.finding.PrcAdvancedChip;
import eu.policyadvisor.finding.PrcAdvancedChip.Ground;
import eu.policyadvisor.finding.PrcService;
import eu.policyadvisor.finding.Reversibility;
import eu.policyadvisor.finding.SupplyMeasure;
import eu.policyadvisor.finding.UltimateJurisdiction;
import eu.policyadvisor.rule.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/**
 * {@link Subset#PER_FACT} on Easy Rules, which has no join: the engine runs once for each fact, and
 * the order of the rules stands in for chaining.
 */
final class EasyRulesPeer implements Peer {
  private static final String FACT = "fact";
  private static final String SUBJECT = "subject";
  private static final String CONCLUSIONS = "conclusions";

  private final Conditions conditions;
  private final DefaultRulesEngine engine = new DefaultRulesEngine();
  private final Rules rules = new Rules();
  private int priority;

  EasyRulesPeer(Thresholds thresholds) {
    conditions = new Conditions(thresholds);
    chips();
    frameworks();
    others();
    chain();
  }

  @Override
  public Collection<Conclusion> conclude(List<Object> memory) {
    Set<Conclusion> conclusions = new LinkedHashSet<>();
    Object subject = memory.stream().filter(Subject.class::isInstance).findFirst().orElseThrow();
    for (Object object : memory) {
      if (object instanceof Fact) {
        Set<Conclusion> onThis = new LinkedHashSet<>();
        Facts facts = new Facts();
        facts.put(FACT, object);
        facts.put(SUBJECT, subject);
        facts.put(CONCLUSIONS, onThis);
        engine.fire(rules, facts);
        conclusions.addAll(onThis);
      }
    }
    return conclusions;
  }

  private void chips() {
    one(
        "derived/advanced-chip-named",
        Accelerator.class,
        Conditions::named,
        chip -> new PrcAdvancedChip(chip, Ground.NAMED));
    one(
        "derived/advanced-chip-unspecified-ascend",
        Accelerator.class,
        Conditions::unspecifiedAscend,
        chip -> new PrcAdvancedChip(chip, Ground.UNSPECIFIED_ASCEND));
    one(
        "derived/advanced-chip-by-performance",
        Accelerator.class,
        conditions::advancedByPerformance,
        chip -> new PrcAdvancedChip(chip, Ground.PARAMETERS));
    one("derived/gp10-activity", Accelerator.class, Conditions::dealtIn, Gp10Activity::new);
    one(
        "derived/gp10-activity-presumed",
        Accelerator.class,
        Conditions::presumablyDealtIn,
        Gp10Activity::new);
  }

  private void frameworks() {
    one(
        "derived/runtime-implies-chip",
        Framework.class,
        Conditions::impliesHardware,
        runtime -> new ImpliedHardware(runtime, runtime.impliesHardware()));
    one(
        "derived/gp10-activity-runtime",
        Framework.class,
        runtime -> Conditions.impliesHardware(runtime) && Conditions.inUse(runtime),
        Gp10Activity::new);
    one(
        "frameworks/supply-chain-integrity",
        Framework.class,
        Conditions::unsafeSupplyChain,
        framework -> new Finding("frameworks/supply-chain-integrity", framework));
    one(
        "frameworks/cuda-lock-in",
        Framework.class,
        conditions::cuda,
        framework -> new Finding("frameworks/cuda-lock-in", framework));
    one(
        "derived/reversibility-portable-code",
        Framework.class,
        conditions::portable,
        framework -> new Reversibility(framework, Severity.HIGH));
    rule(
        "derived/reversibility-locked-code",
        facts ->
            facts.get(FACT) instanceof Framework framework
                && conditions.lockedIn(framework)
                && !concluded(facts).contains(new Reversibility(framework, Severity.HIGH)),
        facts -> new Reversibility(facts.get(FACT), Severity.LOW));
  }

  private void others() {
    one(
        "derived/prc-service-of-developer",
        Model.class,
        Conditions::serviceOfPrcDeveloper,
        PrcService::new);
    one(
        "derived/prc-service-by-hosting",
        Model.class,
        Conditions::serviceHostedInPrc,
        PrcService::new);
    one(
        "derived/reversibility-open-model",
        Model.class,
        Conditions::open,
        model -> new Reversibility(model, Severity.HIGH));
    one(
        "apps/ai-act-high-risk",
        Application.class,
        Conditions::highRisk,
        application -> new Finding("apps/ai-act-high-risk", application));
    one("derived/critical-supply", Supplier.class, Conditions::critical, CriticalSupply::new);
    one(
        "derived/reversibility-untested-exit",
        CloudService.class,
        Conditions::exitUntested,
        service -> new Reversibility(service, Severity.MODERATE));
    one(
        "compute/exit-plan-missing",
        CloudService.class,
        Conditions::exitMissing,
        service -> new Finding("compute/exit-plan-missing", service));
    one(
        "derived/jurisdiction-of-cloud-provider",
        CloudService.class,
        service -> service.ultimateParentHq() != null,
        service -> new UltimateJurisdiction(service, service.ultimateParentHq()));
    one(
        "derived/jurisdiction-of-cloud-region",
        CloudService.class,
        service -> service.region() != null,
        service -> new UltimateJurisdiction(service, service.region()));
    after(
        "compute/third-country-cloud-jurisdiction",
        UltimateJurisdiction.class,
        reached -> reached.on() instanceof CloudService && conditions.outsideEea(reached.country()),
        reached -> new Finding("compute/third-country-cloud-jurisdiction", reached.on()));
    one(
        "geo/control-volatility",
        PolicyEvent.class,
        conditions::volatileControl,
        event -> new Finding("geo/control-volatility", event));
    one(
        "derived/supply-measure-in-force",
        PolicyEvent.class,
        conditions::inForce,
        SupplyMeasure::new);
    one("derived/supply-measure-recent", PolicyEvent.class, conditions::recent, SupplyMeasure::new);
  }

  private void chain() {
    after(
        "derived/advanced-chip-implied",
        ImpliedHardware.class,
        implied -> implied.family().equals("ascend"),
        implied -> new PrcAdvancedChip(implied.on(), Ground.UNSPECIFIED_ASCEND));
    rule(
        "derived/gp10-exposure",
        facts ->
            any(facts, PrcAdvancedChip.class, chip -> true)
                && any(facts, Gp10Activity.class, activity -> true),
        facts -> new Gp10Exposure(facts.get(FACT), Severity.HIGH));
    rule(
        "derived/enforcement-exposure-one-link",
        facts ->
            any(facts, Gp10Exposure.class, exposure -> true)
                && Conditions.oneUsLink(facts.<Subject>get(SUBJECT)),
        facts -> new EnforcementExposure(facts.get(FACT), Severity.HIGH));
    rule(
        "export-control/huawei-ascend-gp10",
        facts ->
            any(facts, Gp10Exposure.class, exposure -> true)
                && any(facts, PrcAdvancedChip.class, chip -> chip.ground() != Ground.PARAMETERS),
        facts -> new Finding("export-control/huawei-ascend-gp10", facts.get(FACT)));
    after(
        "export-control/publicly-funded-ascend",
        Gp10Exposure.class,
        exposure -> exposure.on() instanceof Accelerator chip && Conditions.publiclyFunded(chip),
        exposure -> new Finding("export-control/publicly-funded-ascend", exposure.on()));
    after(
        "export-control/us-nexus-amplifier",
        EnforcementExposure.class,
        exposure -> exposure.level().compareTo(Severity.HIGH) >= 0,
        exposure ->
            new Finding("export-control/us-nexus-amplifier", exposure.on(), exposure.level()));
    after(
        "export-control/take-to-the-board",
        Finding.class,
        finding -> finding.rule().equals("export-control/us-nexus-amplifier"),
        finding -> new Recommendation("export-control/take-to-the-board", finding.on()));
    after(
        "export-control/not-eu-law-breach",
        Finding.class,
        finding -> finding.rule().equals("export-control/huawei-ascend-gp10"),
        finding -> new Finding("export-control/not-eu-law-breach", finding.on()));
  }

  private <F extends Fact> void one(
      String id, Class<F> type, Predicate<F> condition, Function<F, Conclusion> conclusion) {
    rule(
        id,
        facts ->
            type.isInstance(facts.get(FACT)) && condition.test(type.cast(facts.<Fact>get(FACT))),
        facts -> conclusion.apply(type.cast(facts.<Fact>get(FACT))));
  }

  /** A rule on what earlier rules concluded. */
  private <C extends Conclusion> void after(
      String id, Class<C> type, Predicate<C> condition, Function<C, Conclusion> conclusion) {
    rule(
        id,
        facts -> any(facts, type, condition),
        facts ->
            concluded(facts).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .findFirst()
                .map(conclusion)
                .orElseThrow());
  }

  private void rule(String id, Predicate<Facts> condition, Function<Facts, Conclusion> conclusion) {
    rules.register(
        new RuleBuilder()
            .name(id)
            .priority(priority++)
            .when(condition::test)
            .then(facts -> concluded(facts).add(conclusion.apply(facts)))
            .build());
  }

  private static Set<Conclusion> concluded(Facts facts) {
    return facts.get(CONCLUSIONS);
  }

  private static <C> boolean any(Facts facts, Class<C> type, Predicate<C> condition) {
    for (Conclusion conclusion : concluded(facts)) {
      if (type.isInstance(conclusion) && condition.test(type.cast(conclusion))) {
        return true;
      }
    }
    return false;
  }
}
