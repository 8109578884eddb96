package eu.policyadvisor.knowledge;

import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reference data of which some parts come from elsewhere. */
final class Mixture {
  private Mixture() {}

  /** The first data, with the parts that are named as they are, or are missing, in the second. */
  static ReferenceData of(ReferenceData first, ReferenceData second, KnowledgeParts parts) {
    return new ReferenceData(
        catalogue(first.catalogue(), second.catalogue(), parts),
        mixed(first.parameters(), second.parameters(), Parameter::name, parts.parameters()),
        mixed(
            first.countryGroups(),
            second.countryGroups(),
            CountryGroup::name,
            parts.countryGroups()));
  }

  private static <T> List<T> mixed(
      List<T> first, List<T> second, Function<T, String> name, Set<String> taken) {
    List<T> mixed = new ArrayList<>();
    first.stream().filter(each -> !taken.contains(name.apply(each))).forEach(mixed::add);
    second.stream().filter(each -> taken.contains(name.apply(each))).forEach(mixed::add);
    return mixed;
  }

  private static Catalogue catalogue(Catalogue first, Catalogue second, KnowledgeParts parts) {
    Set<String> taken = parts.entries();
    Map<String, Map<String, CatalogueEntry>> entries = new HashMap<>();
    first.entries().forEach((part, ids) -> entries.put(part, new HashMap<>(ids)));
    for (String entry : taken) {
      String[] name = entry.split("/", 2);
      Map<String, CatalogueEntry> part = entries.get(name[0]);
      if (part != null) {
        part.remove(name[1]);
        second.find(name[0], name[1]).ifPresent(other -> part.put(name[1], other));
      }
    }
    // Rules that are taken may cite what only the second knows, those that stay what only the first
    // does. An instrument that nobody cites changes nothing, so that none is left out.
    Map<String, Instrument> instruments = new HashMap<>(second.instruments());
    first
        .instruments()
        .forEach(
            (id, instrument) -> {
              if (!taken.contains(Catalogue.INSTRUMENTS + "/" + id)) {
                instruments.put(id, instrument);
              } else {
                instruments.putIfAbsent(id, instrument);
              }
            });
    return new Catalogue(
        first.compiled(),
        first.sourcesTo(),
        entries,
        instruments,
        first.vocabularies(),
        mixed(first.termGroups(), second.termGroups(), TermGroup::name, parts.termGroups()),
        mixed(first.uncovered(), second.uncovered(), Uncovered::id, parts.uncovered()));
  }
}
