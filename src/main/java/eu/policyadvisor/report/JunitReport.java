package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assessments as JUnit XML, for build servers: a suite for each fact set. A finding is a case that
 * fails, however grave it is; a rule that waits for values, and a finding that is waived, are
 * skipped; a rule that finds nothing passes.
 */
public final class JunitReport implements Report {
  private final SourceTree tree;

  /**
   * A report.
   *
   * @param tree the files of the project
   */
  public JunitReport(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public String head(KnowledgeBase knowledge) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="EU AI Policy Advisor">
    """;
  }

  @Override
  public String entry(Assessment assessment) {
    Xml xml = Xml.part();
    FactNames wording = new FactNames(assessment.facts());
    String file = wording.file();
    new JunitSuite(
            wording.label(assessment.facts().subject())
                + " as of "
                + assessment.asOf()
                + (file.isEmpty()
                    ? ""
                    : ", " + tree.name(file) + ":" + assessment.facts().provenance().line()),
            cases(assessment, wording))
        .write(xml);
    return xml.text();
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return "</testsuites>\n";
  }

  @Override
  public boolean tellsStatuses() {
    return true;
  }

  private List<JunitSuite.Case> cases(Assessment assessment, FactNames wording) {
    List<JunitSuite.Case> cases = new ArrayList<>();
    assessment.findings().forEach(each -> cases.add(found(each, assessment, wording)));
    assessment.undeterminedFindings().forEach(each -> cases.add(waiting(each)));
    Set<String> told = cases.stream().map(JunitSuite.Case::classname).collect(Collectors.toSet());
    assessment.knowledge().cards().values().stream()
        .filter(card -> card.kind() == Kind.FINDING && !told.contains(card.id()))
        .filter(card -> assessment.statuses().get(card.id()) == RuleStatus.CLEAR)
        .forEach(card -> cases.add(clear(card)));
    return cases;
  }

  private JunitSuite.Case found(
      Reasoned<Finding> finding, Assessment assessment, FactNames wording) {
    RuleCard card = finding.card();
    List<Quote> quotes = Quote.of(finding);
    Quote first = quotes.get(0);
    String decided = TriageWords.decided(finding, assessment);
    boolean waived = assessment.waiver(finding).isPresent();
    List<String> lines = new ArrayList<>();
    for (Quote quote : quotes) {
      String place =
          quote.file().isEmpty() ? "" : tree.name(quote.file()) + ":" + quote.line() + " ";
      lines.add(Plain.text(place + quote.said()));
    }
    for (Reasoned<Recommendation> advice : FactNames.answers(finding, assessment)) {
      lines.add("to do: " + wording.action(advice));
    }
    if (decided != null) {
      lines.add(decided);
    }
    return new JunitSuite.Case(
        card.id(),
        card.title() + " on " + wording.label(finding.conclusion().on()),
        first.file().isEmpty() ? "" : tree.name(first.file()),
        first.line(),
        null,
        waived
            ? List.of()
            : List.of(
                new JunitSuite.Failure(
                    card.summary(),
                    Labels.of(Assessment.severity(finding)),
                    String.join("\n", lines))),
        waived ? decided : null);
  }

  private static JunitSuite.Case waiting(Undetermined waiting) {
    return new JunitSuite.Case(
        waiting.rule().id(),
        waiting.rule().title(),
        "",
        0,
        null,
        List.of(),
        "not known; waits for " + FactNames.awaited(waiting));
  }

  private static JunitSuite.Case clear(RuleCard card) {
    return new JunitSuite.Case(card.id(), card.title(), "", 0, null, List.of(), null);
  }
}
