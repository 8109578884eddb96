package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The simple table of OpenSanctions. It is of the last day on which any of its parties was seen;
 * the day on which a party was first seen is not the day it was listed.
 */
final class OpenSanctionsTable {
  /** Ids of programmes that put parties on lists as facts name them. */
  private static final Map<String, PartyList> PROGRAMMES = programmes();

  private OpenSanctionsTable() {}

  private static Map<String, PartyList> programmes() {
    Map<String, PartyList> programmes = new HashMap<>();
    programmes.put("US-BIS-EL", PartyList.US_ENTITY_LIST);
    programmes.put("US-DOD-1260H", PartyList.US_DOD_1260H);
    // Restrictive measures only: EU-ESMA and EU-US-LEG, for two, are none.
    for (String regime :
        ("AFG BDI BLR BOSNIA CAF CHEM COD CYB GIN GNB GTM HAM HR HTI IRN IRQ LBY LEBANON MDA MLI"
                + " MMR NIC NIGER PRK RUS RUSDA SDN SDNZ SOM SSD SYR TERR TUN TUR UKR VEN YEM ZWE")
            .split(" ", -1)) {
      programmes.put("EU-" + regime, PartyList.EU_SANCTIONS);
    }
    return Map.copyOf(programmes);
  }

  static ScreeningList read(Table table, Complaints complaints) throws InvalidListException {
    List<ListRow> rows = new ArrayList<>();
    LocalDate date = null;
    for (Table.Row row = table.next(); row != null; row = table.next()) {
      if (row.cell("name").isEmpty()) {
        complaints.add(row.line("name"), row.column("name"), "the row names no party");
        continue;
      }
      LocalDate seen = row.day("last_seen");
      date = date == null || seen != null && seen.isAfter(date) ? seen : date;
      rows.add(row(row));
    }
    return new ScreeningList(ListFormat.OPENSANCTIONS_CSV, date, rows);
  }

  private static ListRow row(Table.Row row) {
    String sanctions = row.cell("sanctions");
    List<String> programmes = ListReader.parts(row.cell("program_ids"));
    List<String> effect = ListReader.parts(sanctions);
    String dataset = row.cell("dataset");
    Set<String> countries =
        ListReader.parts(row.cell("countries")).stream()
            .map(country -> country.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new ListRow(
        row.line(),
        String.join("; ", ListReader.parts(dataset)),
        row.cell("name"),
        ListReader.parts(row.cell("aliases")),
        countries,
        row.cell("schema").equals("Person"),
        String.join("; ", effect.isEmpty() ? programmes : effect),
        row.cell("id"),
        null,
        null,
        lists(dataset, sanctions, programmes));
  }

  private static Set<PartyList> lists(String dataset, String sanctions, List<String> programmes) {
    Set<PartyList> lists = EnumSet.noneOf(PartyList.class);
    programmes.stream().map(PROGRAMMES::get).filter(Objects::nonNull).forEach(lists::add);
    if (dataset.contains("EU Financial Sanctions") || dataset.contains("eu_fsf")) {
      lists.add(PartyList.EU_SANCTIONS);
    }
    if (sanctions.contains("Entity List (EL)")) {
      lists.add(PartyList.US_ENTITY_LIST);
    }
    if (dataset.contains("1260H") || sanctions.contains("1260H")) {
      lists.add(PartyList.US_DOD_1260H);
    }
    return lists;
  }
}
