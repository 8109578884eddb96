package eu.policyadvisor.benchmark.steady;

import static eu.policyadvisor.benchmark.steady.Thresholds.reaches;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.AiActClass;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.Authorisation;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Impact;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventStatus;
import eu.policyadvisor.fact.PolicyEventType;
import eu.policyadvisor.fact.Purpose;
import eu.policyadvisor.fact.Stage;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.Use;
import eu.policyadvisor.fact.Weights;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules ask of one fact, in plain Java; the peers in this JVM share it. */
record Conditions(Thresholds thresholds) {
  private static final Set<Lifecycle> ACTIVE =
      EnumSet.of(Lifecycle.PLANNED, Lifecycle.TENDER, Lifecycle.CONTRACTED, Lifecycle.OPERATING);
  private static final Set<PolicyEventType> CUTS_SUPPLY =
      EnumSet.of(
          PolicyEventType.EXPORT_LICENCE,
          PolicyEventType.EXPORT_BAN,
          PolicyEventType.EXTRATERRITORIAL_EXPORT_LICENCE,
          PolicyEventType.SANCTIONS,
          PolicyEventType.THREAT,
          PolicyEventType.INFORMAL_TRADE_BLOCK);
  private static final Set<Use> INFORMS =
      EnumSet.of(Use.PUBLIC_INFORMATION, Use.EDUCATION, Use.MEDIA, Use.RESEARCH, Use.POLICY_TEXT);

  static boolean named(Accelerator chip) {
    return Boolean.TRUE.equals(chip.namedInGuidance());
  }

  static boolean unspecifiedAscend(Accelerator chip) {
    return "huawei".equals(chip.vendor()) && chip.namedInGuidance() == null && chip.tpp() == null;
  }

  boolean advancedByPerformance(Accelerator chip) {
    return !named(chip)
        && (thresholds.groupD5().contains(chip.designerHq())
            || thresholds.groupD5().contains(chip.ultimateParentHq()))
        && reaches(chip.tpp(), thresholds.performance());
  }

  static boolean active(Accelerator chip) {
    return chip.lifecycle() != null && ACTIVE.contains(chip.lifecycle());
  }

  static boolean dealtIn(Accelerator chip) {
    return active(chip)
        && chip.purpose() == Purpose.PRODUCTION
        && chip.authorisation() == Authorisation.NONE;
  }

  static boolean presumablyDealtIn(Accelerator chip) {
    return (chip.lifecycle() == null || active(chip))
        && (chip.purpose() == null || chip.purpose() == Purpose.PRODUCTION)
        && (chip.authorisation() == null || chip.authorisation() == Authorisation.NONE)
        && (chip.lifecycle() == null || chip.purpose() == null || chip.authorisation() == null);
  }

  static boolean publiclyFunded(Accelerator chip) {
    return Boolean.TRUE.equals(chip.publiclyFunded());
  }

  static boolean of(Accelerator chip, String country) {
    return country.equals(chip.designerHq());
  }

  /** Counts for the share of its country, and is hard to replace. */
  boolean holdsDependency(Accelerator chip) {
    return chip.designerHq() != null
        && !thresholds.eu().contains(chip.designerHq())
        && (chip.shareOfCompute() == null || chip.shareOfCompute().signum() > 0)
        && reaches(chip.substitutionMonths(), thresholds.highMonths());
  }

  static boolean withoutSecondSource(Accelerator chip) {
    return chip.vendor() != null
        && (chip.shareOfCompute() == null || chip.shareOfCompute().signum() > 0)
        && Boolean.FALSE.equals(chip.secondSourceQualified());
  }

  static boolean impliesHardware(Framework runtime) {
    return runtime.impliesHardware() != null;
  }

  static boolean inUse(Framework runtime) {
    return runtime.stage() == Stage.PILOT || runtime.stage() == Stage.SERVICE;
  }

  static boolean unsafeSupplyChain(Framework framework) {
    return Boolean.FALSE.equals(framework.pinned()) || Boolean.FALSE.equals(framework.sbom());
  }

