package eu.policyadvisor.benchmark;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Authorisation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Purpose;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Stage;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.UsNexus;
import eu.policyadvisor.finding.BifurcationExposure;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.EnforcementExposure;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Gp10Activity;
import eu.policyadvisor.finding.Gp10Exposure;
import eu.policyadvisor.finding.ImpliedHardware;
import eu.policyadvisor.finding.PrcAdvancedChip;
import eu.policyadvisor.finding.Restriction;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a stack like that of {@code facts/examples/ascend-cluster.yaml}, written
 * out in Java: the floor under the time that a start can take. It holds for no other facts.
 */
public final class HandWritten {
  private static final BigDecimal DOUBTED = new BigDecimal("0.9");
  private static final Set<Lifecycle> IN_HAND =
      EnumSet.of(Lifecycle.PLANNED, Lifecycle.TENDER, Lifecycle.CONTRACTED, Lifecycle.OPERATING);
  private static final Set<Lifecycle> TO_COME =
      EnumSet.of(Lifecycle.PLANNED, Lifecycle.TENDER, Lifecycle.CONTRACTED);
  private static final String GP10 = "export-control/huawei-ascend-gp10";
  private static final String FUNDED = "export-control/publicly-funded-ascend";
  private static final String NEXUS = "export-control/us-nexus-amplifier";
  private static final String NO_BREACH = "export-control/not-eu-law-breach";
  private static final String SWAP = "dependency/swap-is-not-diversification";
  private static final String SWAP_WINS = "dependency/swap-supersedes-second-vendor";
  private static final String ONE_VENDOR = "dependency/single-vendor-accelerator";
  private static final String TAIWAN = "chips/foundry-concentration-tw";
  private static final String RESTRICTION = "derived/restriction";
  private static final String RETALIATION = "derived/retaliation-check";

  private record Grade(Confidence weakest, Set<Doubt.Kind> doubts) {}

  private final FactSet facts;
  private final LocalDate asOf;
  private final KnowledgeBase knowledge;
  private final Subject subject;
  private final List<Reasoned<Concept>> concepts = new ArrayList<>();
  private final List<Justification> restrictions = new ArrayList<>();
  private final List<Reasoned<Finding>> findings = new ArrayList<>();
  private final List<Reasoned<Recommendation>> recommendations = new ArrayList<>();
  private final Map<OpenValue, Set<String>> settled = new TreeMap<>();
  private final Map<RuleCard, Set<OpenValue>> waiting = new TreeMap<>();
  private final Map<Reasoned<?>, Grade> grades = new HashMap<>();

  private HandWritten(FactSet facts, LocalDate asOf, KnowledgeBase knowledge) {
    this.facts = facts;
    this.asOf = asOf;
    this.knowledge = knowledge;
    this.subject = facts.subject();
  }

  /**
   * Assesses such facts.
   *
   * @param facts completed from the catalogue
   * @param asOf the date the advice is given for
   * @param knowledge the cards to report with
   */
  public static Assessment assess(FactSet facts, LocalDate asOf, KnowledgeBase knowledge) {
    return new HandWritten(facts, asOf, knowledge).assess();
  }

  private Assessment assess() {
    chips();
    runtimes();
    betweenEcosystems();
    if (!restrictions.isEmpty()) {
      concept(new Restriction(subject, "CN"), restrictions.toArray(Justification[]::new));
    }
    for (Fact fact : facts.facts(Section.ACCELERATORS)) {
      unknownsOf((Accelerator) fact);
    }
    for (Fact fact : facts.facts(Section.FRAMEWORKS)) {
      unknownsOf((Framework) fact);
    }
    if (subject.computeShort() == null) {
      open(subject, "compute_short", "compute/ai-factory-access");
    }
    return report();
  }

