package eu.policyadvisor.report;

import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ListRow;
import eu.policyadvisor.screening.Match;
import eu.policyadvisor.screening.Screened;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvSchema;

/** What screening lists say about names, and which lists there are. */
public final class MatchReport {
  private static final CsvSchema COLUMNS =
      CsvReport.MAPPER.schemaFor(Row.class).withLineSeparator("\n").withHeader();

  private final LocalDate day;
  private final List<KeptList> lists;

  /**
   * For a day.
   *
   * @param day the day names were screened for
   * @param lists the lists they were looked up in
   */
  public MatchReport(LocalDate day, List<KeptList> lists) {
    this.day = day;
    this.lists = List.copyOf(lists);
  }

  /** The lists, and how old they are. */
  public static String lists(List<KeptList> lists, LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (KeptList list : lists) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-14s  %s  %s%n%16s%,d rows · SHA-256 %s · from %s, imported %s%n",
              list.id(),
              list.date(),
              age(list, day),
              "",
              list.rows(),
              list.sha256(),
              Plain.text(list.from()),
              list.imported()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** Such as {@code 12 days old}. */
  private static String age(KeptList list, LocalDate day) {
    long days = list.days(day);
    return (days < 0
            ? "of a later day than " + day
            : Labels.count((int) days, "day old", "days old"))
        + (days > ListedRow.OLD_AFTER_DAYS
            ? ", older than " + ListedRow.OLD_AFTER_DAYS + " days"
            : "")
        + (list.dated().isKnown()
            ? ""
            : ", counted from its import: nobody says which day it is of");
  }

  /** For people. */
  public String text(List<Screened> screened) {
    StringBuilder text = new StringBuilder();
    for (KeptList list : lists) {
      text.append("# %s of %s, %s\n".formatted(list.id(), list.date(), age(list, day)));
    }
    for (Screened each : screened) {
      text.append('\n').append(Plain.text(each.entry().name())).append('\n');
      if (each.matches().isEmpty()) {
        text.append("  no match\n");
      }
      each.matches().forEach(match -> put(match, text));
    }
    return text.toString();
  }

  private static void put(Match match, StringBuilder text) {
    ListRow row = match.row();
    text.append(match.kind() == Match.Kind.EXACT ? "  listed     " : "  resembles  ")
        .append(Plain.text(match.listed()));
    if (!match.listed().equals(row.name())) {
      text.append(" (").append(Plain.text(row.name())).append(')');
    }
    line(text, match.how());
    line(
        text,
        row.source()
            + (row.since() == null ? "" : ", since " + row.since())
            + (row.reference().isEmpty() ? "" : ", " + row.reference()));
    line(text, row.effect());
    line(text, "%s of %s, line %s".formatted(match.list().id(), match.list().date(), row.line()));
    text.append('\n');
  }

  private static void line(StringBuilder text, String line) {
    if (!line.isEmpty()) {
      text.append("\n             ").append(Plain.text(line));
    }
  }

  /** For programs. */
  public String json(List<Screened> screened) {
    return JsonReport.document(
        new Document(
            day,
            lists.stream()
                .map(
                    list ->
                        new OfList(
                            list.id(),
                            list.title(),
                            list.date(),
                            list.dated().isKnown(),
                            list.days(day),
                            list.rows(),
                            list.sha256()))
                .toList(),
            screened.stream().map(MatchReport::of).toList()));
  }

  private static OfName of(Screened screened) {
    return new OfName(
        screened.entry().name(),
        screened.entry().country(),
        screened.entry().line() == 0 ? null : screened.entry().line(),
        screened.matches().stream().map(MatchReport::of).toList());
  }

  private static OfMatch of(Match match) {
    ListRow row = match.row();
    return new OfMatch(
        match.kind(),
        match.listed(),
        row.name(),
        score(match),
        match.agree(),
        match.differ(),
        row.source(),
        row.lists().stream().sorted().toList(),
        row.effect(),
        row.reference(),
        row.since(),
        match.list().id(),
        match.list().date(),
        row.line());
  }

  private static BigDecimal score(Match match) {
    return BigDecimal.valueOf(match.score()).setScale(2, RoundingMode.HALF_UP);
  }

  private record Document(LocalDate asOf, List<OfList> lists, List<OfName> names) {}

  private record OfList(
      String id, String title, LocalDate date, boolean dated, long days, int rows, String sha256) {}

  private record OfName(
      String name, @Nullable String country, @Nullable Integer line, List<OfMatch> matches) {}

  private record OfMatch(
      Match.Kind match,
      String listed,
      String row,
      BigDecimal score,
      List<String> agree,
      List<String> differ,
      String source,
      List<PartyList> partyLists,
      String effect,
      String reference,
      @Nullable LocalDate since,
      String list,
      LocalDate listDate,
      int line) {}

  /** A table: a row for each match, and one for a name without any. */
  public String csv(List<Screened> screened) {
    List<Row> rows = new ArrayList<>();
    for (Screened each : screened) {
      if (each.matches().isEmpty()) {
        rows.add(Row.none(each.entry().name(), each.entry().country()));
      }
      each.matches().forEach(match -> rows.add(Row.of(each.entry().country(), match)));
    }
    return CsvReport.MAPPER.writer(COLUMNS).writeValueAsString(rows);
  }

  /** A row. */
  private record Row(
      String name,
      @Nullable String country,
      String match,
      @Nullable String listed,
      @Nullable String row,
      @Nullable BigDecimal score,
      @Nullable String how,
      @Nullable String source,
      @Nullable String effect,
      @Nullable String reference,
      @Nullable String since,
      @Nullable String list,
      @Nullable String listDate,
      @Nullable Integer line) {

    static Row none(String name, @Nullable String country) {
      return new Row(
          name, country, "none", null, null, null, null, null, null, null, null, null, null, null);
    }

    static Row of(@Nullable String country, Match match) {
      ListRow row = match.row();
      return new Row(
          match.name(),
          country,
          Names.inFile(match.kind()),
          match.listed(),
          row.name(),
          MatchReport.score(match),
          match.how(),
          row.source(),
          row.effect(),
          row.reference(),
          row.since() == null ? null : row.since().toString(),
          match.list().id(),
          match.list().date().toString(),
          row.line());
    }
  }
}
