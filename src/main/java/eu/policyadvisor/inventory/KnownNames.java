package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.InventoryNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds in the catalogue what inventories speak of, by the names that it knows from there. */
final class KnownNames {
  static final String ACCELERATORS = "accelerators";
  static final String VENDORS = "vendors";
  static final String MODELS = "models";
  static final String FRAMEWORKS = "frameworks";

  /** Ends of resource names that ask for a part of what a device has, not for a device. */
  private static final String PART_OF_DEVICE = ".*(mem|memory|cores?|percentage)";

  /** Words without which a device of a known vendor may be anything, a network card for one. */
  private static final Set<String> DEVICE_WORDS =
      Set.of(
          "gpu",
          "gpus",
          "npu",
          "npus",
          "tpu",
          "dcu",
          "mlu",
          "gcu",
          "xpu",
          "ipu",
          "accelerator",
          "ascend",
          "instinct",
          "gaudi",
          "tesla",
          "inferentia",
          "trainium");

  private final Catalogue catalogue;
  private final Index resources;
  private final Index vendorResources;
  private final Index slices;
  private final Index models;
  private final Index packages;
  private final Index frameworks;
  private final Map<String, CatalogueEntry> vendors = new HashMap<>();
  private final List<Alias> vendorAliases;
  private final List<Alias> productAliases;

  KnownNames(Catalogue catalogue) {
    this.catalogue = catalogue;
    resources = new Index(entries(ACCELERATORS), InventoryNames::resources);
    vendorResources = new Index(entries(VENDORS), InventoryNames::resources);
    slices = new Index(entries(VENDORS), InventoryNames::slices);
    models = new Index(entries(MODELS), InventoryNames::aliases);
    packages = new Index(entries(FRAMEWORKS), InventoryNames::packages);
    frameworks = new Index(entries(FRAMEWORKS), InventoryNames::aliases);
    vendorAliases = aliases(VENDORS);
    productAliases = aliases(ACCELERATORS);
    vendorAliases.forEach(alias -> vendors.putIfAbsent(alias.words, alias.entry));
  }

  private List<Alias> aliases(String part) {
    return entries(part).stream()
        .flatMap(
            entry ->
                entry.names().aliases().stream()
                    .map(alias -> new Alias(Wording.comparable(alias), entry)))
        .toList();
  }

  /** A name in the form that is compared. */
  private record Alias(String words, CatalogueEntry entry) {
    boolean isIn(String text) {
      return text.contains(" " + words + " ");
    }
  }

  /** Names of one kind, some of which stand for all that begin like them. */
  private static final class Index {
    private final Map<String, CatalogueEntry> exact = new HashMap<>();
    private final Map<String, CatalogueEntry> beginnings = new HashMap<>();

    Index(Collection<CatalogueEntry> entries, Function<InventoryNames, List<String>> names) {
      for (CatalogueEntry entry : entries) {
        for (String name : names.apply(entry.names())) {
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.endsWith("*")) {
            beginnings.put(lower.substring(0, lower.length() - 1), entry);
          } else {
            exact.put(lower, entry);
          }
        }
      }
    }

    boolean states(String name) {
      return exact.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The entry that has a name that fits, the most exact one where several do. */
    Optional<CatalogueEntry> find(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return Optional.ofNullable(exact.get(lower))
          .or(
              () ->
                  beginnings.entrySet().stream()
                      .filter(each -> lower.startsWith(each.getKey()))
                      .max(Comparator.comparingInt(each -> each.getKey().length()))
                      .map(Map.Entry::getValue));
    }
  }

  /**
   * What a Kubernetes resource is.
   *
   * @param product its entry among the accelerators, if it is known
   * @param vendor its entry among the vendors
   * @param whole whether a unit of it is a device
   */
  record Resource(Optional<String> product, CatalogueEntry vendor, boolean whole) {}

