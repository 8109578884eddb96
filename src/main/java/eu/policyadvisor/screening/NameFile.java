package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names that are to be screened: a table with a column {@code name}, in any case, its
 * cells apart by comma, semicolon or tab; or lines.
 */
public final class NameFile {
  private static final String NAME = "name";
  private static final String COUNTRY = "country";
  private static final String SEPARATORS = "\t,;";

  private NameFile() {}

  /**
   * A name to be screened.
   *
   * @param line where it stands, from 1; 0 for one that stands in no file
   * @param name the name
   * @param country where the party is, in two letters; null when it is not known
   */
  public record Entry(int line, String name, @Nullable String country) {}

  /**
   * Reads names.
   *
   * @param label what messages call the file
   * @param bytes what it holds
   * @throws InvalidListException if it is neither a table with a column {@code name} nor one name a
   *     line
   */
  public static List<Entry> read(String label, byte[] bytes) throws InvalidListException {
    Complaints complaints = new Complaints(label);
    return complaints.guarded(() -> read(bytes, complaints));
  }

  private static List<Entry> read(byte[] bytes, Complaints complaints) throws InvalidListException {
    String text = ListReader.text(bytes, complaints);
    String header = text.lines().findFirst().orElse("");
    boolean isTable =
        header.strip().equalsIgnoreCase(NAME)
            || SEPARATORS.chars().anyMatch(each -> header.indexOf(each) >= 0);
    List<Entry> entries = isTable ? table(text, separator(header), complaints) : lines(text);
    complaints.requireNone();
    return entries;
  }

  /** The one that sets the heading of the names apart; else the first there is. */
  private static char separator(String header) {
    IntPredicate bounds =
        each ->
            Stream.of(header.split(Pattern.quote(Character.toString(each)), -1))
                .anyMatch(cell -> cell.strip().equalsIgnoreCase(NAME));
    return (char)
        SEPARATORS
            .chars()
            .filter(bounds)
            .findFirst()
            .orElse(
                SEPARATORS
                    .chars()
                    .filter(each -> header.indexOf(each) >= 0)
                    .findFirst()
                    .orElse(','));
  }

  private static List<Entry> table(String text, char separator, Complaints complaints)
      throws InvalidListException {
    Table table = Table.open(text, separator, List.of(NAME), complaints);
    List<Entry> entries = new ArrayList<>();
    for (Table.Row row = table.next(); row != null; row = table.next()) {
      String country = row.cell(COUNTRY);
      if (!country.isEmpty() && !country.matches("[A-Za-z]{2}")) {
        complaints.add(
            row.line(COUNTRY),
            row.column(COUNTRY),
            "'" + Plain.quoted(country) + "' is not a country of two letters, such as CN");
      } else if (!row.cell(NAME).isEmpty()) {
        entries.add(new Entry(row.line(), row.cell(NAME), country.isEmpty() ? null : country));
      }
    }
    return entries;
  }

  private static List<Entry> lines(String text) {
    List<Entry> entries = new ArrayList<>();
    int line = 0;
    for (String name : text.lines().toList()) {
      line++;
      if (!name.isBlank()) {
        entries.add(new Entry(line, name.strip(), null));
      }
    }
    return entries;
  }
}
