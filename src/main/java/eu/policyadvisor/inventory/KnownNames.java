package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.InventoryNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  KnownNames(Catalogue catalogue) {
    this.catalogue = catalogue;
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
    Optional<CatalogueEntry> product =
        best(ACCELERATORS, name, InventoryNames::resources).filter(any -> isDevice(name));
    if (product.isPresent()) {
      String vendor = product.get().values().getOrDefault("vendor", "");
      return catalogue
          .find(VENDORS, vendor)
          .map(entry -> new Resource(Optional.of(product.get().id()), entry, true));
    }
    Optional<Resource> whole =
        best(VENDORS, name, InventoryNames::resources)
            .map(entry -> new Resource(Optional.empty(), entry, true));
    return whole
        .or(
            () ->
                best(VENDORS, name, InventoryNames::slices)
                    .map(entry -> new Resource(Optional.empty(), entry, false)))
        .filter(any -> isDevice(name));
  }

  private boolean isDevice(String name) {
    return isStated(name) || !name.toLowerCase(Locale.ROOT).matches(PART_OF_DEVICE);
  }

  private boolean isStated(String name) {
    return Stream.of(ACCELERATORS, VENDORS)
        .flatMap(this::entries)
        .flatMap(
            entry ->
                Stream.concat(entry.names().resources().stream(), entry.names().slices().stream()))
        .anyMatch(name::equalsIgnoreCase);
  }

  /** Whether a resource asks for memory or cores of devices that the catalogue knows. */
  boolean isPartOfDevice(String resource) {
    String domain = resource.substring(0, resource.indexOf('/') + 1);
    return !domain.isEmpty()
        && entries(VENDORS)
            .flatMap(entry -> entry.names().resources().stream())
            .anyMatch(known -> known.startsWith(domain));
  }

  /** The model of that name: {@code publisher/name} on a hub, or the name alone. */
  Optional<CatalogueEntry> model(String name) {
    return best(MODELS, name, InventoryNames::aliases);
  }

  /** A model of a publisher on a hub, for what all its models have in common. */
  Optional<CatalogueEntry> modelOf(String organisation) {
    return entries(MODELS)
        .filter(
            entry ->
                entry.names().organisations().stream().anyMatch(organisation::equalsIgnoreCase))
        .findFirst();
  }

  /** The framework of a package. */
  Optional<CatalogueEntry> framework(Purl purl) {
    return purl.isImage()
        ? image(purl.image())
        : best(FRAMEWORKS, purl.bare(), InventoryNames::packages);
  }

  /** The framework of that name. */
  Optional<CatalogueEntry> framework(String name) {
    return best(FRAMEWORKS, name, InventoryNames::aliases);
  }

  /** The framework that an image is made for, by the end of its name. */
  Optional<CatalogueEntry> image(String reference) {
    String name = imageName(reference);
    return entries(FRAMEWORKS)
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
    String sought = Wording.comparable(name);
    return sought.isEmpty()
        ? Optional.empty()
        : entries(VENDORS)
            .filter(
                entry ->
                    entry.names().aliases().stream()
                        .anyMatch(alias -> Wording.comparable(alias).equals(sought)))
            .findFirst();
  }

  /** The vendor that a longer name names. */
  Optional<CatalogueEntry> vendorIn(String words) {
    String text = " " + Wording.comparable(words) + " ";
    return longest(VENDORS, text, entry -> true);
  }

  /** The product of a vendor that a longer name names. */
  Optional<CatalogueEntry> productIn(String words, String vendor) {
    String text = " " + Wording.comparable(words) + " ";
    return longest(
        ACCELERATORS, text, entry -> vendor.equals(entry.values().getOrDefault("vendor", "")));
  }

  /** The product that a name of more than one word names, whoever made it. */
  Optional<CatalogueEntry> productIn(String words) {
    String text = " " + Wording.comparable(words) + " ";
    return longest(ACCELERATORS, text, entry -> true)
        .filter(
            entry ->
                entry.names().aliases().stream()
                    .map(Wording::comparable)
                    .anyMatch(alias -> alias.contains(" ") && text.contains(" " + alias + " ")));
  }

  /** Whether a longer name says that it is an accelerator. */
  static boolean isAccelerator(String words) {
    return Stream.of(Wording.comparable(words).split(" ", -1)).anyMatch(DEVICE_WORDS::contains);
  }

  private Optional<CatalogueEntry> longest(
      String part, String text, Function<CatalogueEntry, Boolean> wanted) {
    return entries(part)
        .filter(wanted::apply)
        .flatMap(
            entry ->
                entry.names().aliases().stream()
                    .map(alias -> Map.entry(Wording.comparable(alias), entry)))
        .filter(each -> text.contains(" " + each.getKey() + " "))
        .max(Comparator.comparingInt(each -> each.getKey().length()))
        .map(Map.Entry::getValue);
  }

  /** The entry that has a name that fits, the most exact one where several do. */
  private Optional<CatalogueEntry> best(
      String part, String name, Function<InventoryNames, List<String>> names) {
    return entries(part)
        .flatMap(entry -> names.apply(entry.names()).stream().map(each -> Map.entry(each, entry)))
        .filter(each -> fits(each.getKey(), name))
        .max(
            Comparator.comparingInt(
                each -> each.getKey().endsWith("*") ? each.getKey().length() : 999))
        .map(Map.Entry::getValue);
  }

  private static boolean fits(String known, String name) {
    int length = known.length() - 1;
    return known.endsWith("*")
        ? known.regionMatches(true, 0, name, 0, length)
        : known.equalsIgnoreCase(name);
  }

  private Stream<CatalogueEntry> entries(String part) {
    Collection<CatalogueEntry> all = catalogue.entries().getOrDefault(part, Map.of()).values();
    return all.stream();
  }
}
