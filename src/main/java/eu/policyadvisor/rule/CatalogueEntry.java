package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param listings lists that a party is or was on; empty for all else
 * @param owners who controls a party, or did, one on a day; empty for all else
 * @param offer what a party rents out; null for those of which nothing of the kind is known
 */
public record CatalogueEntry(
    String part,
    String id,
    Map<String, String> values,
    Map<String, Confidence> confidence,
    @Nullable String source,
    boolean verified,
    @Nullable LocalDate reviewOn,
    InventoryNames names,
    List<Listing> listings,
    List<Owner> owners,
    @Nullable Offer offer) {

  /** Copies the values. */
  public CatalogueEntry {
    values = Map.copyOf(values);
    confidence = Map.copyOf(confidence);
    listings = List.copyOf(listings);
    owners = List.copyOf(owners);
  }

  /** One of which neither an owner nor an offer is known. */
  public CatalogueEntry(
      String part,
      String id,
      Map<String, String> values,
      Map<String, Confidence> confidence,
      @Nullable String source,
      boolean verified,
      @Nullable LocalDate reviewOn,
      InventoryNames names,
      List<Listing> listings) {
    this(
        part, id, values, confidence, source, verified, reviewOn, names, listings, List.of(), null);
  }

  /** The same with another day from which it is to be confirmed, or null for none. */
  CatalogueEntry withReviewOn(@Nullable LocalDate day) {
    return new CatalogueEntry(
        part, id, values, confidence, source, verified, day, names, listings, owners, offer);
  }

  /** Its part and its id, with a slash between them. */
  public String reference() {
    return part + "/" + id;
  }

  /** Who controls a party on a day; empty where nobody is known who does. */
  public Optional<Owner> owner(LocalDate day) {
    return owners.stream().filter(each -> each.holdsOn(day)).findFirst();
  }

  /** What it states on a day: of a party, the lists that it is on then, and who controls it. */
  public CatalogueEntry on(LocalDate day) {
    List<Listing> now = listings.stream().filter(each -> each.holdsOn(day)).toList();
    Optional<String> top = owner(day).map(Owner::hq);
    if (now.isEmpty() && top.isEmpty()) {
      return this;
    }
    Map<String, String> then = new HashMap<>(values);
    top.ifPresent(hq -> then.put("ultimate_parent_hq", hq));
    if (!now.isEmpty()) {
      then.put("lists", Names.value(now.stream().map(Listing::list).sorted().toList()));
    }
    for (Listing each : now) {
      if (each.list() == PartyList.US_ENTITY_LIST) {
        then.put("entity_listed_since", each.since().toString());
      } else if (each.list() == PartyList.EU_HIGH_RISK_VENDOR) {
        then.put("high_risk_vendor", "true");
      }
    }
    return new CatalogueEntry(
        part, id, then, confidence, source, verified, reviewOn, names, listings, owners, offer);
  }
}
