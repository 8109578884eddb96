package eu.policyadvisor.report;

import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of cases, for a terminal or as JUnit XML. */
public final class TestReport {
  /** A reason is to be seen at once; the whole of it is what {@code explain} shows. */
  private static final int DEEPEST = 6;

  private static final int MOST_LINES = 12;

  private TestReport() {}

  /**
   * A case that was run.
   *
   * @param file its file
   * @param line its line there
   * @param name its name
   * @param todo whether it is marked as a gap that is known
   * @param failures what is not as it expects; empty when it passed
   * @param took how long it took
   */
  public record Row(
      String file, int line, String name, boolean todo, List<Failure> failures, Duration took) {
    /** Copies the list. */
    public Row {
      failures = List.copyOf(failures);
    }

    boolean failed() {
      return !failures.isEmpty() && !todo;
    }
  }

  /**
   * What is not as a case expects.
   *
   * @param message what was expected and what came
   * @param reason what came of the rule, and why; null where it is about no single rule
   */
  public record Failure(String message, @Nullable Explanation reason) {}

  /**
   * The cases that fail, each with its reasons, and the sum of all.
   *
   * @param rules how many rules there are
   */
  public static String text(List<Row> rows, int rules, int columns, boolean colour) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      if (!row.failures().isEmpty()) {
        failing(row, columns, colour).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
      } else if (row.todo()) {
        text.append(place(row)).append(" passes now; take out 'todo: true'\n\n");
      }
    }
    Paragraph.of(sum(rows, rules), rows.stream().anyMatch(Row::failed) ? Style.RED : Style.GREEN)
        .lines(columns, colour)
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String place(Row row) {
    return Plain.text(row.file()) + ":" + row.line() + " " + Plain.text(row.name());
  }

  private static String sum(List<Row> rows, int rules) {
    long failed = rows.stream().filter(Row::failed).count();
    long gaps = rows.stream().filter(row -> !row.failures().isEmpty() && row.todo()).count();
    long passed = rows.size() - failed - gaps;
    return Words.count(rows.size(), "case", "cases")
        + " for "
        + Words.count(rules, "rule", "rules")
        + ": "
        + passed
        + " passed, "
        + failed
        + " failed"
        + (gaps == 0 ? "" : ", " + Words.count((int) gaps, "known gap", "known gaps"));
  }

  private static List<String> failing(Row row, int columns, boolean colour) {
    List<String> lines = new ArrayList<>();
    Style style = row.todo() ? Style.YELLOW : Style.RED;
    lines.addAll(
        Paragraph.of((row.todo() ? "known gap " : "✗ ") + place(row), style)
            .lines(columns, colour));
    for (Failure failure : row.failures()) {
      put(lines, "    ", Plain.text(failure.message()), columns, colour);
      reason(failure).forEach(line -> put(lines, "      ", line, columns, colour));
    }
    return lines;
  }

  private static void put(
      List<String> lines, String indent, String text, int columns, boolean colour) {
    String own = indent + " ".repeat(text.length() - text.stripLeading().length());
    Paragraph.of(text.strip(), Style.PLAIN)
        .lines(Math.max(30, columns - own.length()), colour)
        .forEach(line -> lines.add(own + line));
  }

  /** Why a rule concluded, or why not, in a few lines. */
  private static List<String> reason(Failure failure) {
    Explanation explanation = failure.reason();
    if (explanation == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (explanation.nearest() != null) {
      Reasons.obstacles(explanation.nearest()).forEach(line -> outline(line, 0, lines));
    }
    for (Node proof : explanation.proofs()) {
      outline(Reasons.proof(proof), 0, lines);
    }
    String waits = Reasons.waits(explanation);
    if (waits != null) {
      lines.add("waits for " + waits);
    }
    return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
  }

  private static void outline(Reasons.Line line, int depth, List<String> lines) {
    lines.add("  ".repeat(depth) + line.text());
    if (depth < DEEPEST) {
      line.below().forEach(each -> outline(each, depth + 1, lines));
    }
  }

  /** The same as JUnit XML, one suite a file; a gap that is known is skipped. */
  public static String junit(List<Row> rows) {
    Xml xml = new Xml();
    xml.open("testsuites", "tests", rows.size(), "failures", failed(rows), "skipped", gaps(rows))
        .text("\n");
    for (String file : rows.stream().map(Row::file).distinct().toList()) {
      new JunitSuite(
              file,
              rows.stream()
                  .filter(row -> row.file().equals(file))
                  .map(TestReport::testCase)
                  .toList())
          .write(xml);
    }
    xml.close();
    return xml.text() + "\n";
  }

  private static JunitSuite.Case testCase(Row row) {
    boolean gap = !row.failures().isEmpty() && row.todo();
    return new JunitSuite.Case(
        row.file(),
        row.name(),
        row.file(),
        row.line(),
        row.took(),
        gap
            ? List.of()
            : row.failures().stream()
                .map(
                    failure ->
                        new JunitSuite.Failure(
                            failure.message(), null, String.join("\n", reason(failure))))
                .toList(),
        gap ? "known gap: " + row.failures().get(0).message() : null);
  }

  private static long failed(List<Row> rows) {
    return rows.stream().filter(Row::failed).count();
  }

  private static long gaps(List<Row> rows) {
    return rows.stream().filter(row -> !row.failures().isEmpty() && row.todo()).count();
  }
}
