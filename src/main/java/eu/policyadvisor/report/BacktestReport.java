package eu.policyadvisor.report;

import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of documented decisions, as text, Markdown or JSON. */
public final class BacktestReport {
  private static final List<String> COLUMNS =
      List.of("case", "authority", "ours", "agreement", "decided by");

  private BacktestReport() {}

  /**
   * A decision and what the advisor says.
   *
   * @param id its name
   * @param title what it is about, or null
   * @param authority who decided
   * @param asOf the date on which the facts stood as they are stated
   * @param theirs the stance of the authority
   * @param ours our stance
   * @param agreement agrees, disagrees for a reason, or differs without one
   * @param decidedBy the findings that our stance rests on
   * @param reason why the authority should not be followed, or null
   * @param failures what else is not as the case expects
   * @param leftOut what the file states that no fact holds
   * @param sources addresses
   */
  public record Row(
      String id,
      @Nullable String title,
      String authority,
      LocalDate asOf,
      Stance theirs,
      Stance ours,
      String agreement,
      List<String> decidedBy,
      @Nullable String reason,
      List<String> failures,
      List<String> leftOut,
      List<String> sources) {

    /** Copies the lists. */
    public Row {
      decidedBy = List.copyOf(decidedBy);
      failures = List.copyOf(failures);
      leftOut = List.copyOf(leftOut);
      sources = List.copyOf(sources);
    }
  }

  /** A table for a terminal, then what there is to say about single cases. */
  public static String text(List<Row> rows, int columns) {
    List<List<String>> head =
        Stream.concat(
                Stream.of(COLUMNS.subList(0, 4)),
                rows.stream()
                    .map(
                        row ->
                            List.of(
                                row.id(),
                                Words.of(row.theirs()),
                                Words.of(row.ours()),
                                row.agreement())))
            .toList();
    List<Integer> widths =
        Stream.iterate(0, i -> i + 1)
            .limit(4)
            .map(i -> head.stream().mapToInt(line -> Plain.width(line.get(i))).max().orElse(0))
            .toList();
    int table = widths.stream().mapToInt(width -> width + 2).sum();
    int longest =
        rows.stream()
            .flatMap(row -> row.decidedBy().stream())
            .mapToInt(id -> id.length() + 1)
            .max()
            .orElse(0);
    // Beside the agreement while there is room for an id, else below the case.
    boolean beside = columns - table >= longest;
    int indent = beside ? table : 4;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < head.size(); i++) {
      StringBuilder front = new StringBuilder();
      for (int j = 0; j < 4; j++) {
        String cell = head.get(i).get(j);
        front.append(cell).append(" ".repeat(widths.get(j) - Plain.width(cell) + 2));
      }
      String last = i == 0 ? COLUMNS.get(4) : decidedBy(rows.get(i - 1));
      List<String> lines = Paragraph.of(last, Style.PLAIN).lines(columns - indent, false);
      text.append(beside ? front + lines.get(0) : front.toString().stripTrailing()).append('\n');
      lines.stream()
          .skip(beside ? 1 : 0)
          .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
    }
    for (Row row : rows) {
      for (String note : notes(row)) {
        text.append('\n');
        Paragraph.of(row.id() + ": " + note, Style.PLAIN)
            .lines(columns, false)
            .forEach(line -> text.append(line).append('\n'));
      }
    }
    return text.append('\n').append(sum(rows)).append('\n').toString();
  }

  /** A table and notes in Markdown. */
  public static String markdown(List<Row> rows) {
    StringBuilder text = new StringBuilder("# Backtest\n\n");
    text.append("| Case | Authority | Its stance | Ours | Agreement | Decided by |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      text.append(
          "| **%s** %s (%s) | %s | %s | %s | %s | %s |\n"
              .formatted(
                  Markdown.text(row.id()),
                  row.title() == null ? "" : Markdown.text(row.title()),
                  row.asOf(),
                  Markdown.text(row.authority()),
                  Words.of(row.theirs()),
                  Words.of(row.ours()),
                  row.agreement(),
                  row.decidedBy().isEmpty()
                      ? "no recommendation"
                      : String.join(", ", row.decidedBy().stream().map(Markdown::code).toList())));
    }
    text.append('\n');
    for (Row row : rows) {
      for (String note : notes(row)) {
        text.append("- **%s**: %s\n".formatted(Markdown.text(row.id()), Markdown.text(note)));
      }
    }
    return text.append('\n').append(sum(rows)).append('\n').toString();
  }

  /** The rows as a JSON list. */
  public static String json(List<Row> rows) {
    return JsonReport.document(rows);
  }

  private static String decidedBy(Row row) {
    return row.decidedBy().isEmpty() ? "no recommendation" : String.join(", ", row.decidedBy());
  }

  private static List<String> notes(Row row) {
    List<String> notes = new ArrayList<>();
    if (row.reason() != null) {
      notes.add("disagrees with the authority: " + row.reason());
    } else if (row.agreement().equals("differs")) {
      notes.add(
          "the authority took the stance "
              + Words.of(row.theirs())
              + ", we take "
              + Words.of(row.ours())
              + "; state the facts as they were, mend the rules, or say why: 'disagrees: ...'");
    }
    notes.addAll(row.failures());
    if (!row.leftOut().isEmpty()) {
      notes.add("no fact holds " + String.join(", ", row.leftOut()));
    }
    return notes;
  }

  private static String sum(List<Row> rows) {
    long agree = rows.stream().filter(row -> row.agreement().equals("agrees")).count();
    long disagree = rows.stream().filter(row -> row.agreement().equals("disagrees")).count();
    long failing =
        rows.stream()
            .filter(row -> row.agreement().equals("differs") || !row.failures().isEmpty())
            .count();
    return String.format(
        Locale.ROOT,
        "%s: %d agree, %d disagree for a reason, %d fail",
        Words.count(rows.size(), "case", "cases"),
        agree,
        disagree,
        failing);
  }
}
