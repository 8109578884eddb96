package eu.policyadvisor.fact;

import java.util.Map;
import java.util.Objects;

/**
 * Where a fact stands: its file, its place there, and the origin of each of its fields.
 *
 * @param file the file as the user named it; empty for facts built in Java
 * @param path the place inside the file, such as {@code accelerators[0]}; the section and id for
 *     facts built in Java
 * @param line line of the fact, from 1; 0 when it stands in no file
 * @param column column of the fact, from 1; 0 when it stands in no file
 * @param fields origin of each field that is stated, said to be unknown or taken from the
 *     catalogue, by the name it has in a fact file
 * @param copies how many facts this one stands for where quantities and shares are added up: one,
 *     but for the last that is read of many {@linkplain LikeFacts like facts}
 */
public record Provenance(
    String file, String path, int line, int column, Map<String, FieldOrigin> fields, int copies) {

  /** Of a fact that was built in Java. */
  public static final Provenance NONE = new Provenance("", "", 0, 0, Map.of());

  /** Of a fact that stands for itself. */
  public Provenance(
      String file, String path, int line, int column, Map<String, FieldOrigin> fields) {
    this(file, path, line, column, fields, 1);
  }

  /** Copies the origins. */
  public Provenance {
    fields = Map.copyOf(fields);
  }

  /** Whether the fact stands in a file. */
  public boolean inFile() {
    return line > 0;
  }

  /** Without the fields: facts are hashed often, and their place tells them apart. */
  @Override
  public int hashCode() {
    return Objects.hash(file, path, line, column);
  }
}
