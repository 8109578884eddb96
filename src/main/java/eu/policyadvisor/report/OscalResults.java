package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.OscalDocument.Actor;
import eu.policyadvisor.report.OscalDocument.Characterization;
import eu.policyadvisor.report.OscalDocument.Component;
import eu.policyadvisor.report.OscalDocument.Everything;
import eu.policyadvisor.report.OscalDocument.Facet;
import eu.policyadvisor.report.OscalDocument.InventoryItem;
import eu.policyadvisor.report.OscalDocument.LocalDefinitions;
import eu.policyadvisor.report.OscalDocument.Observation;
import eu.policyadvisor.report.OscalDocument.Origin;
import eu.policyadvisor.report.OscalDocument.Prop;
import eu.policyadvisor.report.OscalDocument.RelatedObservation;
import eu.policyadvisor.report.OscalDocument.RelatedRisk;
import eu.policyadvisor.report.OscalDocument.RelevantEvidence;
import eu.policyadvisor.report.OscalDocument.Remediation;
import eu.policyadvisor.report.OscalDocument.Result;
import eu.policyadvisor.report.OscalDocument.ReviewedControls;
import eu.policyadvisor.report.OscalDocument.Risk;
import eu.policyadvisor.report.OscalDocument.Selection;
import eu.policyadvisor.report.OscalDocument.State;
import eu.policyadvisor.report.OscalDocument.SubjectOf;
import eu.policyadvisor.report.OscalDocument.Target;
import eu.policyadvisor.report.OscalDocument.TargetStatus;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One assessment as a result of OSCAL. */
final class OscalResults {
  private static final String NAMESPACE = "https://eu-ai-policy-advisor.example/ns/oscal";

  private final Assessment assessment;
  private final Versions versions;
  private final SourceTree tree;
  private final FactNames wording;
  private final String scope;
  private final UUID tool;
  private final String day;
  private final Map<String, Fact> items = new LinkedHashMap<>();

  OscalResults(Assessment assessment, Versions versions, SourceTree tree) {
    this.assessment = assessment;
    this.versions = versions;
    this.tree = tree;
    wording = new FactNames(assessment.facts());
    // Nothing but its place tells apart what nobody named.
    boolean named = assessment.facts().subject().provenance().fields().containsKey("id");
    scope =
        tree.name(assessment.facts().provenance().file())
            + "\n"
            + assessment.facts().title()
            + "\n"
            + assessment.facts().subject().id()
            + (named ? "" : "\n" + assessment.facts().provenance().line());
    tool = NamedUuid.of("tool", versions.program(), assessment.knowledge().version());
    day = OscalReport.midnight(assessment.asOf());
  }

  Result result() {
    Subject subject = assessment.facts().subject();
    items.put(subject.id(), subject);
    List<Observation> observations = new ArrayList<>();
    List<Risk> risks = new ArrayList<>();
    List<OscalDocument.Finding> findings = new ArrayList<>();
    for (Reasoned<Finding> finding : assessment.findings()) {
      observations.add(observation(finding));
      risks.add(risk(finding));
      findings.add(finding(finding));
    }
    return new Result(
        NamedUuid.of("result", scope, assessment.asOf().toString()),
        "Advice for " + wording.label(subject) + " as of " + assessment.asOf(),
        title(),
        day,
        day,
        List.of(
            prop("stance", Names.inFile(assessment.stance())),
            prop("subject", subject.id()),
            prop("as-of", assessment.asOf().toString())),
        new LocalDefinitions(
            List.of(
                new Component(
                    tool,
                    "software",
                    "EU AI Policy Advisor " + versions.program(),
                    "Rules " + assessment.knowledge().version(),
                    new State("operational"))),
            items.values().stream().map(this::item).toList()),
        new ReviewedControls(
            "The rules of the EU AI Policy Advisor.",
            List.of(new Selection("All rules in force on the day.", new Everything()))),
        observations.isEmpty() ? null : observations,
        risks.isEmpty() ? null : risks,
        findings.isEmpty() ? null : findings,
        TriageWords.compared(assessment));
  }

  private String title() {
    String title = assessment.facts().title();
    String file = wording.file();
    String text =
        (title == null ? "" : Plain.text(title))
            + (file.isEmpty() ? "" : " (" + tree.name(file) + ")");
    return text.isBlank() ? "A fact set." : text.strip();
  }

  private UUID id(String kind, Reasoned<?> conclusion) {
    return NamedUuid.of(kind, scope, assessment.fingerprint(conclusion));
  }

  private UUID item(String fact) {
    return NamedUuid.of("item", scope, fact);
  }

  private InventoryItem item(Fact fact) {
    return new InventoryItem(
        item(fact.id()),
        wording.label(fact),
        List.of(prop("fact", fact.id()), prop("section", fact.section().key())));
  }

