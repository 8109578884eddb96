package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.Authorisation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Purpose;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Gp10Exposure;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One rich assessment, made by hand, so that reports are tested without the engine. */
final class Scenario {
  static final Versions VERSIONS = new Versions("0.1.0", "10.2.0");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String FILE = "facts/ascend-cluster.yaml";

  private static final Instrument GUIDANCE =
      new Instrument(
          "bis-gp10-guidance-2025",
          "BIS guidance of 13 May 2025",
          "90 FR 20000",
          LocalDate.of(2025, 5, 13),
          Instrument.Kind.GUIDANCE,
          "US",
          true,
          Set.of(),
          List.of(new Instrument.State(LocalDate.of(2025, 5, 13), InstrumentStatus.IN_FORCE)),
          "https://www.bis.gov/guidance",
          "https://www.bis.gov/guidance",
          true,
          null);
  private static final Instrument EAR =
      new Instrument(
          "us-ear-gp10",
          "General Prohibition Ten",
          "15 CFR 736.2(b)(10)",
          LocalDate.of(1996, 3, 25),
          Instrument.Kind.LAW,
          "US",
          true,
          Set.of(),
          List.of(new Instrument.State(LocalDate.of(1996, 3, 25), InstrumentStatus.IN_FORCE)),
          null,
          null,
          true,
          null);
  private static final Instrument CADA =
      new Instrument(
          "cada",
          "Cloud and AI Development Act",
          null,
          LocalDate.of(2026, 3, 25),
          Instrument.Kind.LAW,
          "EU",
          false,
          Set.of(),
          List.of(new Instrument.State(LocalDate.of(2026, 3, 25), InstrumentStatus.PROPOSED)),
          null,
          null,
          false,
          null);

  private final Subject subject;
  private final Accelerator pool;
  private final Accelerator spare;
  private final Map<String, RuleCard> cards = new TreeMap<>();

  private Scenario(String name, String subjectName) {
    subject =
        SubjectBuilder.builder()
            .id("nhc")
            .name(subjectName)
            .type(List.of(SubjectType.RESEARCH_ORGANISATION))
            .country("SE")
            .provenance(new Provenance(FILE, "subject", 4, 3, Map.of()))
            .build();
    pool =
        AcceleratorBuilder.builder()
            .id("pool")
            .name(name)
            .product("huawei-ascend-910c")
            .vendor("huawei")
            .namedInGuidance(true)
            .lifecycle(Lifecycle.OPERATING)
            .shareOfCompute(new BigDecimal("0.70"))
            .provenance(
                new Provenance(
                    FILE,
                    "accelerators[0]",
                    12,
                    5,
                    Map.of(
                        "product",
                        new FieldOrigin(Kind.STATED, 14, 7, 14, 25, "huawei-ascend-910c", null),
                        "lifecycle",
                        new FieldOrigin(Kind.STATED, 15, 7, 15, 16, "operating", null),
                        "share_of_compute",
                        new FieldOrigin(Kind.STATED, 16, 7, 16, 11, "0.70", null),
                        "named_in_guidance",
                        new FieldOrigin(
                            Kind.CATALOGUE, 0, 0, 0, 0, "true", "accelerators/huawei-ascend-910c"),
                        "authorisation",
                        new FieldOrigin(Kind.UNKNOWN, 17, 7, 17, 14, "unknown", null))))
            .build();
    spare =
        AcceleratorBuilder.builder()
            .id("spare")
            .purpose(Purpose.TECHNICAL_EVALUATION)
            .provenance(Provenance.NONE)
            .build();
  }

  /** A research centre on Ascend chips. */
  static Assessment rich() {
    return new Scenario("Ascend pool", "Nordic HPC Centre").assessment();
  }

  /** The same with names that were chosen by an enemy. */
  static Assessment named(String fact, String subject) {
    return new Scenario(fact, subject).assessment();
  }

  /** The same with two recommendations that exclude each other. */
  static Assessment contradictory() {
    Assessment rich = rich();
    Reasoned<Recommendation> one = rich.recommendations().get(0);
    Reasoned<Recommendation> other = rich.superseded().get(0).recommendation();
    return with(rich, rich.recommendations(), List.of(new Contradiction(one, other)));
  }

  /** The same with a finding that is waived, and one whose waiver has expired. */
  static Assessment waived() {
    Assessment rich = rich();
    return rich.withTriage(
        new Triage(
            true,
            Map.of(
                Triage.key(rich.findings().get(0).conclusion()),
                waiver("in use until the exit", LocalDate.of(2027, 3, 31), "RISK-12", 2)),
            Map.of(
                Triage.key(rich.findings().get(1).conclusion()),
                waiver("no other chips then", LocalDate.of(2026, 10, 1), null, 9)),
            null));
  }

