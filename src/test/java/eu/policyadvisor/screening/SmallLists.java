package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of a few parties, made by hand. */
final class SmallLists {
  static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private SmallLists() {}

  static ListRow row(String name, PartyList... lists) {
    return row(name, null, null, lists);
  }

  static ListRow row(String name, @Nullable String country) {
    return row(name, country, null);
  }

  static ListRow row(
      String name, @Nullable String country, @Nullable LocalDate since, PartyList... lists) {
    return new ListRow(
        2,
        "Entity List",
        name,
        List.of(),
        country == null ? Set.of() : Set.of(country),
        false,
        "licence required",
        "",
        since,
        null,
        Set.of(lists));
  }

  static Screener of(ListRow... rows) {
    return Screener.of(Map.ofEntries(list("us-csl", rows)));
  }

  static Map.Entry<KeptList, ScreeningList> list(String id, ListRow... rows) {
    return Map.entry(
        new KeptList(
            id,
            "a list",
            DAY,
            KeptList.Dated.BY_USER,
            DAY,
            rows.length,
            "0".repeat(64),
            "x.csv",
            Path.of("x.csv")),
        new ScreeningList(ListFormat.CSL_CSV, null, List.of(rows)));
  }
}