  private void chips() {
    for (Fact fact : facts.facts(Section.ACCELERATORS)) {
      Accelerator chip = (Accelerator) fact;
      if (Boolean.TRUE.equals(chip.namedInGuidance())) {
        Reasoned<Concept> named =
            concept(
                new PrcAdvancedChip(chip, PrcAdvancedChip.Ground.NAMED),
                way("derived/advanced-chip-named", given(chip, "named_in_guidance")));
        Reasoned<Concept> activity = activity(chip);
        if (activity != null) {
          exposed(chip, named, activity);
        }
      } else {
        activity(chip);
      }
      if ("CN".equals(chip.designerHq()) && TO_COME.contains(chip.lifecycle())) {
        Reasoned<Finding> overhang =
            finding(
                new Finding("chips/prc-supply-overhang", chip),
                way("chips/prc-supply-overhang", given(chip, "designer_hq", "lifecycle")));
        advise("chips/treat-volumes-as-uncertain", overhang);
      }
    }
  }

  private @Nullable Reasoned<Concept> activity(Accelerator chip) {
    boolean stated =
        chip.lifecycle() != null && chip.purpose() != null && chip.authorisation() != null;
    boolean may =
        (chip.lifecycle() == null || IN_HAND.contains(chip.lifecycle()))
            && (chip.purpose() == null || chip.purpose() == Purpose.PRODUCTION)
            && (chip.authorisation() == null || chip.authorisation() == Authorisation.NONE);
    if (!may) {
      return null;
    }
    return concept(
        new Gp10Activity(chip),
        way(
            stated ? "derived/gp10-activity" : "derived/gp10-activity-presumed",
            given(chip, "lifecycle", "purpose", "authorisation")));
  }

  private void runtimes() {
    for (Fact fact : facts.facts(Section.FRAMEWORKS)) {
      Framework runtime = (Framework) fact;
      if (!"ascend".equals(runtime.impliesHardware())) {
        continue;
      }
      Reasoned<Concept> implied =
          concept(
              new ImpliedHardware(runtime, "ascend"),
              way("derived/runtime-implies-chip", given(runtime, "implies_hardware")));
      Reasoned<Concept> chip =
          concept(
              new PrcAdvancedChip(runtime, PrcAdvancedChip.Ground.UNSPECIFIED_ASCEND),
              way("derived/advanced-chip-implied", concluded(implied)));
      advise(
          "frameworks/list-the-hardware",
          finding(
              new Finding("frameworks/cann-implies-ascend", runtime),
              way("frameworks/cann-implies-ascend", concluded(implied))));
      if (runtime.stage() == Stage.PILOT || runtime.stage() == Stage.SERVICE) {
        exposed(
            runtime,
            chip,
            concept(
                new Gp10Activity(runtime),
                way("derived/gp10-activity-runtime", given(runtime, "implies_hardware", "stage"))));
      }
    }
  }

  /** What follows from dealing with an advanced chip in production without a licence. */
  private void exposed(Fact item, Reasoned<Concept> chip, Reasoned<Concept> activity) {
    Reasoned<Concept> exposure =
        concept(
            new Gp10Exposure(item, Severity.HIGH),
            way("derived/gp10-exposure", concluded(chip), concluded(activity)));
    Reasoned<Finding> breach =
        finding(new Finding(GP10, item), way(GP10, concluded(chip), concluded(exposure)));
    restrictions.add(way(RESTRICTION, concluded(breach), given(subject)));
    advise("export-control/keep-ascend-out-of-service", breach);
    advise(
        "export-control/explain-as-us-exposure",
        finding(new Finding(NO_BREACH, item), way(NO_BREACH, concluded(breach))));
    if (item instanceof Accelerator owned && Boolean.TRUE.equals(owned.publiclyFunded())) {
      Reasoned<Finding> funded =
          finding(
              new Finding(FUNDED, item),
              way(FUNDED, concluded(exposure), given(item, "publicly_funded")));
      restrictions.add(way(RESTRICTION, concluded(funded), given(subject)));
      advise("export-control/bar-from-public-compute", funded);
    }
    List<UsNexus> links = subject.usNexus();
    if (links != null && links.size() == 1) {
      Reasoned<Concept> enforcement =
          concept(
              new EnforcementExposure(item, Severity.HIGH),
              way(
                  "derived/enforcement-exposure-one-link",
                  concluded(exposure),
                  given(subject, "us_nexus")));
      advise(
          "export-control/take-to-the-board",
          finding(new Finding(NEXUS, item, Severity.HIGH), way(NEXUS, concluded(enforcement))));
    }
  }

