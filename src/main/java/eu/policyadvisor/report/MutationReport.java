package eu.policyadvisor.report;

import eu.policyadvisor.rule.Mutation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which small changes of rules the cases notice, as text or JSON. */
public final class MutationReport {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private MutationReport() {}

  /** What became of a change. */
  public enum Verdict {
    /** A case fails with it. */
    KILLED("killed"),
    /** No case fails, although facts would tell. */
    SURVIVED("survived"),
    /** No case fails, and no facts that would tell were found. */
    SUSPECTED("survived, suspected to be equivalent"),
    /** It was shown that no facts can tell. */
    EQUIVALENT("equivalent"),
    /** It does not compile. */
    NOT_VIABLE("not viable");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  /**
   * One change.
   *
   * @param mutation the change
   * @param verdict what became of it
   * @param note the case that failed, or why the change is equivalent
   * @param witness a case that would fail; empty when there is none
   */
  public record Row(Mutation mutation, Verdict verdict, String note, List<String> witness) {
    /** Copies the lines. */
    public Row {
      witness = List.copyOf(witness);
    }
  }

  /**
   * The share of changes that a case notices, in per cent; those that are equivalent or do not
   * compile are left out, those that are only suspected to be equivalent count as survived. Null
   * where no change is left.
   */
  public static @Nullable BigDecimal score(List<Row> rows) {
    long killed = count(rows, Verdict.KILLED);
    long all = killed + count(rows, Verdict.SURVIVED) + count(rows, Verdict.SUSPECTED);
    return all == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(killed))
            .divide(BigDecimal.valueOf(all), 1, RoundingMode.FLOOR);
  }

  /** What no case notices, with a case that would; then the sum by kind of change. */
  public static String text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      if (row.verdict() == Verdict.KILLED || row.verdict() == Verdict.NOT_VIABLE) {
        continue;
      }
      Mutation mutation = row.mutation();
      text.append(mutation.place())
          .append(": ")
          .append(mutation.of())
          .append(": ")
          .append(mutation.kind().words())
          .append(' ')
          .append(row.verdict().words)
          .append(": ")
          .append(mutation.change())
          .append('\n');
      if (row.verdict() == Verdict.EQUIVALENT) {
        text.append("  ").append(row.note()).append('\n');
      }
      row.witness().forEach(line -> text.append("  ").append(line).append('\n'));
      text.append('\n');
    }
    return text + table(rows) + '\n' + sum(rows);
  }

  private static String table(List<Row> rows) {
    Map<Mutation.Kind, List<Row>> byKind = new TreeMap<>();
    rows.forEach(
        row -> byKind.computeIfAbsent(row.mutation().kind(), any -> new ArrayList<>()).add(row));
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(Locale.ROOT, "%-18s %8s %8s %7s%n", "change", "killed", "survived", "score"));
    byKind.forEach(
        (kind, of) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-18s %8d %8d %7s%n",
                    kind.words(),
                    count(of, Verdict.KILLED),
                    count(of, Verdict.SURVIVED) + count(of, Verdict.SUSPECTED),
                    percent(of, "-"))));
    return table.toString();
  }

  private static String sum(List<Row> rows) {
    return String.format(
        Locale.ROOT,
        "%s: %d killed, %d survived, of which %d suspected to be equivalent;"
            + " left out: %d equivalent, %d not viable%n%s%n",
        Words.count(rows.size(), "change", "changes"),
        count(rows, Verdict.KILLED),
        count(rows, Verdict.SURVIVED) + count(rows, Verdict.SUSPECTED),
        count(rows, Verdict.SUSPECTED),
        count(rows, Verdict.EQUIVALENT),
        count(rows, Verdict.NOT_VIABLE),
        score(rows) == null ? "nothing to change" : "mutation score " + percent(rows, ""));
  }

  private static String percent(List<Row> rows, String none) {
    BigDecimal score = score(rows);
    return score == null ? none : score + " %";
  }

  private static long count(List<Row> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** The score and all changes. */
  public static String json(List<Row> rows) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("score", score(rows));
    for (Verdict verdict : Verdict.values()) {
      document.put(verdict.name().toLowerCase(Locale.ROOT), count(rows, verdict));
    }
    document.put("changes", rows.stream().map(MutationReport::json).toList());
    return JsonReport.document(document);
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("of", row.mutation().of());
    change.put("file", row.mutation().file());
    change.put("line", row.mutation().line());
    change.put("column", row.mutation().column());
    change.put("kind", row.mutation().kind().name().toLowerCase(Locale.ROOT));
    change.put("before", row.mutation().before());
    change.put("after", row.mutation().after());
    change.put("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
    change.put("note", row.note());
    change.put("witness", row.witness());
    return change;
  }
}
