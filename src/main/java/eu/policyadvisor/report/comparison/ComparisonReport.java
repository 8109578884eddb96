package eu.policyadvisor.report.comparison;

import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;

/** Renders comparisons in one format; the same comparison always gives the same text. */
public sealed interface ComparisonReport
    permits ComparisonJson, ComparisonMarkdown, ComparisonText {

  /** What an edit of the rules comes to, with a line feed at its end. */
  String render(RulesComparison comparison);

  /** What differs between two situations, with a line feed at its end. */
  String render(SituationComparison comparison);
}
