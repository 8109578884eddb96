package eu.policyadvisor.report.explanation;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.explain.Explanation;
import java.util.List;

/** Renders explanations in one format; the same explanations always give the same text. */
public sealed interface ExplanationReport
    permits ExplanationJson, ExplanationMarkdown, ExplanationText {

  /**
   * What is explained for one fact set.
   *
   * @param assessment what the rules say about it
   * @param explanations rules, each with what came of it
   */
  record Explained(Assessment assessment, List<Explanation> explanations) {
    /** Copies the list. */
    public Explained {
      explanations = List.copyOf(explanations);
    }
  }

  /** The whole report, with a line feed at its end. */
  String render(List<Explained> explained);
}
