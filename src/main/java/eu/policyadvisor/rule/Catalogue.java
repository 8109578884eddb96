package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reference catalogue: what is known about accelerators, models, frameworks, vendors and legal
 * instruments, each with its source.
 *
 * @param compiled the day it was compiled
 * @param entries entries by part, such as {@code accelerators}, and id
 * @param instruments instruments by id
 * @param vocabularies what facts may name in fields that take any text
 */
public record Catalogue(
    LocalDate compiled,
    Map<String, Map<String, CatalogueEntry>> entries,
    Map<String, Instrument> instruments,
    List<Vocabulary> vocabularies) {

  /** The name of the part that holds the instruments. */
  public static final String INSTRUMENTS = "instruments";

  /** Copies and sorts the entries. */
  public Catalogue {
    Map<String, Map<String, CatalogueEntry>> sorted = new TreeMap<>();
    entries.forEach(
        (part, ids) -> sorted.put(part, Collections.unmodifiableMap(new TreeMap<>(ids))));
    entries = Collections.unmodifiableMap(sorted);
    instruments = Collections.unmodifiableMap(new TreeMap<>(instruments));
    vocabularies = List.copyOf(vocabularies);
  }

  /** The groups of terms that rules ask about. */
  public List<TermGroup> termGroups() {
    return vocabularies.stream().flatMap(each -> each.groups().stream()).toList();
  }

  /**
   * The entry of that id in that part of the catalogue. A group of terms that states something is
   * an entry of its vocabulary.
   */
  public Optional<CatalogueEntry> find(String part, String id) {
    return Optional.ofNullable(entries.getOrDefault(part, Map.of()).get(id))
        .or(
            () ->
                vocabularies.stream()
                    .filter(each -> each.name().equals(part))
                    .flatMap(each -> each.groups().stream())
                    .filter(each -> each.name().equals(id))
                    .map(each -> entry(part, each))
                    .findFirst());
  }

  private static CatalogueEntry entry(String vocabulary, TermGroup group) {
    return new CatalogueEntry(
        vocabulary,
        group.name(),
        group.states(),
        Map.of(),
        group.reference(),
        true,
        null,
        InventoryNames.NONE);
  }

  /**
   * The entry that a fact was completed from.
   *
   * @param reference its part and its id, with a slash between them
   */
  public Optional<CatalogueEntry> find(String reference) {
    int slash = reference.indexOf('/');
    return find(reference.substring(0, slash), reference.substring(slash + 1));
  }

  /** All ids in a part of the catalogue, instruments included. */
  public Set<String> ids(String part) {
    return INSTRUMENTS.equals(part)
        ? instruments.keySet()
        : new TreeSet<>(entries.getOrDefault(part, Map.of()).keySet());
  }
}
