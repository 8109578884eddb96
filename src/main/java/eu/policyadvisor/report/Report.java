package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import java.util.List;

/** Renders assessments in one format; the same assessments always give the same text. */
public sealed interface Report permits JsonReport, MarkdownReport, TextReport {

  /** The whole report, with a line feed at its end. */
  String render(List<Assessment> assessments);
}
