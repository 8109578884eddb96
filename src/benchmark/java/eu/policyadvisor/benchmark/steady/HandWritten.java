package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.BifurcationExposure;
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
import eu.policyadvisor.finding.SinglePointOfFailure;
import eu.policyadvisor.finding.StrategicDependency;
import eu.policyadvisor.finding.SupplyMeasure;
import eu.policyadvisor.finding.UltimateJurisdiction;
import eu.policyadvisor.rule.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules as one would write them by hand, in the order in which they need each other: the floor.
 */
final class HandWritten implements Peer {
  private final Conditions conditions;
  private final Thresholds thresholds;

  HandWritten(Thresholds thresholds) {
    this.thresholds = thresholds;
    this.conditions = new Conditions(thresholds);
  }

  @Override
  public Collection<Conclusion> conclude(List<Object> memory) {
    return new Run(memory).conclude();
  }

  private final class Run {
    private final List<Accelerator> chips = new ArrayList<>();
    private final List<Framework> frameworks = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final List<CloudService> services = new ArrayList<>();
    private final List<PolicyEvent> events = new ArrayList<>();
    private final List<CountryShare> shares = new ArrayList<>();
    private final List<Party> suppliers = new ArrayList<>();
    private final Map<String, Model> models = new HashMap<>();
    private final Set<Conclusion> conclusions = new LinkedHashSet<>();
    private final List<StrategicDependency> dependencies = new ArrayList<>();
    private final List<PolicyEvent> measures = new ArrayList<>();
    private Subject subject;

    private Run(List<Object> memory) {
      for (Object object : memory) {
        if (object instanceof Accelerator chip) {
          chips.add(chip);
        } else if (object instanceof PolicyEvent event) {
          events.add(event);
        } else if (object instanceof Framework framework) {
          frameworks.add(framework);
        } else if (object instanceof Application application) {
          applications.add(application);
        } else if (object instanceof CountryShare share) {
          shares.add(share);
        } else if (object instanceof Model model) {
          models.put(model.id(), model);
        } else if (object instanceof CloudService service) {
          services.add(service);
        } else if (object instanceof Party supplier) {
          parties.add(supplier);
        } else if (object instanceof Subject given) {
          subject = given;
        }
      }
    }

    private Collection<Conclusion> conclude() {
      chips.forEach(this::chip);
      frameworks.forEach(this::framework);
      models.values().forEach(this::model);
      applications.forEach(this::application);
      services.forEach(this::service);
      parties.stream()
          .filter(Conditions::critical)
          .forEach(supplier -> conclusions.add(new CriticalSupply(supplier)));
      bifurcation();
      concentration();
      swaps();
      for (CountryShare share : shares) {
        if (conditions.highShare(share) && conditions.hardToReplace(share.of())) {
          depends(share.of(), share.country());
        }
      }
      events.forEach(this::event);
      coercion();
      return conclusions;
    }

    private void chip(Accelerator chip) {
      boolean ascend = Conditions.named(chip) || Conditions.unspecifiedAscend(chip);
      boolean advanced = ascend;
      if (Conditions.named(chip)) {
        conclusions.add(new PrcAdvancedChip(chip, Ground.NAMED));
      } else if (ascend) {
        conclusions.add(new PrcAdvancedChip(chip, Ground.UNSPECIFIED_ASCEND));
      }
      if (conditions.advancedByPerformance(chip)) {
        advanced = true;
        conclusions.add(new PrcAdvancedChip(chip, Ground.PARAMETERS));
      }
      if (Conditions.dealtIn(chip) || Conditions.presumablyDealtIn(chip)) {
        conclusions.add(new Gp10Activity(chip));
        if (advanced) {
          exposed(chip, ascend, Conditions.publiclyFunded(chip));
        }
      }
    }

    private void exposed(Fact item, boolean ascend, boolean publiclyFunded) {
      conclusions.add(new Gp10Exposure(item, Severity.HIGH));
      if (ascend) {
        conclusions.add(new Finding("export-control/huawei-ascend-gp10", item));
        conclusions.add(new Finding("export-control/not-eu-law-breach", item));
      }
      if (publiclyFunded) {
        conclusions.add(new Finding("export-control/publicly-funded-ascend", item));
      }
      if (Conditions.oneUsLink(subject)) {
        conclusions.add(new EnforcementExposure(item, Severity.HIGH));
        conclusions.add(new Finding("export-control/us-nexus-amplifier", item, Severity.HIGH));
        conclusions.add(new Recommendation("export-control/take-to-the-board", item));
      }
    }

    private void framework(Framework framework) {
      if (Conditions.impliesHardware(framework)) {
        conclusions.add(new ImpliedHardware(framework, framework.impliesHardware()));
        boolean ascend = framework.impliesHardware().equals("ascend");
        if (ascend) {
          conclusions.add(new PrcAdvancedChip(framework, Ground.UNSPECIFIED_ASCEND));
        }
        if (Conditions.inUse(framework)) {
          conclusions.add(new Gp10Activity(framework));
          if (ascend) {
            exposed(framework, true, false);
          }
        }
      }
      if (Conditions.unsafeSupplyChain(framework)) {
        conclusions.add(new Finding("frameworks/supply-chain-integrity", framework));
      }
      if (conditions.cuda(framework)) {
        conclusions.add(new Finding("frameworks/cuda-lock-in", framework));
      }
      if (conditions.portable(framework)) {
        conclusions.add(new Reversibility(framework, Severity.HIGH));
      } else if (conditions.lockedIn(framework)) {
        conclusions.add(new Reversibility(framework, Severity.LOW));
      }
    }

