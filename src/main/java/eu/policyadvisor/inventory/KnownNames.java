package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.InventoryNames;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in the catalogue what inventories speak of, by the names that it knows from there. */
final class KnownNames {
  static final String ACCELERATORS = "accelerators";
  static final String VENDORS = "vendors";
  static final String MODELS = "models";
  static final String FRAMEWORKS = "frameworks";

  /** Ends of resource names that ask for a part of what a device has, not for a device. */
  private static final String PART_OF_DEVICE = ".*(mem|memory|cores?|percentage)";

  private static volatile @Nullable KnownNames last;

  private final Catalogue catalogue;
  private final Index resources;
  private final Index vendorResources;
  private final Index slices;
  private final Index models;
  private final List<Index> packages;
  private final Index frameworks;
  private final Map<String, CatalogueEntry> vendors = new HashMap<>();
  private final List<Alias> vendorAliases;
  private final Index traces;
  private final List<Host> hosts;
  private final List<Alias> productAliases;
  private final List<Alias> families;
  private final List<Alias> withoutThem;

  /** Those of a catalogue, made once: one run may read thousands of inventories. */
  @SuppressWarnings("ReferenceEquality") // to compare catalogues takes as long as to make names
  static KnownNames of(Catalogue catalogue) {
    KnownNames known = last;
    if (known == null || known.catalogue != catalogue) {
      known = new KnownNames(catalogue);
      last = known;
    }
    return known;
  }

  KnownNames(Catalogue catalogue) {
    this.catalogue = catalogue;
    resources = new Index(entries(ACCELERATORS), InventoryNames::resources);
    vendorResources = new Index(entries(VENDORS), InventoryNames::resources);
    slices = new Index(entries(VENDORS), InventoryNames::slices);
    models = new Index(entries(MODELS), InventoryNames::aliases);
    packages =
        entries(FRAMEWORKS).stream()
            .map(entry -> new Index(List.of(entry), InventoryNames::packages))
            .toList();
    frameworks = new Index(entries(FRAMEWORKS), InventoryNames::aliases);
    traces = new Index(entries(VENDORS), InventoryNames::traces);
    hosts = findHosts();
    vendorAliases = aliases(VENDORS);
    productAliases = aliases(ACCELERATORS);
    families = families();
    withoutThem =
        Stream.concat(vendorAliases.stream(), families.stream())
            .sorted(Comparator.comparingInt((Alias alias) -> alias.words.length()).reversed())
            .toList();
    vendorAliases.forEach(alias -> vendors.putIfAbsent(alias.words, alias.entry));
  }

  private List<Alias> aliases(String part) {
    return entries(part).stream()
        .flatMap(
            entry ->
                entry.names().aliases().stream()
                    .map(alias -> new Alias(StatedText.comparable(alias), entry)))
        .toList();
  }

  private List<Alias> families() {
    return entries(VENDORS).stream()
        .flatMap(
            entry ->
                entry.names().families().stream()
                    .map(
                        name ->
                            new Alias(
                                StatedText.comparable(name) + (name.endsWith("*") ? "*" : ""),
                                entry)))
        .toList();
  }

  /** A name in the form that is compared. */
  record Alias(String words, CatalogueEntry entry) {
    private static final int LONG = 8;

    boolean isIn(String text) {
      return text.contains(" " + words + " ");
    }

    /** Whether it is long enough for other things not to be called like this. */
    boolean isDistinctive() {
      return words.indexOf(' ') > 0 || words.length() >= LONG;
    }

    /** A text without it; one that ends with {@code *} stands for all words that begin like it. */
    String without(String text) {
      String pattern =
          words.endsWith("*")
              ? Pattern.quote(words.substring(0, words.length() - 1)) + "[^ ]*"
              : Pattern.quote(words);
      return text.replaceAll(" " + pattern + "(?= )", "");
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
          .or(() -> beginning(lower).map(Map.Entry::getValue));
    }

    /** How long the name is that fits; 0 for none. */
    int length(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return exact.containsKey(lower)
          ? Integer.MAX_VALUE
          : beginning(lower).map(each -> each.getKey().length()).orElse(0);
    }

    private Optional<Map.Entry<String, CatalogueEntry>> beginning(String lower) {
      return beginnings.entrySet().stream()
          .filter(each -> lower.startsWith(each.getKey()))
          .max(Comparator.comparingInt(each -> each.getKey().length()));
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
    boolean whole = vendorResources.length(name) >= slices.length(name);
    return (whole ? vendorResources : slices)
        .find(name)
        .map(entry -> new Resource(Optional.empty(), entry, whole))
        .filter(any -> isDevice(name));
  }

  /**
   * Who designed the devices of a class such as {@code gpu.nvidia.com}, if it is of accelerators.
   */
  Optional<CatalogueEntry> deviceClass(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    boolean device = DeviceNames.isDeviceWord(name.substring(0, dot));
    return entries(VENDORS).stream()
        .filter(
            entry ->
                isOfDomain(entry, name) || device && isOfDomain(entry, name.substring(dot + 1)))
        .findFirst();
  }

