package eu.policyadvisor.benchmark.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, with a heading and a line that says how to read it. */
final class Table {
  private final String heading;
  private final String note;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String heading, String note, String... columns) {
    this.heading = heading;
    this.note = note;
    this.columns = List.of(columns);
  }

  void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(heading + ": " + List.of(cells));
    }
    rows.add(List.of(cells));
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(heading).append("\n\n").append(note).append("\n\n");
    line(text, columns);
    text.append("|---|").append("---:|".repeat(columns.size() - 1)).append('\n');
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** With three figures that count. */
  static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : value >= 10
            ? String.format(Locale.ROOT, "%.1f", value)
            : String.format(Locale.ROOT, value >= 1 ? "%.2f" : "%.3f", value);
  }

  static String times(double ratio) {
    return Double.isFinite(ratio) ? number(ratio) : "";
  }
}
