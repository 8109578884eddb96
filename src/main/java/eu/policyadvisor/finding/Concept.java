package eu.policyadvisor.finding;

import eu.policyadvisor.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A derived concept: an intermediate conclusion on which findings build. It does not name the rule
 * that derived it, so that several rules can derive the same concept.
 */
public sealed interface Concept extends Conclusion
    permits AdvancedChipExport,
        AdversarialAccess,
        BifurcationExposure,
        CoercionExposure,
        CriticalSupply,
        DualExposure,
        EnforcementExposure,
        FewDevices,
        ForeignAcquisition,
        Gp10Activity,
        Gp10Exposure,
        ImpliedHardware,
        ListedCounterparty,
        ListedOwner,
        ListedParty,
        MeasureOnSupply,
        ModelTask,
        OnUnionMarket,
        OpenAcquisition,
        OwnDealings,
        OwnUse,
        PrcAdvancedChip,
        PrcService,
        ReachesThirdCountry,
        Restriction,
        RetaliationExposure,
        Reversibility,
        SalesMeasure,
        SanctionedParty,
        SanctionsExemption,
        ScreeningLaw,
        SecondSource,
        SelfHosted,
        SensitiveUse,
        SinglePointOfFailure,
        SovereignCapacityGap,
        StockInHand,
        StrategicDependency,
        SupplyMeasure,
        SuspensionEnd,
        ThirdCountryTransfer,
        TightWindow,
        TransferRisk,
        UltimateJurisdiction,
        UnionDealings,
        UnreadableTransfer {

  /** The concept in words, such as {@code strategic dependency on CN, high}. */
  String text();

  /** How much of it there is; null for a concept that has no levels. */
  default @Nullable Severity level() {
    return null;
  }

  /**
   * A part of a concept in words.
   *
   * @param part such as a country; null when a concept is spoken of that nobody concluded yet
   * @param kind what it is then said to be, such as {@code a country}
   */
  static String named(@Nullable String part, String kind) {
    return part == null ? kind + " that is not known" : part;
  }
}
