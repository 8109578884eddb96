package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.Supplier;
import eu.policyadvisor.finding.CoercionExposure;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.CriticalSupply;
import eu.policyadvisor.finding.EnforcementExposure;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Gp10Activity;
import eu.policyadvisor.finding.Gp10Exposure;
import eu.policyadvisor.finding.ImpliedHardware;
import eu.policyadvisor.finding.ModelTask;
import eu.policyadvisor.finding.PrcAdvancedChip;
import eu.policyadvisor.finding.PrcAdvancedChip.Ground;
import eu.policyadvisor.finding.PrcService;
import eu.policyadvisor.finding.Reversibility;
import eu.policyadvisor.finding.StrategicDependency;
import eu.policyadvisor.finding.SupplyMeasure;
import eu.policyadvisor.finding.UltimateJurisdiction;
import eu.policyadvisor.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.evrete.KnowledgeService;
import org.evrete.api.ActivationMode;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.Type;
import org.evrete.api.TypeResolver;

/** {@link Subset#WITHOUT_AGGREGATES} on Evrete, with its functional conditions. */
final class EvretePeer implements Peer {
  private static final Set<Class<?>> READ =
      Set.of(
          Accelerator.class,
          Application.class,
          CloudService.class,
          CountryShare.class,
          CriticalInput.class,
          Dependency.class,
          Framework.class,
          Model.class,
          PolicyEvent.class,
          Subject.class,
          Supplier.class);

  private final Conditions conditions;
  private final Knowledge knowledge;

  EvretePeer(Thresholds thresholds) {
    conditions = new Conditions(thresholds);
    knowledge = new KnowledgeService().newKnowledge();
    knowledge.configureTypes(EvretePeer::declareFields);
    EvreteRules rules = new EvreteRules(knowledge.builder());
    chips(rules);
    frameworks(rules);
    others(rules);
    chain(rules);
    supplies(rules);
    rules.builder().build();
  }

  @Override
  public Collection<Conclusion> conclude(List<Object> memory) {
    List<Conclusion> conclusions = new ArrayList<>();
    // In the default mode what is inserted takes the place of what was still to fire.
    try (StatefulSession session = knowledge.newStatefulSession(ActivationMode.CONTINUOUS)) {
      for (Object object : memory) {
        if (READ.contains(object.getClass())) {
          session.insert(object);
        }
      }
      session.set(EvreteRules.CONCLUSIONS, conclusions);
      session.fire();
    }
    return conclusions;
  }

  /** What joins read; Evrete keeps facts by the values of these. */
  private static void declareFields(TypeResolver types) {
    Type<Accelerator> chip = types.declare(Accelerator.class);
    chip.declareField("id", String.class, Accelerator::id);
    chip.declareField("replaces", String.class, Accelerator::replaces);
    types.declare(Application.class).declareField("model", String.class, Application::usesModel);
    types.declare(Model.class).declareField("id", String.class, Model::id);
    types.declare(CountryShare.class).declareField("of", Fact.class, CountryShare::of);
    types.declare(PrcAdvancedChip.class).declareField("on", Fact.class, PrcAdvancedChip::on);
    types.declare(Gp10Activity.class).declareField("on", Fact.class, Gp10Activity::on);
    types.declare(Gp10Exposure.class).declareField("on", Fact.class, Gp10Exposure::on);
    types
        .declare(UltimateJurisdiction.class)
        .declareField("on", Fact.class, UltimateJurisdiction::on);
    types.declare(SupplyMeasure.class).declareField("on", PolicyEvent.class, SupplyMeasure::on);
    Type<StrategicDependency> dependency = types.declare(StrategicDependency.class);
    dependency.declareField("id", String.class, each -> each.on().id());
    dependency.declareField("country", String.class, StrategicDependency::country);
    Type<PolicyEvent> event = types.declare(PolicyEvent.class);
    event.declareField("concerns", String.class, PolicyEvent::concerns);
    event.declareField("country", String.class, PolicyEvent::imposingCountry);
  }

