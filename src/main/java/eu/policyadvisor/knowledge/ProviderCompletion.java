package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Offer;
import eu.policyadvisor.rule.PartyNames;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a rented service, and of a model that runs on it, what the catalogue knows of the
 * provider.
 *
 * <p>Idea: the machines of a provider that has them in one country only stand there, and those of a
 * provider of the Union only stand in the Union. A model runs where the service stands that it runs
 * on. Where a service serves models and nothing else, they are reached by the interface of their
 * developer if the provider is the developer or is owned by it, else by that of somebody else: a
 * Chinese model at an American provider is no service from China. What a fact states wins, and so
 * does its {@code unknown}. Time is in proportion to services, models and parties.
 */
final class ProviderCompletion {
  private static final String UNION = "EU";
  private static final String AREA = "EEA";

  private final Catalogue catalogue;
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Party> parties = new HashMap<>();
  private final Map<String, CloudService> services = new HashMap<>();

  /**
   * Asks about the services and models of a fact set.
   *
   * @param set facts whose parties are known
   */
  ProviderCompletion(FactSet set, Catalogue catalogue, List<CountryGroup> groups) {
    this.catalogue = catalogue;
    groups.forEach(group -> this.groups.put(group.name(), group.countries()));
    Stream.concat(set.facts(Section.PARTIES).stream(), set.derived().stream())
        .filter(Party.class::isInstance)
        .forEach(party -> parties.put(party.id(), (Party) party));
    set.facts(Section.CLOUD_SERVICES)
        .forEach(service -> services.put(service.id(), (CloudService) service));
  }

  /**
   * The same fact set, each service and model with what follows from its provider.
   *
   * @param set facts whose parties are known
   */
  static FactSet complete(FactSet set, Catalogue catalogue, List<CountryGroup> groups) {
    return set.states(Section.CLOUD_SERVICES)
        ? new ProviderCompletion(set, catalogue, groups).completed(set)
        : set;
  }

  private FactSet completed(FactSet set) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.putAll(set.lists());
    services.replaceAll((id, service) -> placed(service));
    lists.put(
        Section.CLOUD_SERVICES,
        set.facts(Section.CLOUD_SERVICES).stream()
            .map(service -> (Fact) placed((CloudService) service))
            .toList());
    if (set.states(Section.MODELS)) {
      lists.put(
          Section.MODELS,
          set.facts(Section.MODELS).stream().map(model -> served((Model) model)).toList());
    }
    return FactSetBuilder.builder(set).lists(lists).build();
  }

  /** The entry of who provides a service, if the catalogue has one. */
  Optional<CatalogueEntry> provider(CloudService service) {
    return Optional.ofNullable(service.provider())
        .map(parties::get)
        .map(Party::vendor)
        .flatMap(vendor -> catalogue.find(PartyNames.VENDORS, vendor));
  }

  /** What the provider of a service rents out. */
  Optional<Offer> offer(CloudService service) {
    return provider(service).map(CatalogueEntry::offer);
  }

  /** The service on which a model runs. */
  Optional<CloudService> service(Model model) {
    return Optional.ofNullable(model.cloudService()).map(services::get);
  }

  /** Whether an offer has machines in a country, for all that is known. */
  boolean mayBeIn(Offer offer, String country) {
    List<String> regions = offer.regions();
    return regions == null
        || regions.contains(country)
        || regions.contains(UNION) && (isIn("eu", country) || country.equals(AREA))
        || country.equals(UNION) && regions.stream().anyMatch(each -> isIn("eu", each))
        || country.equals(AREA) && regions.stream().anyMatch(each -> isIn("eea", each));
  }

  private boolean isIn(String group, String country) {
    return groups.getOrDefault(group, Set.of()).contains(country);
  }

  private CloudService placed(CloudService service) {
    List<String> regions = offer(service).map(Offer::regions).orElse(List.of());
    String region = null;
    if (regions.size() == 1) {
      region = regions.get(0);
    } else if (!regions.isEmpty() && regions.stream().allMatch(each -> isIn("eu", each))) {
      region = UNION;
    }
    return region == null
        ? service
        : (CloudService) filled(service, "region", region, provider(service).orElseThrow());
  }

  private Fact served(Model model) {
    Optional<CloudService> service = service(model);
    if (service.isEmpty()) {
      return model;
    }
    Fact served = model;
    String region = service.get().region();
    if (region != null && CatalogueCompletion.isSilent(model, "hosting_country")) {
      FieldOrigin origin = service.get().provenance().fields().get("region");
      served =
          served.with(
              "hosting_country",
              region,
              origin != null && origin.catalogueEntry() != null
                  ? origin
                  : FieldOrigin.derived(region, "cloud_services/" + service.get().id()));
    }
    Optional<Deployment> deployment = deployment(model);
    return deployment.isEmpty()
        ? served
        : filled(served, "deployment", deployment.get(), provider(service.get()).orElseThrow());
  }

  /** How a model is reached, where that follows from who serves it. */
  Optional<Deployment> deployment(Model model) {
    Party developer = model.developer() == null ? null : parties.get(model.developer());
    return developer == null || developer.vendor() == null
        ? Optional.empty()
        : service(model)
            .filter(service -> offer(service).filter(Offer::servesModelsOnly).isPresent())
            .map(
                service ->
                    isOfHouse(parties.get(String.valueOf(service.provider())), developer)
                        ? Deployment.VENDOR_API
                        : Deployment.THIRD_PARTY_API);
  }

  /** Whether a party is another one, or is owned by it at any distance. */
  private boolean isOfHouse(@Nullable Party party, Party house) {
    Set<String> seen = new HashSet<>();
    Party at = party;
    while (at != null && seen.add(at.id())) {
      if (house.id().equals(at.id()) || String.valueOf(house.vendor()).equals(at.vendor())) {
        return true;
      }
      at = at.ownedBy() == null ? null : parties.get(at.ownedBy());
    }
    return false;
  }

  private static Fact filled(Fact fact, String field, Object value, CatalogueEntry entry) {
    return CatalogueCompletion.isSilent(fact, field)
        ? fact.with(field, value, FieldOrigin.catalogue(Names.value(value), entry.reference()))
        : fact;
  }
}
