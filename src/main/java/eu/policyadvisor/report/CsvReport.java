package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Assessments as a table for a spreadsheet: a row for each finding and for each live
 * recommendation, and one for a fact set that has neither.
 */
public final class CsvReport implements Report {
  /** Writes all tables; columns are in the order of the components of a row. */
  static final CsvMapper MAPPER =
      CsvMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(new SimpleModule().addSerializer(new Harmless()))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .build();

  private static final CsvSchema COLUMNS = MAPPER.schemaFor(Row.class).withLineSeparator("\n");
  private static final ObjectWriter ROWS = MAPPER.writer(COLUMNS);

  /** A row; the analyst's guide says what the columns hold. */
  private record Row(
      String file,
      @Nullable Integer line,
      String subject,
      String name,
      String asOf,
      String stance,
      String kind,
      String rule,
      String on,
      String text,
      String severity,
      @Nullable BigDecimal confidence,
      @Nullable Integer rank,
      String addressee,
      String urgency,
      String strength,
      String advises,
      String because,
      String basis,
      String fingerprint,
      String waiver) {}

  @Override
  public String head(KnowledgeBase knowledge) {
    List<String> names = new ArrayList<>();
    COLUMNS.forEach(column -> names.add(column.getName()));
    return String.join(",", names) + "\n";
  }

  @Override
  public String entry(Assessment assessment) {
    FactNames wording = new FactNames(assessment.facts());
    List<Row> rows = new ArrayList<>();
    assessment.findings().forEach(each -> rows.add(row(each, assessment, wording)));
    for (Ranked ranked : Ranked.all(assessment)) {
      ranked
          .recommendations()
          .forEach(each -> rows.add(row(ranked.rank(), each, assessment, wording)));
    }
    if (rows.isEmpty()) {
      rows.add(row(assessment, "none", "", "", "", "", null, null, "", null, "", "", "", ""));
    }
    return ROWS.writeValueAsString(rows);
  }

  private static Row row(Reasoned<Finding> finding, Assessment assessment, FactNames wording) {
    return row(
        assessment,
        "finding",
        finding.card().id(),
        wording.label(finding.conclusion().on()),
        finding.card().title(),
        Names.inFile(Assessment.severity(finding)),
        finding.confidence().value(),
        null,
        "",
        null,
        "",
        basis(finding, assessment),
        assessment.fingerprint(finding),
        Objects.requireNonNullElse(TriageWords.decided(finding, assessment), ""));
  }

  private static Row row(
      int rank, Reasoned<Recommendation> advised, Assessment assessment, FactNames wording) {
    return row(
        assessment,
        "recommendation",
        advised.card().id(),
        wording.label(advised.conclusion().on()),
        wording.action(advised),
        "",
        advised.confidence().value(),
        rank,
        wording.addressee(advised),
        Ranked.advice(advised),
        FactNames.findings(List.of(advised)).stream()
            .map(finding -> finding.card().id())
            .distinct()
            .collect(Collectors.joining(" ")),
        basis(advised, assessment),
        assessment.fingerprint(advised),
        assessment.restsOnWaivers(advised) ? TriageWords.STANDS : "");
  }

  private static Row row(
      Assessment assessment,
      String kind,
      String rule,
      String on,
      String text,
      String severity,
      @Nullable BigDecimal confidence,
      @Nullable Integer rank,
      String addressee,
      RuleCard.@Nullable Advice advice,
      String because,
      String basis,
      String fingerprint,
      String waiver) {
    Provenance provenance = assessment.facts().provenance();
    Subject subject = assessment.facts().subject();
    return new Row(
        provenance.file(),
        provenance.inFile() ? provenance.line() : null,
        subject.id(),
        subject.label(),
        assessment.asOf().toString(),
        Names.inFile(assessment.stance()),
        kind,
        rule,
        on,
        text,
        severity,
        confidence,
        rank,
        addressee,
        advice == null ? "" : Names.inFile(advice.urgency()),
        advice == null ? "" : Names.inFile(advice.strength()),
        advice == null ? "" : Names.inFile(advice.stance()),
        because,
        basis,
        fingerprint,
        waiver);
  }

  private static String basis(Reasoned<?> conclusion, Assessment assessment) {
    return Stream.concat(
            FactNames.citations(List.of(conclusion), assessment).stream()
                .map(citation -> (citation.instrument().id() + " " + citation.pinpoint()).strip()),
            FactNames.evidence(List.of(conclusion)).stream()
                .map(FactNames.Line::listed)
                .filter(row -> !row.isEmpty())
                .distinct()
                .map(row -> "list " + row))
        .collect(Collectors.joining("; "));
  }

  /**
   * Text on one line that a spreadsheet shows and does not run: what begins like a formula gets an
   * apostrophe in front.
   */
  private static final class Harmless extends StdSerializer<String> {
    private Harmless() {
      super(String.class);
    }

    @Override
    public void serialize(String raw, JsonGenerator out, SerializationContext context) {
      String text = Plain.text(raw);
      boolean formula = !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0;
      out.writeString(formula ? "'" + text : text);
    }
  }
}
