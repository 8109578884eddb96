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
public interface Report {

  /** What stands before the first entry. */
  default String head(KnowledgeBase knowledge) {
    return "";
  }

  /** One assessment. */
  String entry(Assessment assessment);

  /** What stands between two entries. */
  default String between() {
    return "";
  }

  /** What stands after the last entry, with a line feed at its end unless it is empty. */
  default String tail(KnowledgeBase knowledge) {
    return "";
  }

  /**
   * The same where the report bears a mark of its content.
   *
   * @param digest the SHA-256 of all that stands before, in hexadecimal digits
   */
  default String tail(KnowledgeBase knowledge, String digest) {
    return tail(knowledge);
  }

  /** Whether its lines are commands to a build server, which reads them in a log. */
  default boolean isCommands() {
    return false;
  }

  /** Whether it says what came of each rule, which takes a while to find out. */
  default boolean tellsStatuses() {
    return false;
  }

  /** Whether it says what the answers could become, which takes many runs of the rules. */
  default boolean tellsRange() {
    return false;
  }

  /**
   * Whether it can only be written in one go: its end depends on its beginning, or what stands
   * between two entries on what they hold.
   */
  default boolean isWhole() {
    return false;
  }

  /**
   * The whole report of assessments by one knowledge base, with a line feed at its end; empty
   * without an assessment.
   */
  default String render(List<Assessment> assessments) {
    if (assessments.isEmpty()) {
      return "";
    }
    KnowledgeBase knowledge = assessments.get(0).knowledge();
    ReportText text = new ReportText(this, () -> knowledge);
    StringBuilder whole = new StringBuilder();
    assessments.forEach(each -> whole.append(text.next(entry(each))));
    return whole.append(text.end()).toString();
  }
}
