package eu.policyadvisor.screening;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The EU consolidated financial sanctions list as a table: several rows an entity, one for each of
 * its names, addresses and so on.
 */
final class EuTable {
  private static final String GENERATED = "fileGenerationDate";

  private EuTable() {}

  static ScreeningList read(Table table, Complaints complaints) throws InvalidListException {
    Map<String, EuEntity> entities = new LinkedHashMap<>();
    LocalDate date = null;
    for (Table.Row row = table.next(); row != null; row = table.next()) {
      String id = row.cell("Entity_LogicalId");
      if (id.isEmpty()) {
        complaints.add(
            row.line("Entity_LogicalId"),
            row.column("Entity_LogicalId"),
            "the row names no entity");
        continue;
      }
      if (date == null) {
        date = row.day(GENERATED);
      }
      int line = row.line();
      EuEntity entity = entities.computeIfAbsent(id, any -> new EuEntity(line));
      entity.name(row.cell("NameAlias_WholeName"));
      entity.country(row.cell("Address_CountryIso2Code"));
      entity.kind(row.cell("Entity_SubjectType_ClassificationCode"));
      entity.kind(row.cell("Entity_SubjectType"));
      entity.act(
          row.cell("Entity_Regulation_Programme"), row.cell("Entity_Regulation_NumberTitle"));
      entity.designated(row.day("Entity_DesignationDate"));
    }
    List<ListRow> rows =
        entities.values().stream().filter(EuEntity::isNamed).map(EuEntity::row).toList();
    return new ScreeningList(ListFormat.EU_CSV, date, rows);
  }
}
