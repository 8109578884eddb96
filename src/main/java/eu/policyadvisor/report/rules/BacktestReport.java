package eu.policyadvisor.report.rules;

import eu.policyadvisor.check.Backtest;
import eu.policyadvisor.check.BacktestRunner.Agreement;
import eu.policyadvisor.check.BacktestRunner.Outcome;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.Columns;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Markdown;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of documented decisions, as text, Markdown or JSON. */
public final class BacktestReport {
  private static final List<String> COLUMNS =
      List.of("case", "authority", "ours", "agreement", "decided by");

  private BacktestReport() {}

  /** A table for a terminal, what there is to say about single cases, and the rates. */
  public static String text(List<Outcome> outcomes, int columns) {
    List<List<String>> head =
        Stream.concat(
                Stream.of(COLUMNS.subList(0, 4)),
                outcomes.stream()
                    .map(
                        row ->
                            List.of(
                                row.test().id(),
                                Labels.of(row.test().decision().stance()),
                                Labels.of(row.stance()),
                                Names.inFile(row.agreement()))))
            .toList();
    List<Integer> widths =
        Stream.iterate(0, i -> i + 1)
            .limit(4)
            .map(i -> head.stream().mapToInt(line -> Columns.of(line.get(i))).max().orElse(0))
            .toList();
    int table = widths.stream().mapToInt(width -> width + 2).sum();
    int longest =
        outcomes.stream()
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
        front.append(cell).append(" ".repeat(widths.get(j) - Columns.of(cell) + 2));
      }
      String last = i == 0 ? COLUMNS.get(4) : decidedBy(outcomes.get(i - 1));
      List<String> lines = Paragraph.of(last, Style.PLAIN).lines(columns - indent, false);
      text.append(beside ? front + lines.get(0) : front.toString().stripTrailing()).append('\n');
      lines.stream()
          .skip(beside ? 1 : 0)
          .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
    }
    for (Outcome row : outcomes) {
      for (String note : notes(row)) {
        text.append('\n');
        Paragraph.of(row.test().id() + ": " + note, Style.PLAIN)
            .lines(columns, false)
            .forEach(line -> text.append(line).append('\n'));
      }
    }
    text.append('\n').append(sum(outcomes)).append('\n');
    return text.append(RatesReport.text(outcomes, columns)).toString();
  }

  /** The same in Markdown. */
  public static String markdown(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("# Backtest\n\n");
    text.append("| Case | Authority | Its stance | Ours | Agreement | Decided by |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Outcome row : outcomes) {
      text.append(
          "| **%s** %s (%s) | %s | %s | %s | %s | %s |\n"
              .formatted(
                  Markdown.text(row.test().id()),
                  row.test().title() == null ? "" : Markdown.text(row.test().title()),
                  row.test().asOf(),
                  Markdown.text(row.test().decision().authority()),
                  Labels.of(row.test().decision().stance()),
                  Labels.of(row.stance()),
                  Names.inFile(row.agreement()),
                  row.decidedBy().isEmpty()
                      ? "no recommendation"
                      : String.join(", ", row.decidedBy().stream().map(Markdown::code).toList())));
    }
    text.append('\n');
    for (Outcome row : outcomes) {
      for (String note : notes(row)) {
        text.append(
            "- **%s**: %s\n".formatted(Markdown.text(row.test().id()), Markdown.text(note)));
      }
    }
    text.append('\n').append(sum(outcomes)).append('\n');
    return text.append(RatesReport.markdown(outcomes)).toString();
  }

  /** The same in JSON: cases, and rates. */
  public static String json(List<Outcome> outcomes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cases", outcomes.stream().map(BacktestReport::json).toList());
    json.put("rates", RatesReport.json(outcomes));
    return JsonReport.document(json);
  }

  private static Map<String, Object> json(Outcome row) {
    Backtest test = row.test();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", test.id());
    putIfKnown("title", test.title(), json);
    json.put("authority", test.decision().authority());
    json.put("as_of", test.asOf());
    json.put("theirs", test.decision().stance());
    json.put("ours", row.stance());
    json.put("agreement", row.agreement());
    json.put("decided_by", row.decidedBy());
    putIfKnown("blind", test.blind(), json);
    putIfKnown("first_run", test.firstRun(), json);
    putIfKnown("reason", test.decision().disagrees(), json);
    putIfKnown("lacks", test.decision().lacks(), json);
    json.put("failures", row.failures());
    // Named what a file states and no fact holds; by now such a file is refused.
    json.put("left_out", List.of());
    json.put("sources", test.sources().stream().map(Backtest.Source::url).toList());
    return json;
  }

  private static void putIfKnown(String key, @Nullable Object value, Map<String, Object> json) {
    if (value != null) {
      json.put(key, value);
    }
  }

  private static String decidedBy(Outcome row) {
    return row.decidedBy().isEmpty() ? "no recommendation" : String.join(", ", row.decidedBy());
  }

  private static List<String> notes(Outcome row) {
    List<String> notes = new ArrayList<>();
    if (row.test().decision().disagrees() != null) {
      notes.add("disagrees with the authority: " + row.test().decision().disagrees());
    } else if (row.agreement() == Agreement.LACKS) {
      notes.add("the rules lack: " + row.test().decision().lacks());
    } else if (row.agreement() == Agreement.DIFFERS) {
      notes.add(
          "the authority took the stance "
              + Labels.of(row.test().decision().stance())
              + ", we take "
              + Labels.of(row.stance())
              + "; state the facts as they were, mend the rules, or say why: 'disagrees: ...' or"
              + " 'lacks: ...'");
    }
    notes.addAll(row.failures());
    return notes;
  }

  private static String sum(List<Outcome> outcomes) {
    long agree = outcomes.stream().filter(row -> row.agreement() == Agreement.AGREES).count();
    long disagree = outcomes.stream().filter(row -> row.agreement() == Agreement.DISAGREES).count();
    long lack = outcomes.stream().filter(row -> row.agreement() == Agreement.LACKS).count();
    long failing = outcomes.stream().filter(row -> !row.passes()).count();
    return String.format(
        Locale.ROOT,
        "%s: %d agree, %d disagree for a reason, %d lack rules, %d fail",
        Labels.count(outcomes.size(), "case", "cases"),
        agree,
        disagree,
        lack,
        failing);
  }
}