  private void betweenEcosystems() {
    List<UsNexus> links = subject.usNexus();
    List<Justification> high = new ArrayList<>();
    List<Justification> moderate = new ArrayList<>();
    List<Accelerator> american = new ArrayList<>();
    for (Fact fact : facts.facts(Section.ACCELERATORS)) {
      Accelerator chip = (Accelerator) fact;
      if ("US".equals(chip.designerHq()) && IN_HAND.contains(chip.lifecycle())) {
        american.add(chip);
      }
    }
    for (Reasoned<Concept> concept : List.copyOf(concepts)) {
      if (concept.conclusion() instanceof PrcAdvancedChip
          && links != null
          && links.contains(UsNexus.US_ORIGIN_TECHNOLOGY)) {
        high.add(
            way(
                "derived/bifurcation-advanced-chip",
                concluded(concept),
                given(subject, "us_nexus")));
      }
    }
    for (Accelerator us : american) {
      for (Fact fact : facts.facts(Section.ACCELERATORS)) {
        Accelerator chip = (Accelerator) fact;
        if ("CN".equals(chip.designerHq()) && IN_HAND.contains(chip.lifecycle())) {
          moderate.add(
              way(
                  "derived/bifurcation-chips",
                  given(chip, "designer_hq", "lifecycle"),
                  given(us, "designer_hq", "lifecycle"),
                  given(subject)));
        }
      }
    }
    for (Reasoned<Concept> concept : List.copyOf(concepts)) {
      if (concept.conclusion() instanceof ImpliedHardware) {
        for (Accelerator us : american) {
          moderate.add(
              way(
                  "derived/bifurcation-runtime",
                  concluded(concept),
                  given(us, "designer_hq", "lifecycle"),
                  given(subject)));
        }
      }
    }
    List<Justification> apart = new ArrayList<>();
    stack(high, Severity.HIGH, apart);
    stack(moderate, Severity.MODERATE, apart);
    if (!apart.isEmpty()) {
      recommendations.add(
          reasoned(
              new Recommendation("geo/keep-the-halves-apart", subject),
              apart.toArray(Justification[]::new)));
    }
  }

  private void stack(List<Justification> ways, Severity level, List<Justification> apart) {
    if (!ways.isEmpty()) {
      String rule = "geo/stack-between-ecosystems";
      Reasoned<Concept> exposure =
          concept(new BifurcationExposure(subject, level), ways.toArray(Justification[]::new));
      Reasoned<Finding> between =
          finding(new Finding(rule, subject, level), way(rule, concluded(exposure)));
      apart.add(way("geo/keep-the-halves-apart", concluded(between)));
    }
  }