  /** What a resource is that stands for devices; empty for any other. */
  Optional<Resource> resource(String name) {
    Optional<CatalogueEntry> product = resources.find(name).filter(any -> isDevice(name));
    if (product.isPresent()) {
      String vendor = product.get().values().getOrDefault("vendor", "");
      return catalogue
          .find(VENDORS, vendor)
          .map(entry -> new Resource(Optional.of(product.get().id()), entry, true));
    }
    Optional<Resource> whole =
        vendorResources.find(name).map(entry -> new Resource(Optional.empty(), entry, true));
    return whole
        .or(() -> slices.find(name).map(entry -> new Resource(Optional.empty(), entry, false)))
        .filter(any -> isDevice(name));
  }

  private boolean isDevice(String name) {
    return isStated(name) || !name.toLowerCase(Locale.ROOT).matches(PART_OF_DEVICE);
  }

  private boolean isStated(String name) {
    return resources.states(name) || vendorResources.states(name) || slices.states(name);
  }

  /** Whether a resource asks for memory or cores of devices that the catalogue knows. */
  boolean isPartOfDevice(String resource) {
    String domain = resource.substring(0, resource.indexOf('/') + 1);
    return !domain.isEmpty()
        && entries(VENDORS).stream()
            .flatMap(entry -> entry.names().resources().stream())
            .anyMatch(known -> known.startsWith(domain));
  }

  /** The model of that name: {@code publisher/name} on a hub, or the name alone. */
  Optional<CatalogueEntry> model(String name) {
    return models.find(name);
  }

  /** A model of a publisher on a hub, for what all its models have in common. */
  Optional<CatalogueEntry> modelOf(String organisation) {
    return entries(MODELS).stream()
        .filter(
            entry ->
                entry.names().organisations().stream().anyMatch(organisation::equalsIgnoreCase))
        .findFirst();
  }

  /** The framework of a package. */
  Optional<CatalogueEntry> framework(Purl purl) {
    return purl.isImage() ? image(purl.image()) : packages.find(purl.bare());
  }

  /** The framework of that name. */
  Optional<CatalogueEntry> framework(String name) {
    return frameworks.find(name);
  }

  /** The framework that an image is made for, by the end of its name. */
  Optional<CatalogueEntry> image(String reference) {
    String name = imageName(reference);
    return entries(FRAMEWORKS).stream()
        .flatMap(entry -> entry.names().images().stream().map(image -> Map.entry(image, entry)))
        .filter(each -> ("/" + name).endsWith("/" + each.getKey().toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(each -> each.getKey().length()))
        .map(Map.Entry::getValue);
  }

  /** An image without tag and digest. */
  private static String imageName(String reference) {
    String name = reference.toLowerCase(Locale.ROOT).split("@", 2)[0];
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /** The vendor of that name. */
  Optional<CatalogueEntry> vendor(String name) {
    return Optional.ofNullable(vendors.get(Wording.comparable(name)));
  }

  /** The vendor that a longer name names. */
  Optional<CatalogueEntry> vendorIn(String words) {
    return longest(vendorAliases, words, alias -> true);
  }

  /** The product of a vendor that a longer name names. */
  Optional<CatalogueEntry> productIn(String words, String vendor) {
    return longest(
        productAliases, words, alias -> vendor.equals(alias.entry.values().get("vendor")));
  }

  /** The product that a name of more than one word names, whoever made it. */
  Optional<CatalogueEntry> productIn(String words) {
    return longest(productAliases, words, alias -> alias.words.indexOf(' ') > 0);
  }

  /** Whether a longer name says that it is an accelerator. */
  static boolean isAccelerator(String words) {
    return Stream.of(Wording.comparable(words).split(" ", -1)).anyMatch(DEVICE_WORDS::contains);
  }

  private static Optional<CatalogueEntry> longest(
      List<Alias> aliases, String words, Predicate<Alias> wanted) {
    String text = " " + Wording.comparable(words) + " ";
    return aliases.stream()
        .filter(alias -> alias.isIn(text) && wanted.test(alias))
        .max(Comparator.comparingInt(alias -> alias.words.length()))
        .map(Alias::entry);
  }

  private Collection<CatalogueEntry> entries(String part) {
    return catalogue.entries().getOrDefault(part, Map.of()).values();
  }
}
