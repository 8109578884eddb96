package eu.policyadvisor.compare;

import eu.policyadvisor.fact.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two fact sets differ.
 *
 * @param kind what differs
 * @param section the list of the fact, or the list itself; {@link Section#NONE} for the subject
 * @param id the fact; {@code subject} for the subject, the instrument of a confirmation, empty for
 *     a list or the date
 * @param field the field, by the name it has in a fact file; empty when a whole fact differs
 * @param before how it stands in the first
 * @param after how it stands in the second
 * @param with paths of the differences without which this one makes no valid facts, because one
 *     fact names the other
 */
public record FactDifference(
    Kind kind,
    Section section,
    String id,
    String field,
    Spot before,
    Spot after,
    List<String> with) {

  /** What differs. */
  public enum Kind {
    /** A field of a fact that both hold. */
    FIELD,
    /** A fact that only the first holds. */
    ONLY_BEFORE,
    /** A fact that only the second holds. */
    ONLY_AFTER,
    /** Whether a list is stated. */
    LIST,
    /** What somebody confirmed of the legal state of an instrument. */
    CONFIRMATION,
    /** The date the advice is given for. */
    DATE
  }

  /**
   * What stands at a place.
   *
   * @param file the file as the user named it
   * @param line its line, from 1; 0 when nothing stands there
   * @param column its column, from 1; 0 when nothing stands there
   * @param text what is stated; null when nothing is
   */
  public record Spot(String file, int line, int column, @Nullable String text) {}

  /** Copies the paths. */
  public FactDifference {
    with = List.copyOf(with);
  }

  /** Such as {@code accelerators[ascend-pool].lifecycle}. */
  public String path() {
    return switch (kind) {
      case DATE -> "as_of";
      case CONFIRMATION -> "confirmations[" + id + "]";
      case LIST -> section.key();
      default ->
          section == Section.NONE
              ? section.key() + "." + field
              : section.key() + "[" + id + "]" + (field.isEmpty() ? "" : "." + field);
    };
  }
}