  private void unknownsOf(Accelerator chip) {
    boolean chinese = "CN".equals(chip.designerHq());
    if (Boolean.TRUE.equals(chip.namedInGuidance())) {
      List<String> rules = new ArrayList<>(List.of(GP10, NO_BREACH, NEXUS));
      if (Boolean.TRUE.equals(chip.publiclyFunded())) {
        rules.add(FUNDED);
      }
      if (chip.authorisation() == null) {
        settles(chip, "authorisation", rules);
      }
      if (chip.purpose() == null) {
        settles(chip, "purpose", rules);
        open(chip, "purpose", "export-control/gp10-evaluation-exception");
      }
    }
    if (chip.replaces() == null) {
      if (chinese) {
        settles(chip, "replaces", List.of(SWAP_WINS));
        open(chip, "replaces", SWAP);
      } else {
        open(chip, "replaces", "dependency/swap-back-is-not-diversification");
      }
    }
    if (chip.secondSourceQualified() == null) {
      settles(chip, "second_source_qualified", List.of(SWAP_WINS));
      open(chip, "second_source_qualified", ONE_VENDOR);
    }
    if (chip.shareOfCompute() == null) {
      settles(chip, "share_of_compute", List.of(SWAP_WINS));
      open(chip, "share_of_compute", TAIWAN, ONE_VENDOR, RETALIATION);
    }
    if (chip.foundryCountry() == null) {
      open(chip, "foundry_country", TAIWAN);
    }
    if (chinese && chip.substitutionMonths() == null) {
      open(chip, "substitution_months", RETALIATION);
    }
    if (chinese && chip.frontierTraining() == null) {
      open(chip, "frontier_training", "chips/performance-gap");
    }
    if (chinese && chip.sensitivity() == null) {
      open(chip, "sensitivity", "chips/security-assurance-absent");
    }
  }

  private void unknownsOf(Framework runtime) {
    if (runtime.impliesHardware() == null) {
      open(runtime, "implies_hardware", GP10, NO_BREACH, NEXUS, "frameworks/cann-implies-ascend");
    }
    if (runtime.euMaintainers() == null) {
      open(runtime, "eu_maintainers", "frameworks/upstream-influence");
    }
    if (runtime.secondVendorBenchmarkDate() == null) {
      open(runtime, "second_vendor_benchmark_date", "frameworks/portability-proven");
    }
    if (runtime.secondVendorCostGap() == null) {
      open(runtime, "second_vendor_cost_gap", "frameworks/portability-proven");
    }
  }

  /** Rules that a value may make conclude. */
  private void open(Fact fact, String field, String... rules) {
    settles(fact, field, List.of(rules));
    for (String rule : rules) {
      waiting.computeIfAbsent(card(rule), any -> new TreeSet<>()).add(new OpenValue(fact, field));
    }
  }

  private void settles(Fact fact, String field, List<String> rules) {
    settled.computeIfAbsent(new OpenValue(fact, field), any -> new TreeSet<>()).addAll(rules);
  }

  private RuleCard card(String rule) {
    return Objects.requireNonNull(knowledge.cards().get(rule));
  }

  private static Premise given(Fact fact, String... fields) {
    return new Premise.Given(fact, List.of(fields));
  }

  private static Premise concluded(Reasoned<?> reasoned) {
    return new Premise.Concluded(reasoned);
  }

  private Justification way(String rule, Premise... premises) {
    return new Justification(card(rule), List.of(premises));
  }

  private Reasoned<Concept> concept(Concept concept, Justification... ways) {
    Reasoned<Concept> reasoned = reasoned(concept, ways);
    concepts.add(reasoned);
    return reasoned;
  }

  private Reasoned<Finding> finding(Finding finding, Justification... ways) {
    Reasoned<Finding> reasoned = reasoned(finding, ways);
    findings.add(reasoned);
    return reasoned;
  }

  private void advise(String rule, Reasoned<Finding> finding) {
    recommendations.add(
        reasoned(
            new Recommendation(rule, finding.conclusion().on()), way(rule, concluded(finding))));
  }

  private <C extends Conclusion> Reasoned<C> reasoned(C conclusion, Justification... ways) {
    Grade best = null;
    for (Justification way : ways) {
      Grade grade = grade(way);
      best = best == null || value(grade).compareTo(value(best)) > 0 ? grade : best;
    }
    Reasoned<C> reasoned =
        new Reasoned<>(conclusion, value(Objects.requireNonNull(best)), Arrays.asList(ways));
    grades.put(reasoned, best);
    return reasoned;
  }

  private static Confidence value(Grade grade) {
    BigDecimal value = grade.weakest().value();
    for (int i = 0; i < grade.doubts().size(); i++) {
      value = value.multiply(DOUBTED);
    }
    return new Confidence(value);
  }

