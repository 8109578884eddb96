package eu.policyadvisor.report.rules;

import eu.policyadvisor.check.Backtest;
import eu.policyadvisor.check.BacktestRunner.Outcome;
import eu.policyadvisor.check.Direction;
import eu.policyadvisor.check.Rate;
import eu.policyadvisor.check.Rates;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.rule.Stance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often our stance was right on documented decisions, as text, Markdown or JSON. */
final class RatesReport {
  private static final String TODAY = "With the rules of today, all cases";
  private static final String FIRST_RUN = "At first run, cases with blind facts only";
  private static final String LEGEND =
      "right: our stance is that of the authority. right by direction: both are against, both in"
          + " favour, or both neither. spoken against: the authority was in favour, we were"
          + " against.";

  /** Two lines, so that the table fits narrow terminals. */
  private static final String HEAD =
      """
                                    right by   spoken
      authority       cases  right  direction  against
      """;

  private RatesReport() {}

  /** A row of a table: a direction, a stance of it, or the total. */
  private record Row(String label, boolean stance, Rate rate, boolean allows) {
    /** Only what an authority allowed can be spoken against. */
    String spokenAgainst() {
      return allows ? String.valueOf(rate.spokenAgainst()) : "";
    }
  }

  private static List<Row> rows(Rates rates) {
    List<Row> rows = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      boolean allows = direction == Direction.IN_FAVOUR;
      rows.add(new Row(Labels.of(direction), false, rates.of(direction), allows));
      for (Stance stance : rates.stances(direction)) {
        rows.add(new Row(Labels.of(stance), true, rates.of(stance), allows));
      }
    }
    rows.add(new Row("total", false, rates.total(), true));
    return rows;
  }

  /** Both rates for a terminal, each under its name, and what the words mean. */
  static String text(List<Outcome> outcomes, int columns) {
    StringBuilder text = new StringBuilder();
    text.append('\n');
    append(TODAY, Rates.today(outcomes), columns, text);
    text.append('\n');
    append(FIRST_RUN, Rates.firstRun(outcomes), columns, text);
    append(notCounted(outcomes), columns, text);
    text.append('\n');
    append(LEGEND, columns, text);
    return text.toString();
  }

  private static void append(String name, Rates rates, int columns, StringBuilder text) {
    text.append(name).append('\n');
    if (!rates.byStance().isEmpty()) {
      text.append(HEAD);
      for (Row row : rows(rates)) {
        String label = (row.stance ? "  " : "") + row.label;
        Rate rate = row.rate;
        text.append(
            "%-16s%5s%7s%11s%9s"
                .formatted(
                    label, rate.cases(), rate.right(), rate.rightByDirection(), row.spokenAgainst())
                .stripTrailing());
        text.append('\n');
      }
    }
    append(sum(rates), columns, text);
  }

  private static void append(String words, int columns, StringBuilder text) {
    Paragraph.of(words).append(text, "", "", columns, false);
  }

  /** The same in Markdown. */
  static String markdown(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    append(TODAY, Rates.today(outcomes), text);
    append(FIRST_RUN, Rates.firstRun(outcomes), text);
    return text.append("\n%s\n\n%s\n".formatted(notCounted(outcomes), LEGEND)).toString();
  }

  private static void append(String name, Rates rates, StringBuilder text) {
    text.append("\n## ").append(name).append("\n\n");
    if (!rates.byStance().isEmpty()) {
      text.append("| Authority | Cases | Right | Right by direction | Spoken against |\n");
      text.append("|---|---:|---:|---:|---:|\n");
      for (Row row : rows(rates)) {
        Rate rate = row.rate;
        text.append(
            "| %s | %s | %s | %s | %s |\n"
                .formatted(
                    row.stance ? row.label : "**" + row.label + "**",
                    rate.cases(),
                    rate.right(),
                    rate.rightByDirection(),
                    row.spokenAgainst()));
      }
      text.append('\n');
    }
    text.append(sum(rates)).append('\n');
  }

  /** The same for JSON. */
  static Map<String, Object> json(List<Outcome> outcomes) {
    Map<String, Object> firstRun = json(Rates.firstRun(outcomes));
    firstRun.put("not_blind", notBlind(outcomes));
    firstRun.put("no_first_run", noFirstRun(outcomes));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("today", json(Rates.today(outcomes)));
    json.put("first_run", firstRun);
    return json;
  }

  private static Map<String, Object> json(Rates rates) {
    Map<String, Object> directions = new LinkedHashMap<>();
    Stream.of(Direction.values())
        .forEach(each -> directions.put(Names.inFile(each), rates.of(each)));
    Map<String, Object> stances = new LinkedHashMap<>();
    rates.byStance().forEach((stance, rate) -> stances.put(Names.inFile(stance), rate));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", rates.total());
    json.put("by_direction", directions);
    json.put("by_stance", stances);
    return json;
  }

  private static String sum(Rates rates) {
    Rate total = rates.total();
    int allowed = rates.of(Direction.IN_FAVOUR).cases();
    return total.cases() == 0
        ? "no case counts"
        : "right: %s; right by direction: %s; spoken against: %s"
            .formatted(
                share(total.right(), total.cases(), ""),
                share(total.rightByDirection(), total.cases(), ""),
                allowed == 0
                    ? "none was in favour"
                    : share(total.spokenAgainst(), allowed, " in favour"));
  }

  /** Such as {@code 2 of 3 (66 %)}; rounded down, so that 100 is all. */
  private static String share(int part, int whole, String what) {
    return "%s of %s%s (%s %%)".formatted(part, whole, what, 100 * part / whole);
  }

  private static String notCounted(List<Outcome> outcomes) {
    int notBlind = notBlind(outcomes);
    int noFirstRun = noFirstRun(outcomes);
    return "not counted: %s of %s (%s not known to be blind, %s without a first run)"
        .formatted(
            notBlind + noFirstRun,
            Labels.count(outcomes.size(), "case", "cases"),
            notBlind,
            noFirstRun);
  }

  private static int notBlind(List<Outcome> outcomes) {
    return outcomes.size() - blind(outcomes).size();
  }

  private static int noFirstRun(List<Outcome> outcomes) {
    return (int) blind(outcomes).stream().filter(test -> test.firstRun() == null).count();
  }

  private static List<Backtest> blind(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::test).filter(Backtest::isBlind).toList();
  }
}
