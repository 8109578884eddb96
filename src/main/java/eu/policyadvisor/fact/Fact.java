package eu.policyadvisor.fact;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement about the situation that is assessed.
 *
 * <p>A component that is null is not known: the file says {@code unknown}, or says nothing. Neither
 * is 'no', zero or an empty list. {@link #provenance()} tells the two apart.
 *
 * <p>Hash codes are those of the ids: facts are hashed often, and ids tell them apart.
 */
public sealed interface Fact
    permits Accelerator,
        Application,
        Assumption,
        CloudService,
        CountryShare,
        CriticalInput,
        DataFlow,
        Dependency,
        Export,
        Framework,
        Funding,
        Model,
        PolicyEvent,
        Position,
        Subject,
        Party,
        Talent,
        Transaction {

  /** Unique within the fact set. */
  String id();

  /** A name for people, or null. */
  @Nullable String name();

  /** How sure its source is, from 0 to 1; null when nothing is said. */
  @Nullable BigDecimal confidence();

  /** Where the fact stands. */
  Provenance provenance();

  /** The list this fact belongs to. */
  default Section section() {
    return Section.of(getClass());
  }

  /**
   * The value of a field by the name it has in a fact file; null when it is not known.
   *
   * @throws IllegalArgumentException if this kind of fact has no such field
   */
  default @Nullable Object value(String field) {
    return Records.value((Record) this, field);
  }

  /**
   * This fact with another value in a field, which counts as stated where the old one stood.
   *
   * @param field by the name it has in a fact file
   * @param value of the type of the field; null says that it is not known
   * @throws IllegalArgumentException if this kind of fact has no such field
   */
  default Fact with(String field, @Nullable Object value) {
    Map<String, FieldOrigin> origins = new HashMap<>(provenance().fields());
    FieldOrigin before = origins.get(field);
    origins.put(
        field,
        new FieldOrigin(
            value == null ? FieldOrigin.Kind.UNKNOWN : FieldOrigin.Kind.STATED,
            before == null ? 0 : before.line(),
            before == null ? 0 : before.column(),
            before == null ? 0 : before.endLine(),
            before == null ? 0 : before.endColumn(),
            value == null ? "unknown" : Names.value(value),
            null));
    value(field);
    return with(field, value, origins);
  }

  /**
   * This fact with a value that comes from elsewhere.
   *
   * @param field by the name it has in a fact file
   * @param value of the type of the field
   * @param origin where the value comes from
   * @throws IllegalArgumentException if this kind of fact has no such field
   */
  default Fact with(String field, Object value, FieldOrigin origin) {
    Map<String, FieldOrigin> origins = new HashMap<>(provenance().fields());
    origins.put(field, origin);
    value(field);
    return with(field, value, origins);
  }

  private Fact with(String field, @Nullable Object value, Map<String, FieldOrigin> origins) {
    Provenance whole = provenance();
    Provenance provenance =
        new Provenance(
            whole.file(), whole.path(), whole.line(), whole.column(), origins, whole.copies());
    return Records.make(
        getClass(),
        key -> key.equals(field) ? value : key.equals("provenance") ? provenance : value(key));
  }

  /**
   * This fact standing for several that are like it, where quantities and shares are added up.
   *
   * @param copies how many, itself included
   */
  default Fact standingFor(int copies) {
    Provenance whole = provenance();
    Provenance provenance =
        new Provenance(
            whole.file(), whole.path(), whole.line(), whole.column(), whole.fields(), copies);
    return Records.make(getClass(), key -> key.equals("provenance") ? provenance : value(key));
  }

  /**
   * This fact with a field as another fact of its kind has it: the value, or that it is unknown or
   * not stated.
   *
   * @param other a fact of the same kind
   * @param field by the name it has in a fact file
   * @throws IllegalArgumentException if this kind of fact has no such field
   */
  default Fact withFieldOf(Fact other, String field) {
    Map<String, FieldOrigin> origins = new HashMap<>(provenance().fields());
    FieldOrigin origin = other.provenance().fields().get(field);
    if (origin == null) {
      origins.remove(field);
    } else {
      origins.put(field, origin);
    }
    return with(field, other.value(field), origins);
  }

  /** A fact of which nothing but its id is known. */
  static <F extends Fact> F unknown(Class<F> kind, String id) {
    return of(kind, Map.of("id", id), Provenance.NONE);
  }

  /**
   * A fact of these values, by the names that fields have in a fact file; what is missing is not
   * known.
   */
  static <F extends Fact> F of(Class<F> kind, Map<String, ?> values, Provenance provenance) {
    return Records.make(kind, key -> key.equals("provenance") ? provenance : values.get(key));
  }

  /**
   * What a report calls this fact: its name, else its id. A name that comes from the catalogue is
   * that of a product, so that the id tells two of them apart.
   */
  default String label() {
    String name = name();
    if (name == null) {
      return id();
    }
    FieldOrigin origin = provenance().fields().get("name");
    return origin != null && origin.kind() == FieldOrigin.Kind.CATALOGUE
        ? name + " (" + id() + ")"
        : name;
  }
}
