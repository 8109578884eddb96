package eu.policyadvisor.benchmark.steady;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The rules that are restated in plain Java and in CLIPS. */
final class Subset {
  /** Their ids. */
  static final Set<String> RULES =
      Set.of(
          "apps/ai-act-high-risk",
          "chips/foundry-concentration-tw",
          "compute/exit-plan-missing",
          "compute/third-country-cloud-jurisdiction",
          "dependency/prepare-for-a-cut",
          "dependency/single-vendor-accelerator",
          "dependency/supply-open-to-coercion",
          "dependency/swap-is-not-diversification",
          "derived/advanced-chip-by-performance",
          "derived/advanced-chip-implied",
          "derived/advanced-chip-named",
          "derived/advanced-chip-unspecified-ascend",
          "derived/bifurcation-chips",
          "derived/bifurcation-cloud",
          "derived/coercion-exposure-critical",
          "derived/critical-supply",
          "derived/enforcement-exposure-one-link",
          "derived/gp10-activity",
          "derived/gp10-activity-presumed",
          "derived/gp10-activity-runtime",
          "derived/gp10-exposure",
          "derived/jurisdiction-of-cloud-provider",
          "derived/jurisdiction-of-cloud-region",
          "derived/model-informs-through-application",
          "derived/prc-service-by-hosting",
          "derived/prc-service-of-developer",
          "derived/reversibility-locked-code",
          "derived/reversibility-open-model",
          "derived/reversibility-portable-code",
          "derived/reversibility-untested-exit",
          "derived/runtime-implies-chip",
          "derived/single-point-of-failure-accelerators",
          "derived/strategic-dependency-accelerators-high",
          "derived/strategic-dependency-high",
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

  private Subset() {}

  /**
   * Fails the run when a rule was renamed or removed.
   *
   * @param known ids of the project's rules
   */
  static void requireKnown(Collection<String> known) {
    Set<String> unknown = new TreeSet<>(RULES);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("the rules no longer hold " + unknown);
    }
  }
}
