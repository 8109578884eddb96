package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.advice.Recommendation;
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
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.ActivationMode;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.Type;
import org.evrete.api.TypeResolver;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** {@link Subset#WITHOUT_AGGREGATES} on Evrete, with its functional conditions. */
final class EvretePeer implements Peer {
  private static final String CONCLUSIONS = "conclusions";
  private static final Set<Class<?>> MATCHED =
      Set.of(
          CoercionExposure.class,
          EnforcementExposure.class,
          Finding.class,
          Gp10Activity.class,
          Gp10Exposure.class,
          ImpliedHardware.class,
          PrcAdvancedChip.class,
          StrategicDependency.class,
          SupplyMeasure.class,
          UltimateJurisdiction.class);
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
    RuleSetBuilder<Knowledge> rules = knowledge.builder();
    chips(rules);
    frameworks(rules);
    others(rules);
    chain(rules);
    supplies(rules);
    rules.build();
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
      session.set(CONCLUSIONS, conclusions);
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

  private void chips(RuleSetBuilder<Knowledge> rules) {
    one(
        rules,
        "derived/advanced-chip-named",
        Accelerator.class,
        Conditions::named,
        chip -> new PrcAdvancedChip(chip, Ground.NAMED));
    one(
        rules,
        "derived/advanced-chip-unspecified-ascend",
        Accelerator.class,
        Conditions::unspecifiedAscend,
        chip -> new PrcAdvancedChip(chip, Ground.UNSPECIFIED_ASCEND));
    one(
        rules,
        "derived/advanced-chip-by-performance",
        Accelerator.class,
        conditions::advancedByPerformance,
        chip -> new PrcAdvancedChip(chip, Ground.PARAMETERS));
    one(rules, "derived/gp10-activity", Accelerator.class, Conditions::dealtIn, Gp10Activity::new);
    one(
        rules,
        "derived/gp10-activity-presumed",
        Accelerator.class,
        Conditions::presumablyDealtIn,
        Gp10Activity::new);
    two(
        rules,
        "dependency/swap-is-not-diversification",
        Accelerator.class,
        chip -> Conditions.of(chip, "CN") && chip.replaces() != null,
        "replaces",
        Accelerator.class,
        chip -> Conditions.of(chip, "US"),
        "id",
        (proposed, replaced) -> new Finding("dependency/swap-is-not-diversification", proposed));
  }

  private void frameworks(RuleSetBuilder<Knowledge> rules) {
    one(
        rules,
        "derived/runtime-implies-chip",
        Framework.class,
        Conditions::impliesHardware,
        runtime -> new ImpliedHardware(runtime, runtime.impliesHardware()));
    one(
        rules,
        "derived/gp10-activity-runtime",
        Framework.class,
        runtime -> Conditions.impliesHardware(runtime) && Conditions.inUse(runtime),
        Gp10Activity::new);
    one(
        rules,
        "frameworks/supply-chain-integrity",
        Framework.class,
        Conditions::unsafeSupplyChain,
        framework -> new Finding("frameworks/supply-chain-integrity", framework));
    one(
        rules,
        "frameworks/cuda-lock-in",
        Framework.class,
        conditions::cuda,
        framework -> new Finding("frameworks/cuda-lock-in", framework));
    one(
        rules,
        "derived/reversibility-portable-code",
        Framework.class,
        conditions::portable,
        framework -> new Reversibility(framework, Severity.HIGH));
  }

  private void others(RuleSetBuilder<Knowledge> rules) {
    one(
        rules,
        "derived/prc-service-of-developer",
        Model.class,
        Conditions::serviceOfPrcDeveloper,
        PrcService::new);
    one(
        rules,
        "derived/prc-service-by-hosting",
        Model.class,
        Conditions::serviceHostedInPrc,
        PrcService::new);
    one(
        rules,
        "derived/reversibility-open-model",
        Model.class,
        Conditions::open,
        model -> new Reversibility(model, Severity.HIGH));
    two(
        rules,
        "derived/model-informs-through-application",
        Application.class,
        Conditions::informs,
        "model",
        Model.class,
        model -> true,
        "id",
        (application, model) -> new ModelTask(model, ModelTask.Task.INFORMS));
    one(
        rules,
        "apps/ai-act-high-risk",
        Application.class,
        Conditions::highRisk,
        application -> new Finding("apps/ai-act-high-risk", application));
    one(
        rules,
        "derived/critical-supply",
        Supplier.class,
        Conditions::critical,
        CriticalSupply::new);
    one(
        rules,
        "derived/reversibility-untested-exit",
        CloudService.class,
        Conditions::exitUntested,
        service -> new Reversibility(service, Severity.MODERATE));
    one(
        rules,
        "compute/exit-plan-missing",
        CloudService.class,
        Conditions::exitMissing,
        service -> new Finding("compute/exit-plan-missing", service));
    one(
        rules,
        "derived/jurisdiction-of-cloud-provider",
        CloudService.class,
        service -> service.ultimateParentHq() != null,
        service -> new UltimateJurisdiction(service, service.ultimateParentHq()));
    one(
        rules,
        "derived/jurisdiction-of-cloud-region",
        CloudService.class,
        service -> service.region() != null,
        service -> new UltimateJurisdiction(service, service.region()));
    one(
        rules,
        "compute/third-country-cloud-jurisdiction",
        UltimateJurisdiction.class,
        reached -> reached.on() instanceof CloudService && conditions.outsideEea(reached.country()),
        reached -> new Finding("compute/third-country-cloud-jurisdiction", reached.on()));
  }

  private void chain(RuleSetBuilder<Knowledge> rules) {
    one(
        rules,
        "derived/advanced-chip-implied",
        ImpliedHardware.class,
        implied -> implied.family().equals("ascend"),
        implied -> new PrcAdvancedChip(implied.on(), Ground.UNSPECIFIED_ASCEND));
    two(
        rules,
        "derived/gp10-exposure",
        PrcAdvancedChip.class,
        chip -> true,
        "on",
        Gp10Activity.class,
        activity -> true,
        "on",
        (chip, activity) -> new Gp10Exposure(chip.on(), Severity.HIGH));
    rules
        .newRule("derived/enforcement-exposure-one-link")
        .forEach("$a", Gp10Exposure.class, "$b", Subject.class)
        .where(is(Subject.class, Conditions::oneUsLink), "$b")
        .execute(
            context ->
                conclude(
                    context,
                    new EnforcementExposure(
                        context.get(Gp10Exposure.class, "$a").on(), Severity.HIGH)));
    two(
        rules,
        "export-control/huawei-ascend-gp10",
        Gp10Exposure.class,
        exposure -> true,
        "on",
        PrcAdvancedChip.class,
        chip -> chip.ground() != Ground.PARAMETERS,
        "on",
        (exposure, chip) -> new Finding("export-control/huawei-ascend-gp10", exposure.on()));
    one(
        rules,
        "export-control/publicly-funded-ascend",
        Gp10Exposure.class,
        exposure -> exposure.on() instanceof Accelerator chip && Conditions.publiclyFunded(chip),
        exposure -> new Finding("export-control/publicly-funded-ascend", exposure.on()));
    one(
        rules,
        "export-control/us-nexus-amplifier",
        EnforcementExposure.class,
        exposure -> exposure.level().compareTo(Severity.HIGH) >= 0,
        exposure ->
            new Finding("export-control/us-nexus-amplifier", exposure.on(), exposure.level()));
    finding(rules, "export-control/take-to-the-board", "export-control/us-nexus-amplifier", true);
    finding(rules, "export-control/not-eu-law-breach", "export-control/huawei-ascend-gp10", false);
  }

  private void supplies(RuleSetBuilder<Knowledge> rules) {
    one(
        rules,
        "geo/control-volatility",
        PolicyEvent.class,
        conditions::volatileControl,
        event -> new Finding("geo/control-volatility", event));
    one(
        rules,
        "derived/supply-measure-in-force",
        PolicyEvent.class,
        conditions::inForce,
        SupplyMeasure::new);
    one(
        rules,
        "derived/supply-measure-recent",
        PolicyEvent.class,
        conditions::recent,
        SupplyMeasure::new);
    for (Class<? extends Fact> supply : List.of(Dependency.class, CriticalInput.class)) {
      rules
          .newRule("derived/strategic-dependency-high/" + supply.getSimpleName())
          .forEach("$a", CountryShare.class, "$b", supply)
          .where(is(CountryShare.class, conditions::highShare), "$a")
          .where(is(Fact.class, conditions::hardToReplace), "$b")
          .where(same(), "$a.of", "$b")
          .execute(
              context -> {
                CountryShare share = context.get(CountryShare.class, "$a");
                conclude(
                    context, new StrategicDependency(share.of(), share.country(), Severity.HIGH));
              });
    }
    rules
        .newRule("derived/coercion-exposure-critical")
        .forEach(
            "$a", StrategicDependency.class, "$m", SupplyMeasure.class, "$b", PolicyEvent.class)
        .where(same(), "$m.on", "$b")
        .where(same(), "$a.id", "$b.concerns")
        .where(same(), "$a.country", "$b.country")
        .execute(
            context -> {
              StrategicDependency dependency = context.get(StrategicDependency.class, "$a");
              conclude(
                  context,
                  new CoercionExposure(dependency.on(), dependency.country(), Severity.CRITICAL));
            });
    one(
        rules,
        "dependency/supply-open-to-coercion",
        CoercionExposure.class,
        exposure -> true,
        exposure ->
            new Finding("dependency/supply-open-to-coercion", exposure.on(), exposure.level()));
    finding(rules, "dependency/prepare-for-a-cut", "dependency/supply-open-to-coercion", true);
  }

  /** Evrete refuses facts of types that no rule matches. */
  private static void conclude(RhsContext context, Conclusion conclusion) {
    List<Conclusion> conclusions = context.getRuntime().get(CONCLUSIONS);
    conclusions.add(conclusion);
    if (MATCHED.contains(conclusion.getClass())) {
      context.insert(conclusion);
    }
  }

  private static void finding(
      RuleSetBuilder<Knowledge> rules, String id, String of, boolean advice) {
    one(
        rules,
        id,
        Finding.class,
        finding -> finding.rule().equals(of),
        finding -> advice ? new Recommendation(id, finding.on()) : new Finding(id, finding.on()));
  }

  private static <A> void one(
      RuleSetBuilder<Knowledge> rules,
      String id,
      Class<A> type,
      Predicate<A> condition,
      Function<A, Conclusion> conclusion) {
    rules
        .newRule(id)
        .forEach("$a", type)
        .where(is(type, condition), "$a")
        .execute(context -> conclude(context, conclusion.apply(context.get(type, "$a"))));
  }

  private static <A, B> void two(
      RuleSetBuilder<Knowledge> rules,
      String id,
      Class<A> first,
      Predicate<A> ofFirst,
      String joins,
      Class<B> second,
      Predicate<B> ofSecond,
      String with,
      BiFunction<A, B, Conclusion> conclusion) {
    LhsBuilder<Knowledge> both = rules.newRule(id).forEach("$a", first, "$b", second);
    both.where(is(first, ofFirst), "$a")
        .where(is(second, ofSecond), "$b")
        .where(same(), "$a." + joins, "$b." + with)
        .execute(
            context ->
                conclude(
                    context,
                    conclusion.apply(context.get(first, "$a"), context.get(second, "$b"))));
  }

  private static <A> ValuesPredicate is(Class<A> type, Predicate<A> condition) {
    return values -> condition.test(type.cast(values.get(0)));
  }

  private static ValuesPredicate same() {
    BiPredicate<Object, Object> equal = (a, b) -> a != null && a.equals(b);
    return values -> equal.test(values.get(0), values.get(1));
  }
}