  /** The same compared with an earlier one. */
  static Assessment compared() {
    Assessment rich = rich();
    Triage.Known known =
        new Triage.Known(
            Triage.Kind.FINDING, "dependency/single-vendor", "old-pool", "0".repeat(32));
    return rich.withTriage(
        new Triage(
            false,
            Map.of(),
            Map.of(),
            new Triage.Since("base.json", List.of(known), List.of(known, known))));
  }

  /**
   * All of it at once: findings of one rule on two facts, in two ways, waived, compared, screened,
   * with more that is not known than fits, and rules of each status.
   */
  static Assessment everything() {
    Assessment rich = rich();
    List<Fact> chips = rich.facts().facts(Section.ACCELERATORS);
    Fact pool = chips.get(0);
    Fact spare = chips.get(1);
    Reasoned<Finding> dependency = rich.findings().get(1);
    Justification way = dependency.because().get(0);
    Reasoned<Finding> twoWays =
        new Reasoned<>(
            new Finding(way.rule().id(), spare),
            new Confidence(new BigDecimal("0.45")),
            List.of(
                new Justification(
                    way.rule(), List.of(new Premise.Given(spare, List.of("purpose", "quantity")))),
                way));
    List<Reasoned<Finding>> findings = new ArrayList<>(rich.findings());
    findings.add(2, twoWays);
    Reasoned<Recommendation> diversify = rich.recommendations().get(2);
    List<Reasoned<Recommendation>> recommendations = new ArrayList<>(rich.recommendations());
    recommendations.add(
        3,
        reasoned(
            new Recommendation(diversify.card().id(), spare),
            "0.45",
            diversify.card(),
            new Premise.Concluded(twoWays)));
    List<Assessment.Unknown> unknowns = new ArrayList<>(rich.unknowns());
    for (String field :
        List.of("quantity", "role", "sensitivity", "tpp", "replaces", "foundry_country")) {
      for (Fact fact : chips) {
        unknowns.add(
            new Assessment.Unknown(new OpenValue(fact, field), List.of("export-control/licensed")));
      }
    }
    return rich.withFindings(findings)
        .withRecommendations(recommendations)
        .withUnknowns(unknowns)
        .withStatuses(
            Map.of(
                "a/clear", RuleStatus.CLEAR,
                "a/concluded", RuleStatus.CONCLUDED,
                "a/superseded", RuleStatus.SUPERSEDED,
                "a/undetermined", RuleStatus.UNDETERMINED,
                "a/not-in-force", RuleStatus.NOT_IN_FORCE))
        .withScreening(screening(pool.id()))
        .withTriage(
            new Triage(
                true,
                Map.of(
                    Triage.key(findings.get(1).conclusion()),
                    waiver("in use until the exit", LocalDate.of(2027, 3, 31), "RISK-12", 2),
                    Triage.key(findings.get(2).conclusion()),
                    waiver("in use until the exit", LocalDate.of(2027, 3, 31), "RISK-12", 2)),
                Map.of(
                    Triage.key(findings.get(0).conclusion()),
                    waiver("no other chips then", LocalDate.of(2026, 10, 1), null, 9)),
                new Triage.Since(
                    "base.json",
                    List.of(
                        new Triage.Known(
                            Triage.Kind.FINDING, "dependency/gone", "old", "0".repeat(32))),
                    List.of())));
  }

  private static Screening screening(String fact) {
    List<Screening.Remark> remarks = new ArrayList<>();
    for (Screening.Kind kind : Screening.Kind.values()) {
      remarks.add(
          new Screening.Remark(
              kind,
              fact,
              kind == Screening.Kind.ELSEWHERE ? null : "lists",
              "Text of " + kind + ".",
              new ListedRow(
                  "us-csl",
                  LocalDate.of(2026, 9, 1),
                  kind == Screening.Kind.LISTED,
                  7 + remarks.size(),
                  "Listed Party",
                  "Entity List",
                  "licence required",
                  kind == Screening.Kind.RESEMBLES ? null : LocalDate.of(2019, 5, 16),
                  "agree: party",
                  new BigDecimal("0.9"))));
    }
    return new Screening(
        List.of(
            new Screening.UsedList(
                "us-csl", "US list", LocalDate.of(2026, 9, 1), true, 10, "a".repeat(64), 61),
            new Screening.UsedList(
                "eu-fsf", "EU list", LocalDate.of(2026, 10, 31), false, 1, "b".repeat(64), 1)),
        remarks);
  }

