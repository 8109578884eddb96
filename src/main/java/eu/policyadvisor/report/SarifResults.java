package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.SarifDocument.Artifact;
import eu.policyadvisor.report.SarifDocument.CodeFlow;
import eu.policyadvisor.report.SarifDocument.Location;
import eu.policyadvisor.report.SarifDocument.Logical;
import eu.policyadvisor.report.SarifDocument.Physical;
import eu.policyadvisor.report.SarifDocument.Region;
import eu.policyadvisor.report.SarifDocument.Result;
import eu.policyadvisor.report.SarifDocument.Step;
import eu.policyadvisor.report.SarifDocument.Suppression;
import eu.policyadvisor.report.SarifDocument.Text;
import eu.policyadvisor.report.SarifDocument.ThreadFlow;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The findings of one assessment as results of SARIF. */
final class SarifResults {
  /** What relative references are relative to. */
  static final String ROOT = "%SRCROOT%";

  /** The number changes when the same finding gets another fingerprint. */
  static final String FINGERPRINT = "policyAdvisorFinding/v1";

  private final Assessment assessment;
  private final SourceTree tree;
  private final FactNames wording;
  private final List<String> rules;
  private final boolean undetermined;

  /**
   * The results of an assessment.
   *
   * @param undetermined whether rules that wait for values have one
   */
  SarifResults(Assessment assessment, SourceTree tree, boolean undetermined) {
    this.assessment = assessment;
    this.tree = tree;
    this.undetermined = undetermined;
    this.wording = new FactNames(assessment.facts());
    this.rules = SarifRules.cards(assessment.knowledge()).stream().map(RuleCard::id).toList();
  }

  /** All results. */
  List<Result> all() {
    List<Result> all = new ArrayList<>(assessment.findings().stream().map(this::result).toList());
    if (undetermined) {
      assessment.undeterminedFindings().forEach(each -> all.add(result(each)));
    }
    return all;
  }

  private Result result(Reasoned<Finding> finding) {
    RuleCard card = finding.card();
    List<Quote> quotes = Quote.of(finding);
    List<Location> related = new ArrayList<>();
    for (Quote quote : quotes.subList(1, quotes.size())) {
      related.add(location(quote, related.size() + 1, quote.said()));
    }
    Map<String, Object> properties = about();
    properties.put("severity", Names.inFile(Assessment.severity(finding)));
    properties.put("confidence", finding.confidence().value());
    assessment
        .expiredWaiver(finding)
        .ifPresent(waiver -> properties.put("expiredWaiver", TriageWords.expired(waiver)));
    return new Result(
        card.id(),
        rules.indexOf(card.id()),
        null,
        SarifRules.level(Assessment.severity(finding)),
        new Text(message(finding, quotes)),
        List.of(location(quotes.get(0), null, quotes.get(0).said())),
        Map.of(FINGERPRINT, assessment.fingerprint(finding)),
        finding.because().stream().map(way -> flow(finding, way)).toList(),
        related.isEmpty() ? null : related,
        suppressions(finding),
        // All results have it or none, and of what waits nothing earlier is known.
        assessment.triage().since() == null || undetermined ? null : "new",
        properties);
  }

  /** What is said of every result. */
  private Map<String, Object> about() {
    Subject subject = assessment.facts().subject();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("subject", subject.id());
    properties.put("subjectLabel", Plain.text(subject.label()));
    properties.put("asOf", assessment.asOf().toString());
    properties.put("stance", Names.inFile(assessment.stance()));
    return properties;
  }

  private String message(Reasoned<Finding> finding, List<Quote> quotes) {
    String advice =
        FactNames.answers(finding, assessment).stream()
            .map(wording::action)
            .distinct()
            .collect(Collectors.joining("; "));
    return unlinked(
        "%s: %s. %s Rests on %s.%s"
            .formatted(
                finding.card().title(),
                wording.label(finding.conclusion().on()),
                finding.card().summary(),
                Quote.said(quotes),
                advice.isEmpty() ? "" : " To do: " + advice + "."));
  }

  /** Braces would make placeholders, and brackets links, as {@code [text](target)}. */
  private static String unlinked(String text) {
    String plain = text.replace('{', '(').replace('}', ')');
    // Where there is no link, the standard knows no escape, and readers would show it.
    return plain.contains("](") ? plain.replace("[", "\\[").replace("]", "\\]") : plain;
  }

