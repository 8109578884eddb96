package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Plain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A table in a text with separators: rows by the names of their columns, with their lines. */
final class Table {
  private static final int LARGEST_CELL = 1 << 20;
  private static final double NEAR = 0.85;
  private static final CsvMapper MAPPER =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LARGEST_CELL).build())
                  .build())
          .build();

  private final JsonParser parser;
  private final Complaints complaints;
  private final Map<String, Integer> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int width;
  private int line;
  private int column = 1;

  /** A row. */
  final class Row {
    private final int line;
    private final List<String> cells;
    private final List<TokenStreamLocation> places;

    private Row(int line, List<String> cells, List<TokenStreamLocation> places) {
      this.line = line;
      this.cells = cells;
      this.places = places;
    }

    int line() {
      return line;
    }

    /** What a cell holds; empty where the table has no such column. */
    String cell(String column) {
      Integer at = columns.get(column);
      return at == null ? "" : cells.get(at).strip();
    }

    /**
     * The day that a cell names; null where it is empty, or no day, which is then complained of.
     */
    @Nullable LocalDate day(String column) {
      return complaints.day(cell(column), column, line(column), column(column));
    }

    /** Where a cell begins in its line. */
    int column(String column) {
      Integer at = columns.get(column);
      return at == null ? 1 : Math.max(1, places.get(at).getColumnNr());
    }

    /** The line in which a cell begins: a cell before it may hold several. */
    int line(String column) {
      Integer at = columns.get(column);
      return at == null ? line : places.get(at).getLineNr();
    }
  }

  private Table(JsonParser parser, Complaints complaints) {
    this.parser = parser;
    this.complaints = complaints;
  }

  /**
   * Opens a table.
   *
   * @param required columns that it must have
   * @throws InvalidListException if it lacks some
   */
  static Table open(String text, char separator, List<String> required, Complaints complaints)
      throws InvalidListException {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    Table table = new Table(MAPPER.reader(schema).createParser(text), complaints);
    Row header = table.read();
    if (header == null) {
      throw complaints.refusal(0, 0, "is empty");
    }
    table.width = header.cells.size();
    for (int i = 0; i < table.width; i++) {
      table.columns.putIfAbsent(header.cells.get(i).strip(), i);
    }
    for (String column : required) {
      if (!table.columns.containsKey(column)) {
        complaints.add(1, 1, "lacks the column '" + column + "'" + table.near(column, required));
      }
    }
    complaints.requireNone();
    return table;
  }

  private String near(String column, List<String> required) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return new TreeSet<>(columns.keySet())
        .stream()
            .filter(each -> !required.contains(each) && similarity.apply(column, each) > NEAR)
            .findFirst()
            .map(each -> "; it has '" + Plain.quoted(each) + "'")
            .orElse(
                "; it has "
                    + Plain.quoted(String.join(", ", columns.keySet().stream().sorted().toList())));
  }

  /** The next row with as many cells as there are columns; null at the end. */
  @Nullable Row next() throws InvalidListException {
    for (Row row = read(); row != null; row = read()) {
      if (row.cells.size() == width) {
        return row;
      } else if (row.cells.size() != 1 || !row.cells.get(0).isBlank()) {
        complaints.add(
            row.line,
            1,
            "the row has "
                + row.cells.size()
                + " cells, and there are "
                + width
                + " columns; the file may be cut off, or a quote be missing");
      }
    }
    return null;
  }

  private @Nullable Row read() throws InvalidListException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      List<String> cells = new ArrayList<>();
      List<TokenStreamLocation> places = new ArrayList<>();
      int first = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        TokenStreamLocation at = parser.currentTokenLocation();
        first = first == 0 ? at.getLineNr() : first;
        line = at.getLineNr();
        column = Math.max(1, at.getColumnNr());
        places.add(at);
        cells.add(parser.getString());
      }
      return new Row(first == 0 ? line + 1 : first, cells, places);
    } catch (JacksonException e) {
      throw refusal(e);
    }
  }

  private InvalidListException refusal(JacksonException fault) {
    String message = String.valueOf(fault.getOriginalMessage());
    if (message.contains("exceeds the maximum allowed")) {
      return complaints.refusal(
          Math.max(1, line),
          column,
          "a cell after this place is longer than "
              + (LARGEST_CELL >> 20)
              + " MiB; a quote may be missing");
    } else if (message.contains("closing quote")) {
      return complaints.refusal(
          Math.max(1, line),
          column,
          "a quote that opens after this place is never closed; the file may be cut off");
    }
    TokenStreamLocation at = fault.getLocation();
    return complaints.refusal(
        at == null ? line : at.getLineNr(),
        at == null ? 1 : Math.max(1, at.getColumnNr()),
        "is no table: " + message.lines().findFirst().orElse(""));
  }
}
