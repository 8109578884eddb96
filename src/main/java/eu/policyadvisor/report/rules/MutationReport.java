package eu.policyadvisor.report.rules;

import eu.policyadvisor.mutation.MutationOutcome;
import eu.policyadvisor.mutation.MutationOutcome.Verdict;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.Labels;
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

  /**
   * The share of changes that a case notices, in per cent; those that are equivalent or do not
   * compile are left out, those that are only suspected to be equivalent count as survived. Null
   * where no change is left.
   */
  public static @Nullable BigDecimal score(List<MutationOutcome> outcomes) {
    long killed = count(outcomes, Verdict.KILLED);
    long all = killed + count(outcomes, Verdict.SURVIVED) + count(outcomes, Verdict.SUSPECTED);
    return all == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(killed))
            .divide(BigDecimal.valueOf(all), 1, RoundingMode.FLOOR);
  }

  /** What no case notices, with a case that would; then the sum by kind of change. */
  public static String text(List<MutationOutcome> outcomes) {
    StringBuilder text = new StringBuilder();
    for (MutationOutcome row : outcomes) {
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
          .append(row.verdict().words())
          .append(": ")
          .append(mutation.change())
          .append('\n');
      if (row.verdict() == Verdict.EQUIVALENT) {
        text.append("  ").append(row.note()).append('\n');
      }
      row.witness().forEach(line -> text.append("  ").append(line).append('\n'));
      text.append('\n');
    }
    return text + table(outcomes) + '\n' + sum(outcomes);
  }

  private static String table(List<MutationOutcome> outcomes) {
    Map<Mutation.Kind, List<MutationOutcome>> byKind = new TreeMap<>();
    outcomes.forEach(
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

  private static String sum(List<MutationOutcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%s: %d killed, %d survived, of which %d suspected to be equivalent;"
            + " left out: %d equivalent, %d not viable%n%s%n",
        Labels.count(outcomes.size(), "change", "changes"),
        count(outcomes, Verdict.KILLED),
        count(outcomes, Verdict.SURVIVED) + count(outcomes, Verdict.SUSPECTED),
        count(outcomes, Verdict.SUSPECTED),
        count(outcomes, Verdict.EQUIVALENT),
        count(outcomes, Verdict.NOT_VIABLE),
        score(outcomes) == null ? "nothing to change" : "mutation score " + percent(outcomes, ""));
  }

  private static String percent(List<MutationOutcome> outcomes, String none) {
    BigDecimal score = score(outcomes);
    return score == null ? none : score + " %";
  }

  private static long count(List<MutationOutcome> outcomes, Verdict verdict) {
    return outcomes.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** The score and all changes. */
  public static String json(List<MutationOutcome> outcomes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("score", score(outcomes));
    for (Verdict verdict : Verdict.values()) {
      document.put(verdict.name().toLowerCase(Locale.ROOT), count(outcomes, verdict));
    }
    document.put("changes", outcomes.stream().map(MutationReport::json).toList());
    return JsonReport.document(document);
  }

  private static Map<String, Object> json(MutationOutcome row) {
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
