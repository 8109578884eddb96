package eu.policyadvisor.spark;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Assesses the documents of a partition, one after the other. Nothing that is wrong with one of
 * them stops the others.
 */
final class DocumentAssessor implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private static final String NAMELESS = "<row>";

  private final @Nullable LocalDate asOf;
  private final LocalDate today;
  private final boolean statuses;
  private final RecordRows records;

  /**
   * How documents are assessed.
   *
   * @param asOf the date of the advice; null for that of the facts
   * @param today the date of the advice where neither says it, the same for all partitions
   * @param statuses whether rows say what came of each rule
   * @param records how rows are made
   */
  DocumentAssessor(
      @Nullable LocalDate asOf, LocalDate today, boolean statuses, RecordRows records) {
    this.asOf = asOf;
    this.today = today;
    this.statuses = statuses;
    this.records = records;
  }

  /** Made by the first task of a process and shared by all: a rule base is never sent around. */
  private static final class OfProcess {
    static final Advisor ADVISOR = Advisor.standard();
  }

  /**
   * A document, or a line of JSON Lines.
   *
   * @param row source, line and text; without a line it is a document of its own
   */
  private record Document(Row row) {
    @Nullable String source() {
      return row.getAs(0);
    }

    @Nullable Integer line() {
      return row.getAs(1);
    }

    byte @Nullable [] text() {
      return row.getAs(2);
    }

    String label() {
      String source = source();
      return source == null ? NAMELESS : source;
    }

    FactsRead read(byte[] text) throws IOException {
      Integer line = line();
      return line == null
          ? OfProcess.ADVISOR.read(label(), new ByteArrayInputStream(text))
          : OfProcess.ADVISOR.readLine(label(), line, text);
    }

    Row failed(List<Problem> problems) {
      return ResultRows.failed(
          source(),
          line(),
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }

    Row failed(String message) {
      Integer line = line();
      return failed(
          List.of(new Problem(label(), line == null ? 0 : line, line == null ? 0 : 1, message)));
    }
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    // Rules that cannot be loaded are no fault of a document: they fail the job.
    OfProcess.ADVISOR.knowledge();
    JsonReport report = statuses ? new JsonReport().withStatuses() : new JsonReport();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
        .flatMap(row -> assess(new Document(row), report).stream())
        .iterator();
  }

  private List<Row> assess(Document document, JsonReport report) {
    byte[] text = document.text();
    if (text == null) {
      return List.of(document.failed("is null; a fact set is text"));
    }
    List<Row> rows = new ArrayList<>();
    try {
      FactsRead reading = document.read(text);
      for (FactSet facts : reading.factSets()) {
        rows.add(
            ResultRows.assessed(
                document.source(),
                facts.provenance().line(),
                report.ofSubject(assess(facts)),
                records));
      }
      if (!reading.problems().isEmpty()) {
        rows.add(document.failed(reading.problems()));
      }
    } catch (InvalidFactsException e) {
      rows.add(document.failed(e.problems()));
    } catch (IOException | RuntimeException e) {
      rows.add(document.failed("internal error: " + e));
    }
    return rows;
  }

  private Assessment assess(FactSet facts) {
    LocalDate day = asOf == null ? facts.asOf() : asOf;
    LocalDate from = day == null ? today : day;
    return statuses ? OfProcess.ADVISOR.assess(facts, from) : OfProcess.ADVISOR.advise(facts, from);
  }
}
