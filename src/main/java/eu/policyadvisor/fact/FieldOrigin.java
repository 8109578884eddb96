package eu.policyadvisor.fact;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from.
 *
 * @param kind stated in the file, said to be unknown there, taken from the catalogue or a screening
 *     list, or following from what the file says elsewhere
 * @param line line in the file, from 1; 0 when the value does not stand in a file
 * @param column column in the file, from 1, in code points; 0 when the value does not stand in a
 *     file
 * @param endLine line on which the value ends; 0 when it does not stand in a file
 * @param endColumn column after its last character; 0 when it does not stand in a file
 * @param text the value as written
 * @param catalogueEntry the entry the value was taken from, or null
 * @param listedRow the row of a screening list the value was taken from, or null
 */
public record FieldOrigin(
    Kind kind,
    int line,
    int column,
    int endLine,
    int endColumn,
    String text,
    @Nullable String catalogueEntry,
    @Nullable ListedRow listedRow) {

  /** Of a value that no screening list gave. */
  public FieldOrigin(
      Kind kind,
      int line,
      int column,
      int endLine,
      int endColumn,
      String text,
      @Nullable String catalogueEntry) {
    this(kind, line, column, endLine, endColumn, text, catalogueEntry, null);
  }

  /**
   * Of a value that the catalogue gave.
   *
   * @param entry part and id of the entry
   */
  public static FieldOrigin catalogue(String text, String entry) {
    return new FieldOrigin(Kind.CATALOGUE, 0, 0, 0, 0, text, entry);
  }

  /** Of a value that a row of a screening list gave. */
  public static FieldOrigin listed(String text, ListedRow row) {
    return new FieldOrigin(Kind.LISTED, 0, 0, 0, 0, text, null, row);
  }

  /**
   * Of a value that follows from what the file says elsewhere.
   *
   * @param from what it follows from, such as {@code parties/huawei}
   */
  public static FieldOrigin derived(String text, String from) {
    return new FieldOrigin(Kind.DERIVED, 0, 0, 0, 0, text + " (" + from + ")", null);
  }

  /** Of a value of a measure that somebody confirmed of its instrument. */
  public static FieldOrigin confirmed(String text, Confirmation word) {
    return new FieldOrigin(Kind.CONFIRMED, 0, 0, 0, 0, text + " (" + word.words() + ")", null);
  }

  /** How a field came by its value. */
  public enum Kind {
    /** The fact file states it. */
    STATED,
    /** The fact file says {@code unknown}: asked, not known. */
    UNKNOWN,
    /** An inventory says it in words of its own, which the catalogue knows. */
    INVENTORY,
    /** The fact file is silent; the reference catalogue states it. */
    CATALOGUE,
    /** A screening list states it of the party. */
    LISTED,
    /**
     * Another field or fact of the file says it: the country of a customer, the target of a
     * measure.
     */
    DERIVED,
    /** Somebody confirmed it of the instrument of the measure. */
    CONFIRMED
  }

  /**
   * A value for people to read: as it is written, and where an inventory has other words for it,
   * with these beside it.
   *
   * @param origin where it comes from; null when the fact was built in Java
   */
  public static String shown(@Nullable FieldOrigin origin, Object value) {
    if (origin == null || origin.text().isEmpty()) {
      return Names.value(value);
    } else if (origin.kind() != Kind.INVENTORY) {
      return origin.text();
    }
    String plain = Names.value(value);
    return origin.text().contains(plain) ? plain : plain + " (from '" + origin.text() + "')";
  }
}
