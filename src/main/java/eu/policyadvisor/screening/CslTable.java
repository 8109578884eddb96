package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.List;

/** The US consolidated screening list as a table. It does not say which day it is of. */
final class CslTable {
  private CslTable() {}

  static ScreeningList read(Table table, Complaints complaints) throws InvalidListException {
    List<ListRow> rows = new ArrayList<>();
    for (Table.Row row = table.next(); row != null; row = table.next()) {
      if (row.cell("name").isEmpty()) {
        complaints.add(row.line("name"), row.column("name"), "the row names no party");
        continue;
      }
      rows.add(row(row));
    }
    return new ScreeningList(ListFormat.CSL_CSV, null, rows);
  }

  private static ListRow row(Table.Row row) {
    String source = row.cell("source");
    return new ListRow(
        row.line(),
        source,
        row.cell("name"),
        ListReader.parts(row.cell("alt_names")),
        Csl.countries(ListReader.parts(row.cell("addresses"))),
        Csl.isPerson(row.cell("type")),
        Csl.effect(
            row.cell("license_requirement"),
            row.cell("license_policy"),
            ListReader.parts(row.cell("programs"))),
        row.cell("federal_register_notice"),
        row.day("start_date"),
        row.day("end_date"),
        Csl.lists(source));
  }
}