  private static boolean isOfDomain(CatalogueEntry vendor, String domain) {
    return vendor.names().resources().stream().anyMatch(each -> each.startsWith(domain + "/"));
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
        && resource.toLowerCase(Locale.ROOT).matches(PART_OF_DEVICE)
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

  /** The frameworks that a package is of or needs. */
  List<CatalogueEntry> frameworks(Purl purl) {
    return purl.isImage()
        ? images(purl.image())
        : packages.stream().flatMap(each -> each.find(purl.bare()).stream()).toList();
  }

  /** The framework of that name. */
  Optional<CatalogueEntry> framework(String name) {
    return frameworks.find(name);
  }

  /** The frameworks that an image is made for, by the end of its name. */
  List<CatalogueEntry> images(String reference) {
    String name = "/" + imageName(reference);
    return entries(FRAMEWORKS).stream()
        .filter(
            entry ->
                entry.names().images().stream()
                    .anyMatch(image -> name.endsWith("/" + image.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** An image without tag and digest. */
  private static String imageName(String reference) {
    String name = reference.toLowerCase(Locale.ROOT).split("@", 2)[0];
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /** The vendor of that name. */
  Optional<CatalogueEntry> vendor(String name) {
    return Optional.ofNullable(vendors.get(StatedText.comparable(name)));
  }

  /** The vendor with that id. */
  Optional<CatalogueEntry> vendorById(String id) {
    return catalogue.find(VENDORS, id);
  }

  /** The vendor whose devices a file of a device or a variable tells of. */
  Optional<CatalogueEntry> trace(String name) {
    return traces.find(name);
  }

  /**
   * Hosts of a programming interface that serves models.
   *
   * @param literal the longest part of their name without {@code *}, in lower case
   * @param pattern a name of such a host, in lower case
   * @param entry a model of the developer, or the vendor
   * @param own whether all models there are of this developer
   */
  record Host(String literal, Pattern pattern, CatalogueEntry entry, boolean own) {
    private static final String PART_OF_HOST = "[\\p{L}\\p{Nd}.-]";

    /** The hosts of that name, in which {@code *} stands for one or more parts. */
    static Host of(String name, CatalogueEntry entry, boolean own) {
      List<String> parts = List.of(name.split("\\*", -1));
      String pattern =
          parts.stream().map(Pattern::quote).collect(Collectors.joining(PART_OF_HOST + "+"));
      return new Host(
          Collections.max(parts, Comparator.comparingInt(String::length)),
          Pattern.compile("(?<!" + PART_OF_HOST + ")" + pattern + "(?!" + PART_OF_HOST + ")"),
          entry,
          own);
    }

    /** The first such host in a text; empty where there is none. */
    Optional<String> in(String text) {
      if (!text.contains(literal)) {
        return Optional.empty();
      }
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
  }

  /** The hosts that serve models. */
  List<Host> hosts() {
    return hosts;
  }

  private List<Host> findHosts() {
    return Stream.of(MODELS, VENDORS)
        .flatMap(part -> entries(part).stream())
        .flatMap(
            entry ->
                Stream.concat(
                    entry.names().hosts().stream().map(name -> Host.of(name, entry, true)),
                    entry.names().gateways().stream().map(name -> Host.of(name, entry, false))))
        .toList();
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

  /** A name of a product in a longer name: of the vendor, or one that no other product has. */
  Optional<Alias> product(String words, Optional<String> vendor) {
    return longestAlias(
        productAliases,
        words,
        alias ->
            vendor.isPresent()
                ? vendor.get().equals(alias.entry.values().get("vendor"))
                : alias.isDistinctive());
  }

  /** Who designed a product. */
  Optional<CatalogueEntry> vendorOf(Alias product) {
    return catalogue.find(VENDORS, product.entry.values().getOrDefault("vendor", ""));
  }

  /** A line of devices that a longer name names. */
  Optional<Alias> family(String words) {
    String text = " " + StatedText.comparable(words) + " ";
    return families.stream().filter(each -> !each.without(text).equals(text)).findFirst();
  }

  /** A text without the names of a vendor and of its lines of devices. */
  String withoutNames(String text, CatalogueEntry vendor) {
    String left = text;
    for (Alias alias : withoutThem) {
      left = alias.entry.equals(vendor) ? alias.without(left) : left;
    }
    return left;
  }

  private static Optional<Alias> longestAlias(
      List<Alias> aliases, String words, Predicate<Alias> wanted) {
    String text = " " + StatedText.comparable(words) + " ";
    return aliases.stream()
        .filter(alias -> alias.isIn(text) && wanted.test(alias))
        .max(Comparator.comparingInt(alias -> alias.words.length()));
  }

  private static Optional<CatalogueEntry> longest(
      List<Alias> aliases, String words, Predicate<Alias> wanted) {
    return longestAlias(aliases, words, wanted).map(Alias::entry);
  }

  private Collection<CatalogueEntry> entries(String part) {
    return catalogue.entries().getOrDefault(part, Map.of()).values();
  }
}