  boolean lockedIn(Framework runtime) {
    return reaches(runtime.shareOfCode(), thresholds.lockIn());
  }

  boolean cuda(Framework runtime) {
    return "nvidia".equals(runtime.impliesHardware()) && lockedIn(runtime);
  }

  boolean portable(Framework runtime) {
    LocalDate benchmark = runtime.secondVendorBenchmarkDate();
    return benchmark != null
        && !benchmark.isBefore(thresholds.oldestBenchmark())
        && !benchmark.isAfter(thresholds.day())
        && runtime.secondVendorCostGap() != null
        && runtime.secondVendorCostGap().compareTo(thresholds.costGap()) <= 0;
  }

  static boolean serviceOfPrcDeveloper(Model model) {
    return (model.deployment() == Deployment.VENDOR_APP
            || model.deployment() == Deployment.VENDOR_API)
        && "CN".equals(model.developerHq());
  }

  static boolean serviceHostedInPrc(Model model) {
    return (model.deployment() == Deployment.VENDOR_APP
            || model.deployment() == Deployment.VENDOR_API
            || model.deployment() == Deployment.THIRD_PARTY_API)
        && "CN".equals(model.hostingCountry());
  }

  static boolean open(Model model) {
    return model.weights() == Weights.OPEN;
  }

  static boolean exitUntested(CloudService service) {
    return Boolean.TRUE.equals(service.exitPlan()) && Boolean.FALSE.equals(service.exitTested());
  }

  static boolean exitMissing(CloudService service) {
    return Boolean.TRUE.equals(service.critical())
        && (Boolean.FALSE.equals(service.exitPlan()) || Boolean.FALSE.equals(service.exitTested()));
  }

  boolean outsideEea(@Nullable String country) {
    return !thresholds.eea().contains(country);
  }

  static boolean critical(Party supplier) {
    return Boolean.TRUE.equals(supplier.criticalInfrastructure());
  }

  static boolean highRisk(Application application) {
    return application.aiActClass() == AiActClass.ANNEX_III;
  }

  static boolean informs(Application application) {
    return application.use() != null && INFORMS.contains(application.use());
  }

  boolean volatileControl(PolicyEvent event) {
    return reaches(event.directionChanges(), thresholds.volatility());
  }

  boolean inForce(PolicyEvent event) {
    return cutsSupply(event)
        && event.status() == PolicyEventStatus.IN_FORCE
        && (event.effectiveFrom() == null || !event.effectiveFrom().isAfter(thresholds.day()))
        && (event.effectiveTo() == null || !event.effectiveTo().isBefore(thresholds.day()));
  }

  boolean recent(PolicyEvent event) {
    return cutsSupply(event)
        && (event.status() == PolicyEventStatus.ANNOUNCED
            || event.status() == PolicyEventStatus.SUSPENDED)
        && event.announced() != null
        && !event.announced().isBefore(thresholds.oldestMeasure())
        && !event.announced().isAfter(thresholds.day());
  }

  private static boolean cutsSupply(PolicyEvent event) {
    return event.type() != null && CUTS_SUPPLY.contains(event.type());
  }

  boolean highShare(CountryShare share) {
    return share.country() != null
        && !thresholds.eu().contains(share.country())
        && reaches(share.share(), thresholds.highShare());
  }

  boolean hardToReplace(Fact supply) {
    if (supply instanceof Dependency dependency) {
      return matters(dependency.impact())
          && reaches(dependency.substitutionMonths(), thresholds.highMonths())
          && !Boolean.TRUE.equals(dependency.criticalInfrastructure());
    }
    return supply instanceof CriticalInput input
        && matters(input.impact())
        && reaches(input.substitutionMonths(), thresholds.highMonths())
        && !Boolean.TRUE.equals(input.criticalInfrastructure());
  }

  private static boolean matters(@Nullable Impact impact) {
    return impact == Impact.MEDIUM || impact == Impact.HIGH;
  }

  static boolean oneUsLink(Subject subject) {
    return subject.usNexus() != null && subject.usNexus().size() == 1;
  }
}
