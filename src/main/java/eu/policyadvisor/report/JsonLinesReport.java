package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.Provenance;

/**
 * Assessments as JSON Lines: one a line, each complete in itself, for programs that read many;
 * {@code line.schema.json} describes a line.
 */
public final class JsonLinesReport implements Report {
  /** The schema that every line names; the number changes when a reader must change. */
  public static final String SCHEMA =
      "https://eu-ai-policy-advisor.example/schema/assessment-line-1";

  private final JsonReport json;

  /** Lines with what the objects of a JSON report hold. */
  public JsonLinesReport(JsonReport json) {
    this.json = json;
  }

  @Override
  public boolean tellsRange() {
    return true;
  }

  @Override
  public String entry(Assessment assessment) {
    Provenance provenance = assessment.facts().provenance();
    return JsonReport.compact(
            new JsonDocument.Line(
                SCHEMA,
                json.madeBy(assessment.knowledge()),
                provenance.inFile() ? provenance.file() : null,
                provenance.inFile() ? provenance.line() : null,
                json.ofSubject(assessment)))
        + "\n";
  }
}
