package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the reference catalogue: an accelerator, model, framework or vendor.
 *
 * @param part the part of the catalogue, such as {@code accelerators}
 * @param id unique within its part
 * @param values what the catalogue states, as written, by the name of the field in a fact file
 * @param confidence how sure the stated values are, by field; fields that are missing are as sure
 *     as the entry
 * @param source where the values were seen, or null
 * @param verified whether the values were checked against a source
 * @param reviewOn the day from which the entry is to be confirmed, or null
 * @param names what inventories call it
 */
public record CatalogueEntry(
    String part,
    String id,
    Map<String, String> values,
    Map<String, Confidence> confidence,
    @Nullable String source,
    boolean verified,
    @Nullable LocalDate reviewOn,
    InventoryNames names) {

  /** Copies the values. */
  public CatalogueEntry {
    values = Map.copyOf(values);
    confidence = Map.copyOf(confidence);
  }
}
