package eu.policyadvisor.fact;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from.
 *
 * @param kind stated in the file, said to be unknown there, or taken from the catalogue or a
 *     screening list
 * @param line line in the file, from 1; 0 when the value does not stand in a file
 * @param column column in the file, from 1; 0 when the value does not stand in a file
 * @param text the value as written
 * @param catalogueEntry the entry the value was taken from, or null
 * @param listedRow the row of a screening list the value was taken from, or null
 */
public record FieldOrigin(
    Kind kind,
    int line,
    int column,
    String text,
    @Nullable String catalogueEntry,
    @Nullable ListedRow listedRow) {

  /** Of a value that no screening list gave. */
  public FieldOrigin(
      Kind kind, int line, int column, String text, @Nullable String catalogueEntry) {
    this(kind, line, column, text, catalogueEntry, null);
  }

  /** Of a value that a row of a screening list gave. */
  public static FieldOrigin listed(String text, ListedRow row) {
    return new FieldOrigin(Kind.LISTED, 0, 0, text, null, row);
  }

  /** How a field came by its value. */
  public enum Kind {
    /** The fact file states it. */
    STATED,
    /** The fact file says {@code unknown}: asked, not known. */
    UNKNOWN,
    /** The fact file is silent; the reference catalogue states it. */
    CATALOGUE,
    /** A screening list states it of the party. */
    LISTED
  }
}
