package eu.policyadvisor.fact;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from.
 *
 * @param kind stated in the file, said to be unknown there, or taken from the catalogue
 * @param line line in the file, from 1; 0 when the value does not stand in a file
 * @param column column in the file, from 1, in code points; 0 when the value does not stand in a
 *     file
 * @param endLine line on which the value ends; 0 when it does not stand in a file
 * @param endColumn column after its last character; 0 when it does not stand in a file
 * @param text the value as written
 * @param catalogueEntry the entry the value was taken from, or null
 */
public record FieldOrigin(
    Kind kind,
    int line,
    int column,
    int endLine,
    int endColumn,
    String text,
    @Nullable String catalogueEntry) {

  /** How a field came by its value. */
  public enum Kind {
    /** The fact file states it. */
    STATED,
    /** The fact file says {@code unknown}: asked, not known. */
    UNKNOWN,
    /** The fact file is silent; the reference catalogue states it. */
    CATALOGUE
  }
}