  private Result result(Undetermined waiting) {
    List<Location> locations =
        waiting.awaits().stream()
            .map(value -> Quote.open(value.fact(), value.field()))
            .map(quote -> location(quote, null, quote.said()))
            .toList();
    return new Result(
        waiting.rule().id(),
        rules.indexOf(waiting.rule().id()),
        "open",
        "none",
        new Text(
            unlinked(
                "%s: not known. It waits for %s."
                    .formatted(waiting.rule().title(), FactNames.awaited(waiting)))),
        locations.isEmpty()
            ? List.of(location(Quote.of(assessment.facts().subject()), null, null))
            : locations,
        Map.of(),
        null,
        null,
        assessment.triage().waivers() ? List.of() : null,
        null,
        about());
  }

  private @Nullable List<Suppression> suppressions(Reasoned<Finding> finding) {
    if (!assessment.triage().waivers()) {
      return null; // Nobody looked; an empty list would say that somebody did.
    }
    return assessment.waiver(finding).map(this::suppression).stream().toList();
  }

  private Suppression suppression(Waiver waiver) {
    Provenance at = waiver.provenance();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("approver", waiver.approver());
    properties.put("expires", waiver.expires().toString());
    if (waiver.ticket() != null) {
      properties.put("ticket", waiver.ticket());
    }
    Physical physical =
        new Physical(artifact(at.file()), new Region(at.line(), at.column(), null, null));
    return new Suppression(
        "external",
        "accepted",
        waiver.reason(),
        new Location(null, physical, null, null, null),
        properties);
  }

  /** From the facts over derived concepts to the finding, one way of reaching it. */
  private CodeFlow flow(Reasoned<Finding> finding, Justification way) {
    List<Step> steps = new ArrayList<>();
    walk(way, 0, steps, new HashSet<>());
    steps.add(step(finding, way, 0));
    return new CodeFlow(List.of(new ThreadFlow(steps)));
  }

  private void walk(Justification way, int depth, List<Step> steps, Set<Reasoned<?>> seen) {
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Given given) {
        for (Quote quote : Quote.of(given)) {
          steps.add(new Step(location(quote, null, quote.said()), depth));
        }
      } else if (premise instanceof Premise.Concluded concluded
          && seen.add(concluded.conclusion())) {
        for (Justification each : concluded.conclusion().because()) {
          walk(each, depth + 1, steps, seen);
          steps.add(step(concluded.conclusion(), each, depth));
        }
      }
    }
  }

  private Step step(Reasoned<?> reached, Justification way, int depth) {
    String thresholds =
        way.premises().stream()
            .filter(Premise.Threshold.class::isInstance)
            .map(premise -> ((Premise.Threshold) premise).parameter())
            .map(each -> each.name() + " = " + each.value().toPlainString())
            .collect(Collectors.joining(", "));
    String text =
        said(reached)
            + (thresholds.isEmpty() ? "" : " (threshold " + thresholds + ")")
            + ", by rule "
            + way.rule().id();
    return new Step(location(Quote.of(reached.conclusion().on()), null, text), depth);
  }

  private String said(Reasoned<?> reached) {
    Conclusion conclusion = reached.conclusion();
    String about = wording.label(conclusion.on()) + ": ";
    return conclusion instanceof Concept concept
        ? about + concept.text()
        : about + reached.card().title();
  }

  private Location location(Quote quote, @Nullable Integer id, @Nullable String message) {
    Physical physical = null;
    if (!quote.file().isEmpty()) {
      physical =
          new Physical(
              artifact(quote.file()),
              new Region(
                  quote.line(),
                  quote.column(),
                  quote.endLine() == 0 ? null : quote.endLine(),
                  quote.endColumn() == 0 ? null : quote.endColumn()));
    }
    String name = quote.path().substring(quote.path().lastIndexOf('.') + 1);
    boolean isFact = quote.path().equals(FactNames.path(quote.fact()));
    return new Location(
        id,
        physical,
        List.of(new Logical(name, quote.path(), isFact ? "object" : "property")),
        message == null ? null : new Text(unlinked(message)),
        quote.written().isEmpty() ? null : Map.of("value", quote.written()));
  }

  private Artifact artifact(String file) {
    return new Artifact(tree.uri(file), tree.holds(file) ? ROOT : null);
  }
}