  private static Waiver waiver(String reason, LocalDate expires, String ticket, int line) {
    return new Waiver(
        "",
        "nhc",
        null,
        null,
        reason,
        "CISO",
        expires,
        ticket,
        new Provenance("waivers.yaml", "waivers", line, 5, Map.of()));
  }

  /** The same without a recommendation. */
  static Assessment silent() {
    return with(rich(), List.of(), List.of());
  }

  private static Assessment with(
      Assessment of, List<Reasoned<Recommendation>> live, List<Contradiction> contradictions) {
    return of.withStance(live.isEmpty() ? Stance.NOT_DETERMINED : of.stance())
        .withItems(live.isEmpty() ? List.of() : of.items())
        .withRange(live.isEmpty() ? null : of.range())
        .withRecommendations(live)
        .withContradictions(contradictions);
  }

  private Assessment assessment() {
    Reasoned<Gp10Exposure> exposure =
        reasoned(
            new Gp10Exposure(pool, Severity.HIGH),
            "0.75",
            card("derived/gp10-exposure", "GP10 exposure", null, null, EAR),
            new Premise.Given(
                pool, List.of("named_in_guidance", "lifecycle", "purpose", "authorisation")));
    Reasoned<Finding> breach =
        reasoned(
            new Finding("export-control/huawei-ascend-gp10", pool),
            "0.75",
            card(
                "export-control/huawei-ascend-gp10",
                "Export-control breach risk",
                Severity.HIGH,
                null,
                GUIDANCE,
                EAR),
            new Premise.Given(pool, List.of("product")),
            new Premise.Concluded(exposure));
    Reasoned<Finding> dependency =
        reasoned(
            new Finding("dependency/single-vendor", pool),
            "0.9",
            card("dependency/single-vendor", "Single vendor", Severity.MODERATE, null, CADA),
            new Premise.Given(pool, List.of("share_of_compute")),
            new Premise.Threshold(
                new Parameter(
                    "dependency.share",
                    new BigDecimal("0.5"),
                    null,
                    null,
                    "own choice",
                    false,
                    null)));
    Reasoned<Finding> sample =
        reasoned(
            new Finding("export-control/evaluation-only", spare),
            "0.4",
            card("export-control/evaluation-only", "Evaluation only", Severity.LOW, null, EAR),
            new Premise.Given(spare, List.of("purpose")));
    Reasoned<Recommendation> keepOut =
        advice(
            "export-control/keep-ascend-out-of-service",
            "Keep {on} out of service: buy and expand nothing, take legal advice on the US exposure"
                + " of {subject}, and write an exit plan for what is installed",
            Addressee.SUBJECT,
            Urgency.NOW,
            Strength.SHOULD,
            Stance.RESTRICT,
            pool,
            breach);
    Reasoned<Recommendation> bar =
        advice(
            "export-control/bar-from-public-compute",
            "Bar chips under the presumption from publicly funded compute, {on} among them",
            Addressee.MEMBER_STATE,
            Urgency.SHORT,
            Strength.SHOULD,
            Stance.RESTRICT,
            pool,
            breach);
    Reasoned<Recommendation> diversify =
        advice(
            "dependency/qualify-a-second-source",
            "Qualify a second source for the workloads of {on}",
            Addressee.SUBJECT,
            Urgency.MEDIUM,
            Strength.SHOULD,
            Stance.DIVERSIFY,
            pool,
            dependency);
    Reasoned<Recommendation> watch =
        advice(
            "export-control/record-the-evaluation",
            "Keep a record that shows that {on} is evaluated and not used",
            Addressee.SUBJECT,
            Urgency.WATCH,
            Strength.INFO,
            Stance.MONITOR,
            spare,
            sample);
    Reasoned<Recommendation> expand =
        advice(
            "dependency/expand-what-is-there",
            "Expand {on} as a way out of the dependency on US vendors",
            Addressee.SUBJECT,
            Urgency.LONG,
            Strength.MAY,
            Stance.CONDITIONAL,
            pool,
            dependency);
    Supersession supersession =
        new Supersession(
            "export-control/risk-before-expansion", expand.conclusion(), breach.conclusion());
    Superseded yields =
        new Superseded(
            expand,
            reasoned(
                supersession,
                "0.75",
                card(supersession.rule(), "Risk before expansion", null, null, GUIDANCE),
                new Premise.Concluded(expand),
                new Premise.Concluded(breach)));
    RuleCard waiting =
        card("export-control/publicly-funded-ascend", "Public money", Severity.HIGH, null, EAR);

    return new Assessment(
        facts(),
        DAY,
        knowledge(),
        Stance.RESTRICT,
        items(breach, dependency, keepOut, diversify),
        List.of(concept(exposure)),
        List.of(breach, dependency, sample),
        List.of(keepOut, bar, diversify, watch),
        List.of(yields),
        List.of(),
        Set.of(keepOut.conclusion()),
        List.of(
            new Undetermined(
                waiting, List.of(new OpenValue(pool, "publicly_funded")), List.of(), true)),
        Map.of(waiting.id(), RuleStatus.UNDETERMINED),
        List.of(
            new Assessment.Unknown(
                new OpenValue(pool, "authorisation"),
                List.of("export-control/huawei-ascend-gp10", "export-control/licensed")),
            new Assessment.Unknown(
                new OpenValue(pool, "publicly_funded"),
                List.of("export-control/publicly-funded-ascend"))),
        List.of(Section.CLOUD_SERVICES, Section.DATA_FLOWS),
        range(),
        null,
        null,
        Triage.NONE);
  }

