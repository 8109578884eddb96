package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.rule.KnowledgeBase;
import java.util.List;

/**
 * Renders assessments in one format; the same assessments always give the same text.
 *
 * <p>A report of many assessments need not stand in memory: it is its head, an entry for each
 * assessment with what stands between two of them, and its tail. Entries do not depend on each
 * other and may be made on any thread.
 */
public sealed interface Report
    permits CsvReport, JsonLinesReport, JsonReport, MarkdownReport, TextReport {

  /** What stands before the first entry. */
  String head(KnowledgeBase knowledge);

  /** One assessment. */
  String entry(Assessment assessment);

  /** What stands between two entries. */
  String between();

  /** What stands after the last entry, with a line feed at its end unless it is empty. */
  String tail(KnowledgeBase knowledge);

  /**
   * The whole report of assessments by one knowledge base, with a line feed at its end; empty
   * without an assessment.
   */
  default String render(List<Assessment> assessments) {
    if (assessments.isEmpty()) {
      return "";
    }
    KnowledgeBase knowledge = assessments.get(0).knowledge();
    return head(knowledge)
        + String.join(between(), assessments.stream().map(this::entry).toList())
        + tail(knowledge);
  }
}
