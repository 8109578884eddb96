package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.finding.CoercionExposure;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.EnforcementExposure;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Gp10Activity;
import eu.policyadvisor.finding.Gp10Exposure;
import eu.policyadvisor.finding.ImpliedHardware;
import eu.policyadvisor.finding.PrcAdvancedChip;
import eu.policyadvisor.finding.StrategicDependency;
import eu.policyadvisor.finding.SupplyMeasure;
import eu.policyadvisor.finding.UltimateJurisdiction;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Rules for Evrete: conditions on one or two facts, which join on fields with equal values. */
record EvreteRules(RuleSetBuilder<Knowledge> builder) {
  static final String CONCLUSIONS = "conclusions";
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

  /** Evrete refuses facts of types that no rule matches. */
  static void conclude(RhsContext context, Conclusion conclusion) {
    List<Conclusion> conclusions = context.getRuntime().get(CONCLUSIONS);
    conclusions.add(conclusion);
    if (MATCHED.contains(conclusion.getClass())) {
      context.insert(conclusion);
    }
  }

  void finding(String id, String of, boolean advice) {
    one(
        id,
        Finding.class,
        finding -> finding.rule().equals(of),
        finding -> advice ? new Recommendation(id, finding.on()) : new Finding(id, finding.on()));
  }

  <A> void one(
      String id, Class<A> type, Predicate<A> condition, Function<A, Conclusion> conclusion) {
    builder
        .newRule(id)
        .forEach("$a", type)
        .where(is(type, condition), "$a")
        .execute(context -> conclude(context, conclusion.apply(context.get(type, "$a"))));
  }

  <A, B> void two(
      String id,
      Class<A> first,
      Predicate<A> ofFirst,
      String joins,
      Class<B> second,
      Predicate<B> ofSecond,
      String with,
      BiFunction<A, B, Conclusion> conclusion) {
    LhsBuilder<Knowledge> both = builder.newRule(id).forEach("$a", first, "$b", second);
    both.where(is(first, ofFirst), "$a")
        .where(is(second, ofSecond), "$b")
        .where(same(), "$a." + joins, "$b." + with)
        .execute(
            context ->
                conclude(
                    context,
                    conclusion.apply(context.get(first, "$a"), context.get(second, "$b"))));
  }

  static <A> ValuesPredicate is(Class<A> type, Predicate<A> condition) {
    return values -> condition.test(type.cast(values.get(0)));
  }

  static ValuesPredicate same() {
    BiPredicate<Object, Object> equal = (a, b) -> a != null && a.equals(b);
    return values -> equal.test(values.get(0), values.get(1));
  }
}
