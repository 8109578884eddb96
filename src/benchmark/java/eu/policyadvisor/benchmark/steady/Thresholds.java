package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules compare with. Peers have it as constants; in Drools it is facts. */
record Thresholds(
    LocalDate day,
    BigDecimal performance,
    BigDecimal lockIn,
    BigDecimal volatility,
    BigDecimal highShare,
    BigDecimal highMonths,
    BigDecimal vendorShare,
    BigDecimal foundryShare,
    BigDecimal costGap,
    LocalDate oldestBenchmark,
    LocalDate oldestMeasure,
    Set<String> eu,
    Set<String> eea,
    Set<String> groupD5) {

  static Thresholds of(List<Object> memory) {
    Map<String, BigDecimal> values = new HashMap<>();
    Map<String, Set<String>> groups = new HashMap<>();
    LocalDate day = FactSets.AS_OF;
    for (Object object : memory) {
      if (object instanceof Parameter parameter) {
        values.put(parameter.name(), parameter.value());
      } else if (object instanceof CountryGroup group) {
        groups.put(group.name(), group.countries());
      } else if (object instanceof AsOf asOf) {
        day = asOf.day();
      }
    }
    return new Thresholds(
        day,
        values.get("us.3a090.tpp"),
        values.get("frameworks.lock-in-share"),
        values.get("volatility.changes"),
        values.get("dependency.high-share"),
        values.get("dependency.high-months"),
        values.get("single-vendor.share"),
        values.get("foundry.share"),
        values.get("frameworks.portability-cost-gap"),
        day.minusMonths(values.get("frameworks.benchmark-months").longValue()),
        day.minusMonths(values.get("coercion.window-months").longValue()),
        groups.get("eu"),
        groups.get("eea"),
        groups.get("us-d5-or-macau"));
  }

  static boolean reaches(@Nullable BigDecimal value, BigDecimal least) {
    return value != null && value.compareTo(least) >= 0;
  }

  static boolean reaches(@Nullable Integer value, BigDecimal least) {
    return value != null && BigDecimal.valueOf(value).compareTo(least) >= 0;
  }
}