  private Grade grade(Justification way) {
    Confidence weakest = way.rule().confidence();
    Set<Doubt.Kind> doubts = EnumSet.noneOf(Doubt.Kind.class);
    for (Doubt doubt : Doubt.of(way, knowledge.catalogue(), asOf)) {
      doubts.add(doubt.kind());
    }
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Given given) {
        weakest = weakest.min(confidence(given));
      } else if (premise instanceof Premise.Concluded concluded) {
        Grade grade = Objects.requireNonNull(grades.get(concluded.conclusion()));
        weakest = weakest.min(grade.weakest());
        doubts.addAll(grade.doubts());
      }
    }
    return new Grade(weakest, doubts);
  }

  private Confidence confidence(Premise.Given given) {
    BigDecimal stated = given.fact().confidence();
    Confidence confidence = stated == null ? Confidence.FULL : new Confidence(stated);
    for (String field : given.fields()) {
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      if (origin != null && origin.kind() == FieldOrigin.Kind.CATALOGUE) {
        String[] parts = Objects.requireNonNull(origin.catalogueEntry()).split("/", 2);
        CatalogueEntry entry = knowledge.catalogue().find(parts[0], parts[1]).orElseThrow();
        confidence = confidence.min(entry.confidence().getOrDefault(field, Confidence.FULL));
      }
    }
    return confidence;
  }

  private Assessment report() {
    Comparator<Reasoned<?>> byRule =
        Comparator.<Reasoned<?>, String>comparing(each -> each.card().id())
            .thenComparing(each -> each.conclusion().on().section())
            .thenComparing(each -> each.conclusion().on().id());
    concepts.sort(byRule);
    findings.sort(
        Comparator.<Reasoned<Finding>, Severity>comparing(
                Assessment::severity, Comparator.reverseOrder())
            .thenComparing(Comparator.comparing(Reasoned<Finding>::confidence).reversed())
            .thenComparing(byRule));
    Set<List<Object>> seen = new HashSet<>();
    findings.removeIf(each -> !seen.add(List.of(each.conclusion().rule(), each.conclusion().on())));
    recommendations.sort(
        Comparator.<Reasoned<Recommendation>, Integer>comparing(
                each -> advice(each).urgency().ordinal())
            .thenComparing(each -> advice(each).strength())
            .thenComparing(each -> advice(each).stance())
            .thenComparing(Comparator.comparing(Reasoned<Recommendation>::confidence).reversed())
            .thenComparing(byRule));
    return new Assessment(
        facts,
        asOf,
        knowledge,
        stance(),
        concepts,
        findings,
        recommendations,
        List.of(),
        List.of(),
        undetermined(),
        Map.of(),
        unknowns(),
        notStated(),
        null,
        Triage.NONE);
  }

  private static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }

  private Stance stance() {
    Stance stance = Stance.MONITOR;
    for (Reasoned<Recommendation> each : recommendations) {
      if (advice(each).strength() != Strength.INFO && advice(each).stance().compareTo(stance) < 0) {
        stance = advice(each).stance();
      }
    }
    return stance;
  }

  private List<Undetermined> undetermined() {
    List<Undetermined> undetermined = new ArrayList<>();
    waiting.forEach(
        (card, values) ->
            undetermined.add(new Undetermined(card, List.copyOf(values), List.of(), true)));
    return undetermined;
  }

  private List<Assessment.Unknown> unknowns() {
    List<Assessment.Unknown> unknowns = new ArrayList<>();
    settled.forEach(
        (value, rules) -> unknowns.add(new Assessment.Unknown(value, List.copyOf(rules))));
    unknowns.sort(Comparator.comparingInt(unknown -> -unknown.rules().size()));
    return unknowns;
  }

  private List<Section> notStated() {
    List<Section> missing = new ArrayList<>(Arrays.asList(Section.values()));
    missing.removeIf(section -> section == Section.NONE || facts.states(section));
    return missing;
  }
}
