package eu.policyadvisor.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that people labelled, and a list of realistic size to look for them in: the rows of the
 * resources, and parties that are invented by a seeded generator.
 *
 * @param name the name
 * @param expect the name of the row that must be found; empty for a look-alike
 * @param kind what is tried; {@code question} where a hit would be wrong, for it is near and no
 *     more
 * @param part what it served for: {@code tuning}, {@code held-out} or {@code unseen}; or the set it
 *     is of: {@code clerks} or {@code further}
 */
public record Labelled(String name, String expect, String kind, String part) {
  /** A day on which all rows are listed. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** How many parties are invented. */
  public static final int INVENTED = 20_000;

  private static final int PARTIES_OF_FAMILIES = 150;
  private static final List<String> SYLLABLES =
      List.of(
          "an", "bao", "chun", "da", "fei", "gang", "hong", "jin", "kai", "lian", "ming", "neng",
          "peng", "qiao", "rui", "shun", "tai", "wei", "xin", "yuan", "zhao", "bor", "dim", "gor",
          "kas", "len", "mir", "nov", "pro", "rad", "sib", "tek", "ural", "vol", "zar", "far",
          "had", "jav", "kar", "mehr", "pars", "sab", "tak");
  private static final List<String> BUSINESS =
      List.of(
          "Technology",
          "Electronics",
          "Trading",
          "Industries",
          "Engineering",
          "Logistics",
          "Shipping",
          "Aviation",
          "Semiconductor",
          "Research Institute",
          "Import and Export",
          "Information Technology",
          "Machinery",
          "Petroleum",
          "Investment",
          "Optoelectronics");
  private static final List<String> PLACES =
      List.of(
          "Beijing",
          "Shanghai",
          "Shenzhen",
          "Guangzhou",
          "Hangzhou",
          "Wuhan",
          "Moscow",
          "Minsk",
          "Tehran",
          "Dubai",
          "Istanbul",
          "Hong Kong",
          "Saint Petersburg",
          "Xi'an");
  private static final List<String> FORMS =
      List.of("Co., Ltd.", "Limited", "LLC", "JSC", "OOO", "FZE", "Corporation", "Group", "Inc.");
  private static final List<String> ORDINARY =
      List.of(
          "Golden", "Star", "Pacific", "Eagle", "Global", "Royal", "Dragon", "Phoenix", "Pearl",
          "Sunrise", "Delta", "Alpha", "Blue", "Falcon", "United", "Ocean");

  /** All names. */
  public static List<Labelled> all() {
    try {
      Table table =
          Table.open(
              new String(bytes("names.csv"), StandardCharsets.UTF_8),
              ',',
              List.of("name", "expect", "kind", "part"),
              new Complaints("names.csv"));
      List<Labelled> all = new ArrayList<>();
      for (Table.Row row = table.next(); row != null; row = table.next()) {
        all.add(
            new Labelled(row.cell("name"), row.cell("expect"), row.cell("kind"), row.cell("part")));
      }
      return all;
    } catch (InvalidListException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names as clerks type them, by somebody who never saw the matcher. */
  public static List<Labelled> clerks() {
    return typed("clerks");
  }

  /** More names of the same kinds, written when matching was done and measured once. */
  static List<Labelled> further() {
    return typed("further");
  }

  private static List<Labelled> typed(String part) {
    return lines(part + ".tsv")
        .map(
            cells ->
                new Labelled(
                    cells[0].replace("\\t", "\t"),
                    cells[2].equals("other") ? "" : cells[1],
                    cells[2],
                    part))
        .toList();
  }

  private static Stream<String[]> lines(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t", -1));
  }

  /** Whether a question is right, and a hit would be wrong. */
  boolean isQuestion() {
    return kind.equals("question");
  }

  /** The rows of the resources alone. */
  public static ScreeningList rows() {
    try {
      return ListReader.read("rows.csv", bytes("rows.csv"));
    } catch (InvalidListException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks a list of realistic size. */
  public static Screener screener() {
    return among(rows().rows());
  }

  /** Asks the rows that the names of clerks are about, in a list of realistic size. */
  static Screener clerksScreener() {
    return among(listed(lines("clerks-rows.tsv")));
  }

  /** The same of the further names; these parties have no aliases. */
  static Screener furtherScreener() {
    return among(
        listed(
            lines("further.tsv").map(cells -> cells[1]).distinct().map(n -> new String[] {n, ""})));
  }

  private static List<ListRow> listed(Stream<String[]> namesAndAliases) {
    List<ListRow> rows = new ArrayList<>();
    namesAndAliases.forEach(
        cells -> rows.add(row(rows.size() + 2, cells[0], ListReader.parts(cells[1]), Set.of())));
    return rows;
  }

  private static Screener among(List<ListRow> rows) {
    List<ListRow> all = new ArrayList<>(rows);
    all.addAll(invented(new Random(7), all.size() + 2));
    ScreeningList list = new ScreeningList(ListFormat.CSL_CSV, null, all);
    return Screener.of(
        Map.of(
            new KeptList(
                "us-csl",
                "labelled names",
                DAY,
                KeptList.Dated.BY_USER,
                DAY,
                all.size(),
                "0".repeat(64),
                "rows.csv",
                Path.of("rows.csv")),
            list));
  }

  private static List<ListRow> invented(Random random, int firstLine) {
    List<ListRow> rows = new ArrayList<>();
    for (int i = 0; i < INVENTED; i++) {
      // A family of 150, as large groups have on the real list, makes its name a frequent one.
      String name = i < PARTIES_OF_FAMILIES ? "Huawei " + party(random) : party(random);
      List<String> aliases =
          random.nextInt(3) == 0 ? List.of(party(random), coined(random)) : List.of();
      rows.add(row(firstLine + i, name, aliases, Set.of("CN")));
    }
    return rows;
  }

  private static ListRow row(int line, String name, List<String> aliases, Set<String> countries) {
    return new ListRow(
        line,
        "Entity List (EL) - Bureau of Industry and Security",
        name,
        aliases,
        countries,
        false,
        "",
        "",
        null,
        null,
        Set.of());
  }

  private static String party(Random random) {
    String name =
        random.nextInt(4) == 0 ? any(random, ORDINARY) + " " + coined(random) : coined(random);
    String business = any(random, BUSINESS);
    String place = any(random, PLACES);
    String form = any(random, FORMS);
    return switch (random.nextInt(4)) {
      case 0 -> place + " " + name + " " + business + " " + form;
      case 1 -> name + " " + business + " " + form;
      case 2 -> name + " " + business + " (" + place + ") " + form;
      default -> name + " " + any(random, BUSINESS) + " and " + business + " " + form;
    };
  }

  private static String coined(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      word.append(any(random, SYLLABLES));
    }
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }

  private static String any(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Labelled.class.getResourceAsStream("/screening/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