    private void model(Model model) {
      if (Conditions.serviceOfPrcDeveloper(model) || Conditions.serviceHostedInPrc(model)) {
        conclusions.add(new PrcService(model));
      }
      if (Conditions.open(model)) {
        conclusions.add(new Reversibility(model, Severity.HIGH));
      }
    }

    private void application(Application application) {
      if (Conditions.highRisk(application)) {
        conclusions.add(new Finding("apps/ai-act-high-risk", application));
      }
      Model model =
          Conditions.informs(application) && application.usesModel() != null
              ? models.get(application.usesModel())
              : null;
      if (model != null) {
        conclusions.add(new ModelTask(model, ModelTask.Task.INFORMS));
      }
    }

    private void service(CloudService service) {
      reached(service, service.ultimateParentHq());
      reached(service, service.region());
      if (Conditions.exitUntested(service)) {
        conclusions.add(new Reversibility(service, Severity.MODERATE));
      }
      if (Conditions.exitMissing(service)) {
        conclusions.add(new Finding("compute/exit-plan-missing", service));
      }
    }

    private void reached(CloudService service, @Nullable String country) {
      if (country != null) {
        conclusions.add(new UltimateJurisdiction(service, country));
        if (conditions.outsideEea(country)) {
          conclusions.add(new Finding("compute/third-country-cloud-jurisdiction", service));
        }
      }
    }

    private void bifurcation() {
      boolean prc = chips.stream().anyMatch(c -> Conditions.of(c, "CN") && Conditions.active(c));
      boolean us = chips.stream().anyMatch(c -> Conditions.of(c, "US") && Conditions.active(c));
      if (prc && (us || services.stream().anyMatch(s -> "US".equals(s.ultimateParentHq())))) {
        conclusions.add(new BifurcationExposure(subject, Severity.MODERATE));
      }
    }

    private void concentration() {
      Map<String, BigDecimal> byCountry = new HashMap<>();
      Map<String, BigDecimal> byVendor = new HashMap<>();
      BigDecimal taiwan = BigDecimal.ZERO;
      for (Accelerator chip : chips) {
        if (chip.shareOfCompute() != null) {
          byCountry.merge(
              String.valueOf(chip.designerHq()), chip.shareOfCompute(), BigDecimal::add);
          byVendor.merge(String.valueOf(chip.vendor()), chip.shareOfCompute(), BigDecimal::add);
          taiwan = "TW".equals(chip.foundryCountry()) ? taiwan.add(chip.shareOfCompute()) : taiwan;
        }
      }
      if (taiwan.compareTo(thresholds.foundryShare()) >= 0) {
        conclusions.add(new Finding("chips/foundry-concentration-tw", subject));
      }
      Map<String, Accelerator> largest = new HashMap<>();
      List<Accelerator> single = new ArrayList<>();
      for (Accelerator chip : chips) {
        if (conditions.holdsDependency(chip)
            && Thresholds.reaches(byCountry.get(chip.designerHq()), thresholds.highShare())) {
          depends(chip, chip.designerHq());
        }
        if (Conditions.withoutSecondSource(chip)
            && Thresholds.reaches(byVendor.get(chip.vendor()), thresholds.vendorShare())) {
          conclusions.add(new SinglePointOfFailure(chip));
          single.add(chip);
          if (chip.shareOfCompute() != null) {
            largest.merge(
                chip.vendor(),
                chip,
                (a, b) -> a.shareOfCompute().compareTo(b.shareOfCompute()) >= 0 ? a : b);
          }
        }
      }
      for (Accelerator chip : single) {
        Accelerator top = largest.get(chip.vendor());
        if (chip.shareOfCompute() == null
            || top == null
            || top.shareOfCompute().compareTo(chip.shareOfCompute()) <= 0) {
          conclusions.add(new Finding("dependency/single-vendor-accelerator", chip));
        }
      }
    }

    private void swaps() {
      Map<String, Accelerator> byId = new HashMap<>();
      chips.forEach(chip -> byId.put(chip.id(), chip));
      for (Accelerator chip : chips) {
        if (chip.replaces() != null && Conditions.of(chip, "CN")) {
          Accelerator replaced = byId.get(chip.replaces());
          if (replaced != null && Conditions.of(replaced, "US")) {
            conclusions.add(new Finding("dependency/swap-is-not-diversification", chip));
          }
        }
      }
    }

    private void depends(Fact supply, String country) {
      StrategicDependency dependency = new StrategicDependency(supply, country, Severity.HIGH);
      conclusions.add(dependency);
      dependencies.add(dependency);
    }

    private void event(PolicyEvent event) {
      if (conditions.volatileControl(event)) {
        conclusions.add(new Finding("geo/control-volatility", event));
      }
      if (conditions.inForce(event) || conditions.recent(event)) {
        conclusions.add(new SupplyMeasure(event));
        measures.add(event);
      }
    }

    private void coercion() {
      Map<String, List<PolicyEvent>> byConcern = new HashMap<>();
      for (PolicyEvent measure : measures) {
        if (measure.concerns() != null) {
          byConcern.computeIfAbsent(measure.concerns(), any -> new ArrayList<>()).add(measure);
        }
      }
      for (StrategicDependency dependency : dependencies) {
        Fact supply = dependency.on();
        for (PolicyEvent measure : byConcern.getOrDefault(supply.id(), List.of())) {
          if (dependency.country().equals(measure.imposingCountry())) {
            conclusions.add(new CoercionExposure(supply, dependency.country(), Severity.CRITICAL));
            conclusions.add(
                new Finding("dependency/supply-open-to-coercion", supply, Severity.CRITICAL));
            conclusions.add(new Recommendation("dependency/prepare-for-a-cut", supply));
          }
        }
      }
    }
  }
}
