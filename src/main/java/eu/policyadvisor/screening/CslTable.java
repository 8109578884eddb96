package eu.policyadvisor.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      rows.add(row(row, complaints));
    }
    return new ScreeningList(ListFormat.CSL_CSV, null, rows);
  }

  private static ListRow row(Table.Row row, Complaints complaints) {
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
        day(row, "start_date", complaints),
        day(row, "end_date", complaints),
        Csl.lists(source));
  }

  private static @Nullable LocalDate day(Table.Row row, String column, Complaints complaints) {
    return complaints.day(row.cell(column), column, row.line(column), row.column(column));
  }
}