  private static Prop prop(String name, String value) {
    return prop(name, value, null);
  }

  /** A value may not be empty. */
  private static Prop prop(String name, String value, @Nullable String remarks) {
    String text = Plain.text(value);
    return new Prop(name, NAMESPACE, text.isEmpty() ? "-" : text, remarks);
  }

  private List<Origin> origins() {
    return List.of(origin());
  }

  private Origin origin() {
    return new Origin(List.of(new Actor("tool", tool)));
  }

  private Observation observation(Reasoned<Finding> finding) {
    Fact on = owner(finding.conclusion().on());
    items.putIfAbsent(on.id(), on);
    List<Quote> quotes = Quote.of(finding);
    for (Quote quote : quotes) {
      items.putIfAbsent(owner(quote.fact()).id(), owner(quote.fact()));
    }
    return new Observation(
        id("observation", finding),
        finding.card().title() + " on " + wording.label(on),
        Quote.said(quotes),
        List.of("EXAMINE"),
        List.of("finding"),
        origins(),
        List.of(new SubjectOf(item(on.id()), "inventory-item")),
        quotes.stream().map(this::evidence).toList(),
        day);
  }

  private static Fact owner(Fact fact) {
    return fact instanceof CountryShare share ? share.of() : fact;
  }

  private RelevantEvidence evidence(Quote quote) {
    if (quote.file().isEmpty()) {
      return new RelevantEvidence(null, quote.said(), null);
    }
    List<Prop> props = new ArrayList<>();
    props.add(prop("path", quote.path()));
    props.add(prop("line", String.valueOf(quote.line())));
    props.add(prop("column", String.valueOf(quote.column())));
    return new RelevantEvidence(tree.uri(quote.file()), quote.said(), props);
  }

  private Risk risk(Reasoned<Finding> finding) {
    RuleCard card = finding.card();
    String about = wording.label(finding.conclusion().on());
    List<Prop> props = new ArrayList<>(List.of(prop("rule", card.id())));
    assessment.waiver(finding).ifPresent(each -> props.add(waiver("waiver", each)));
    assessment.expiredWaiver(finding).ifPresent(each -> props.add(waiver("expired-waiver", each)));
    List<Remediation> remediations =
        FactNames.answers(finding, assessment).stream()
            .map(advice -> remediation(advice, finding))
            .toList();
    return new Risk(
        id("risk", finding),
        card.title() + " on " + about,
        card.summary(),
        about + ": " + Quote.said(Quote.of(finding)),
        props,
        assessment.waiver(finding).isPresent() ? "deviation-approved" : "open",
        origins(),
        List.of(
            new Characterization(
                origin(),
                List.of(
                    facet("severity", Names.inFile(Assessment.severity(finding))),
                    facet("confidence", finding.confidence().value().toPlainString())))),
        remediations.isEmpty() ? null : remediations,
        List.of(new RelatedObservation(id("observation", finding))));
  }

  private static Prop waiver(String name, Waiver waiver) {
    String words =
        name.equals("waiver") ? TriageWords.accepted(waiver) : TriageWords.expired(waiver);
    return prop(name, waiver.approver(), words);
  }

  private static Facet facet(String name, String value) {
    return new Facet(name, NAMESPACE, value);
  }

  private Remediation remediation(Reasoned<Recommendation> advised, Reasoned<Finding> finding) {
    RuleCard.Advice advice = Ranked.advice(advised);
    return new Remediation(
        NamedUuid.of(
            "remediation", scope, assessment.fingerprint(finding), assessment.fingerprint(advised)),
        wording.action(advised),
        String.join(
            " · ",
            wording.addressee(advised),
            Labels.of(advice.urgency()),
            Labels.of(advice.strength())),
        List.of(
            prop("rule", advised.card().id()),
            prop("urgency", Names.inFile(advice.urgency())),
            prop("strength", Names.inFile(advice.strength())),
            prop("stance", Names.inFile(advice.stance()))));
  }

  private OscalDocument.Finding finding(Reasoned<Finding> finding) {
    RuleCard card = finding.card();
    return new OscalDocument.Finding(
        id("finding", finding),
        card.title() + " on " + wording.label(finding.conclusion().on()),
        card.summary(),
        List.of(
            prop("rule", card.id()),
            prop("severity", Names.inFile(Assessment.severity(finding))),
            prop("fingerprint", assessment.fingerprint(finding))),
        new Target(
            "objective-id",
            card.id().replace('/', '.'),
            card.title(),
            new TargetStatus("not-satisfied", "fail")),
        List.of(new RelatedObservation(id("observation", finding))),
        List.of(new RelatedRisk(id("risk", finding))),
        TriageWords.decided(finding, assessment));
  }
}
