package eu.policyadvisor.benchmark.steady;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The rules that are restated for other engines, and how many of them each can express. */
enum Subset {
  /** All that are restated. */
  ALL,
  /** Those without negation, existence and accumulation. */
  WITHOUT_AGGREGATES,
  /** Those that look at one fact, the parameters, and what was concluded on the same fact. */
  PER_FACT;

  private static final Set<String> ON_ONE_FACT =
      Set.of(
          "apps/ai-act-high-risk",
          "compute/exit-plan-missing",
          "compute/third-country-cloud-jurisdiction",
          "derived/advanced-chip-by-performance",
          "derived/advanced-chip-implied",
          "derived/advanced-chip-named",
          "derived/advanced-chip-unspecified-ascend",
          "derived/critical-supply",
          "derived/enforcement-exposure-one-link",
          "derived/gp10-activity",
          "derived/gp10-activity-presumed",
          "derived/gp10-activity-runtime",
          "derived/gp10-exposure",
          "derived/jurisdiction-of-cloud-provider",
          "derived/jurisdiction-of-cloud-region",
          "derived/prc-service-by-hosting",
          "derived/prc-service-of-developer",
          "derived/reversibility-locked-code",
          "derived/reversibility-open-model",
          "derived/reversibility-portable-code",
          "derived/reversibility-untested-exit",
          "derived/runtime-implies-chip",
          "derived/supply-measure-in-force",
          "derived/supply-measure-recent",
          "export-control/huawei-ascend-gp10",
          "export-control/not-eu-law-breach",
          "export-control/publicly-funded-ascend",
          "export-control/take-to-the-board",
          "export-control/us-nexus-amplifier",
          "frameworks/cuda-lock-in",
          "frameworks/supply-chain-integrity",
          "geo/control-volatility");

  private static final Set<String> JOINS =
      Set.of(
          "dependency/prepare-for-a-cut",
          "dependency/supply-open-to-coercion",
          "dependency/swap-is-not-diversification",
          "derived/coercion-exposure-critical",
          "derived/model-informs-through-application",
          "derived/strategic-dependency-high");

  private static final Set<String> NEGATION_EXISTENCE_ACCUMULATION =
      Set.of(
          "chips/foundry-concentration-tw",
          "dependency/single-vendor-accelerator",
          "derived/bifurcation-chips",
          "derived/bifurcation-cloud",
          "derived/single-point-of-failure-accelerators",
          "derived/strategic-dependency-accelerators-high");

  /** Ids of the rules. */
  Set<String> rules() {
    Set<String> rules = new TreeSet<>(ON_ONE_FACT);
    if (this != PER_FACT) {
      rules.addAll(JOINS);
    }
    if (this == ALL) {
      rules.addAll(NEGATION_EXISTENCE_ACCUMULATION);
    }
    if (this == WITHOUT_AGGREGATES) {
      rules.remove("derived/reversibility-locked-code");
    }
    return rules;
  }

  /**
   * Fails the run when a rule was renamed or removed.
   *
   * @param known ids of the project's rules
   */
  static void requireKnown(Collection<String> known) {
    Set<String> unknown = ALL.rules();
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("the rules no longer hold " + unknown);
    }
  }
}