  private void chips(EvreteRules rules) {
    rules.one(
        "derived/advanced-chip-named",
        Accelerator.class,
        Conditions::named,
        chip -> new PrcAdvancedChip(chip, Ground.NAMED));
    rules.one(
        "derived/advanced-chip-unspecified-ascend",
        Accelerator.class,
        Conditions::unspecifiedAscend,
        chip -> new PrcAdvancedChip(chip, Ground.UNSPECIFIED_ASCEND));
    rules.one(
        "derived/advanced-chip-by-performance",
        Accelerator.class,
        conditions::advancedByPerformance,
        chip -> new PrcAdvancedChip(chip, Ground.PARAMETERS));
    rules.one("derived/gp10-activity", Accelerator.class, Conditions::dealtIn, Gp10Activity::new);
    rules.one(
        "derived/gp10-activity-presumed",
        Accelerator.class,
        Conditions::presumablyDealtIn,
        Gp10Activity::new);
    rules.two(
        "dependency/swap-is-not-diversification",
        Accelerator.class,
        chip -> Conditions.of(chip, "CN") && chip.replaces() != null,
        "replaces",
        Accelerator.class,
        chip -> Conditions.of(chip, "US"),
        "id",
        (proposed, replaced) -> new Finding("dependency/swap-is-not-diversification", proposed));
  }

  private void frameworks(EvreteRules rules) {
    rules.one(
        "derived/runtime-implies-chip",
        Framework.class,
        Conditions::impliesHardware,
        runtime -> new ImpliedHardware(runtime, runtime.impliesHardware()));
    rules.one(
        "derived/gp10-activity-runtime",
        Framework.class,
        runtime -> Conditions.impliesHardware(runtime) && Conditions.inUse(runtime),
        Gp10Activity::new);
    rules.one(
        "frameworks/supply-chain-integrity",
        Framework.class,
        Conditions::unsafeSupplyChain,
        framework -> new Finding("frameworks/supply-chain-integrity", framework));
    rules.one(
        "frameworks/cuda-lock-in",
        Framework.class,
        conditions::cuda,
        framework -> new Finding("frameworks/cuda-lock-in", framework));
    rules.one(
        "derived/reversibility-portable-code",
        Framework.class,
        conditions::portable,
        framework -> new Reversibility(framework, Severity.HIGH));
  }

  private void others(EvreteRules rules) {
    rules.one(
        "derived/prc-service-of-developer",
        Model.class,
        Conditions::serviceOfPrcDeveloper,
        PrcService::new);
    rules.one(
        "derived/prc-service-by-hosting",
        Model.class,
        Conditions::serviceHostedInPrc,
        PrcService::new);
    rules.one(
        "derived/reversibility-open-model",
        Model.class,
        Conditions::open,
        model -> new Reversibility(model, Severity.HIGH));
    rules.two(
        "derived/model-informs-through-application",
        Application.class,
        Conditions::informs,
        "model",
        Model.class,
        model -> true,
        "id",
        (application, model) -> new ModelTask(model, ModelTask.Task.INFORMS));
    rules.one(
        "apps/ai-act-high-risk",
        Application.class,
        Conditions::highRisk,
        application -> new Finding("apps/ai-act-high-risk", application));
    rules.one("derived/critical-supply", Supplier.class, Conditions::critical, CriticalSupply::new);
    rules.one(
        "derived/reversibility-untested-exit",
        CloudService.class,
        Conditions::exitUntested,
        service -> new Reversibility(service, Severity.MODERATE));
    rules.one(
        "compute/exit-plan-missing",
        CloudService.class,
        Conditions::exitMissing,
        service -> new Finding("compute/exit-plan-missing", service));
    rules.one(
        "derived/jurisdiction-of-cloud-provider",
        CloudService.class,
        service -> service.ultimateParentHq() != null,
        service -> new UltimateJurisdiction(service, service.ultimateParentHq()));
    rules.one(
        "derived/jurisdiction-of-cloud-region",
        CloudService.class,
        service -> service.region() != null,
        service -> new UltimateJurisdiction(service, service.region()));
    rules.one(
        "compute/third-country-cloud-jurisdiction",
        UltimateJurisdiction.class,
        reached -> reached.on() instanceof CloudService && conditions.outsideEea(reached.country()),
        reached -> new Finding("compute/third-country-cloud-jurisdiction", reached.on()));
  }