  private List<Item> items(
      Reasoned<Finding> breach,
      Reasoned<Finding> dependency,
      Reasoned<Recommendation> keepOut,
      Reasoned<Recommendation> diversify) {
    return List.of(
        new Item(
            pool,
            Stance.RESTRICT,
            List.of(keepOut, diversify),
            List.of(breach, dependency),
            List.of(),
            List.of(),
            List.of(),
            null),
        new Item(
            spare,
            Stance.NOTHING_FOUND,
            List.of(),
            List.of(),
            List.of(),
            List.of("export-control/huawei-ascend-gp10"),
            List.of(),
            null));
  }

  private Range range() {
    OpenValue licence = new OpenValue(pool, "authorisation");
    OpenValue money = new OpenValue(pool, "publicly_funded");
    return new Range(
        List.of(
            new Range.Turn(
                subject,
                Stance.RESTRICT,
                Stance.DIVERSIFY,
                licence,
                List.of(Authorisation.BIS_LICENCE),
                List.of(Authorisation.NONE),
                null),
            new Range.Turn(
                pool,
                Stance.RESTRICT,
                Stance.DIVERSIFY,
                licence,
                List.of(Authorisation.BIS_LICENCE),
                List.of(Authorisation.NONE),
                null)),
        List.of(licence, money),
        List.of(),
        4);
  }

  private static Reasoned<Concept> concept(Reasoned<? extends Concept> reasoned) {
    return new Reasoned<>(reasoned.conclusion(), reasoned.confidence(), reasoned.because());
  }

  private FactSet facts() {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.put(Section.ACCELERATORS, List.of(pool, spare));
    return new FactSet(
        "A computing centre on Ascend chips",
        DAY,
        subject,
        lists,
        new Provenance(FILE, "", 1, 1, Map.of()));
  }

  private KnowledgeBase knowledge() {
    return new KnowledgeBase(
        "1.0.0",
        cards,
        new Catalogue(
            LocalDate.of(2026, 11, 23),
            null,
            Map.of(),
            Map.of(GUIDANCE.id(), GUIDANCE, EAR.id(), EAR, CADA.id(), CADA),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        List.of());
  }

  private Reasoned<Recommendation> advice(
      String rule,
      String action,
      Addressee addressee,
      Urgency urgency,
      Strength strength,
      Stance stance,
      Fact on,
      Reasoned<Finding> because) {
    RuleCard.Advice advice =
        new RuleCard.Advice(action, addressee, urgency, strength, stance, null, null, null, null);
    return reasoned(
        new Recommendation(rule, on),
        because.confidence().value().toPlainString(),
        card(rule, "An advice", null, advice, GUIDANCE),
        new Premise.Concluded(because));
  }

  private RuleCard card(
      String id, String title, Severity severity, RuleCard.Advice advice, Instrument... basis) {
    RuleCard card =
        new RuleCard(
            id,
            advice != null
                ? eu.policyadvisor.rule.Kind.ADVICE
                : severity != null
                    ? eu.policyadvisor.rule.Kind.FINDING
                    : eu.policyadvisor.rule.Kind.CONCEPT,
            title,
            "What " + title + " says in one sentence that an official could check.",
            List.of(3, 7),
            Layer.CHIPS,
            severity,
            new Confidence(new BigDecimal("0.9")),
            List.of(basis).stream()
                .map(each -> new Citation(each, each == EAR ? "(b)(10)" : ""))
                .toList(),
            LocalDate.of(2025, 5, 13),
            null,
            advice);
    cards.put(id, card);
    return card;
  }

  private static <C extends Conclusion> Reasoned<C> reasoned(
      C conclusion, String confidence, RuleCard card, Premise... premises) {
    return new Reasoned<>(
        conclusion,
        new Confidence(new BigDecimal(confidence)),
        List.of(new Justification(card, List.of(premises))));
  }
}
