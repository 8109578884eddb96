package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as workflow commands of GitHub Actions, which shows them at the lines they are about. A
 * waived finding is a notice.
 */
public final class GitHubReport implements Report {
  private final SourceTree tree;

  /**
   * A report.
   *
   * @param tree the files of the repository
   */
  public GitHubReport(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public String entry(Assessment assessment) {
    FactNames wording = new FactNames(assessment.facts());
    return assessment.findings().stream()
        .map(finding -> command(finding, assessment, wording))
        .collect(Collectors.joining());
  }

  @Override
  public boolean isCommands() {
    return true;
  }

  private String command(Reasoned<Finding> finding, Assessment assessment, FactNames wording) {
    RuleCard card = finding.card();
    List<Quote> quotes = Quote.of(finding);
    List<String> properties = new ArrayList<>(place(quotes.get(0)));
    properties.add(property("title", card.title() + " (" + card.id() + ")"));
    StringBuilder message =
        new StringBuilder(wording.label(finding.conclusion().on()))
            .append(": ")
            .append(card.summary());
    message.append("\nRests on ");
    message.append(Quote.said(quotes));
    FactNames.answers(finding, assessment)
        .forEach(advice -> message.append("\nTo do: ").append(wording.action(advice)));
    String decided = TriageWords.decided(finding, assessment);
    if (decided != null) {
      message.append('\n').append(decided);
    }
    return "::%s %s::%s\n"
        .formatted(
            level(finding, assessment), String.join(",", properties), data(message.toString()));
  }

  private static String level(Reasoned<Finding> finding, Assessment assessment) {
    if (assessment.waiver(finding).isPresent()) {
      return "notice";
    }
    return switch (Assessment.severity(finding)) {
      case CRITICAL, HIGH -> "error";
      case MODERATE -> "warning";
      case LOW -> "notice";
    };
  }

  /** Columns count only where a value begins and ends on one line. */
  private List<String> place(Quote quote) {
    if (quote.file().isEmpty()) {
      return List.of();
    }
    List<String> place = new ArrayList<>();
    place.add(property("file", tree.name(quote.file())));
    place.add("line=" + quote.line());
    if (quote.endLine() == quote.line()) {
      place.add("endLine=" + quote.endLine());
      place.add("col=" + quote.column());
      place.add("endColumn=" + quote.endColumn());
    } else if (quote.endLine() > 0) {
      place.add("endLine=" + quote.endLine());
    }
    return place;
  }

  private static String property(String name, String value) {
    return name + "=" + data(Plain.text(value)).replace(":", "%3A").replace(",", "%2C");
  }

  /** Nothing in it may end the command or begin another one. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