  private void chain(EvreteRules rules) {
    rules.one(
        "derived/advanced-chip-implied",
        ImpliedHardware.class,
        implied -> implied.family().equals("ascend"),
        implied -> new PrcAdvancedChip(implied.on(), Ground.UNSPECIFIED_ASCEND));
    rules.two(
        "derived/gp10-exposure",
        PrcAdvancedChip.class,
        chip -> true,
        "on",
        Gp10Activity.class,
        activity -> true,
        "on",
        (chip, activity) -> new Gp10Exposure(chip.on(), Severity.HIGH));
    rules
        .builder()
        .newRule("derived/enforcement-exposure-one-link")
        .forEach("$a", Gp10Exposure.class, "$b", Subject.class)
        .where(EvreteRules.is(Subject.class, Conditions::oneUsLink), "$b")
        .execute(
            context ->
                EvreteRules.conclude(
                    context,
                    new EnforcementExposure(
                        context.get(Gp10Exposure.class, "$a").on(), Severity.HIGH)));
    rules.two(
        "export-control/huawei-ascend-gp10",
        Gp10Exposure.class,
        exposure -> true,
        "on",
        PrcAdvancedChip.class,
        chip -> chip.ground() != Ground.PARAMETERS,
        "on",
        (exposure, chip) -> new Finding("export-control/huawei-ascend-gp10", exposure.on()));
    rules.one(
        "export-control/publicly-funded-ascend",
        Gp10Exposure.class,
        exposure -> exposure.on() instanceof Accelerator chip && Conditions.publiclyFunded(chip),
        exposure -> new Finding("export-control/publicly-funded-ascend", exposure.on()));
    rules.one(
        "export-control/us-nexus-amplifier",
        EnforcementExposure.class,
        exposure -> exposure.level().compareTo(Severity.HIGH) >= 0,
        exposure ->
            new Finding("export-control/us-nexus-amplifier", exposure.on(), exposure.level()));
    rules.finding("export-control/take-to-the-board", "export-control/us-nexus-amplifier", true);
    rules.finding("export-control/not-eu-law-breach", "export-control/huawei-ascend-gp10", false);
  }

  private void supplies(EvreteRules rules) {
    rules.one(
        "geo/control-volatility",
        PolicyEvent.class,
        conditions::volatileControl,
        event -> new Finding("geo/control-volatility", event));
    rules.one(
        "derived/supply-measure-in-force",
        PolicyEvent.class,
        conditions::inForce,
        SupplyMeasure::new);
    rules.one(
        "derived/supply-measure-recent", PolicyEvent.class, conditions::recent, SupplyMeasure::new);
    for (Class<? extends Fact> supply : List.of(Dependency.class, CriticalInput.class)) {
      rules
          .builder()
          .newRule("derived/strategic-dependency-high/" + supply.getSimpleName())
          .forEach("$a", CountryShare.class, "$b", supply)
          .where(EvreteRules.is(CountryShare.class, conditions::highShare), "$a")
          .where(EvreteRules.is(Fact.class, conditions::hardToReplace), "$b")
          .where(EvreteRules.same(), "$a.of", "$b")
          .execute(
              context -> {
                CountryShare share = context.get(CountryShare.class, "$a");
                EvreteRules.conclude(
                    context, new StrategicDependency(share.of(), share.country(), Severity.HIGH));
              });
    }
    rules
        .builder()
        .newRule("derived/coercion-exposure-critical")
        .forEach(
            "$a", StrategicDependency.class, "$m", SupplyMeasure.class, "$b", PolicyEvent.class)
        .where(EvreteRules.same(), "$m.on", "$b")
        .where(EvreteRules.same(), "$a.id", "$b.concerns")
        .where(EvreteRules.same(), "$a.country", "$b.country")
        .execute(
            context -> {
              StrategicDependency dependency = context.get(StrategicDependency.class, "$a");
              EvreteRules.conclude(
                  context,
                  new CoercionExposure(dependency.on(), dependency.country(), Severity.CRITICAL));
            });
    rules.one(
        "dependency/supply-open-to-coercion",
        CoercionExposure.class,
        exposure -> true,
        exposure ->
            new Finding("dependency/supply-open-to-coercion", exposure.on(), exposure.level()));
    rules.finding("dependency/prepare-for-a-cut", "dependency/supply-open-to-coercion", true);
  }
}
