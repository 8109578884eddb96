package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.PartyNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the name of a device, and from who is said to have made it, what it is.
 *
 * <p>Much is named after what it is made for: a heat sink for an Ascend 910B is no Ascend 910B.
 */
final class DeviceNames {
  /** Words without which a device of a known vendor may be anything, a network card for one. */
  private static final Set<String> DEVICE_WORDS = Set.copyOf(Words.of("device.words"));

  /** Names of lines that vendors use for other things too, so that a number must follow. */
  private static final Set<String> LINES = Set.of("ascend", "atlas");

  private static final Pattern NUMBER = Pattern.compile("\\d{3,4}[a-z]{0,3}\\d?");

  /** Words that a device has beside the name of its product. */
  private static final Set<String> VARIANTS = Set.copyOf(Words.of("device.variants"));

  private static final Pattern VARIANT =
      Pattern.compile(
          "\\d+|\\d+(gb|gib|g|tb|w|u|x|gbps|tflops|tops)|x\\d+|sxm\\d*|hbm\\d*e?|pcie\\d*"
              + "|gen\\d+|a\\d|v\\d+");

  /** Words of what belongs to a device but is none. */
  private static final Set<String> ACCESSORIES = Set.copyOf(Words.of("device.accessories"));

  private final KnownNames known;

  DeviceNames(KnownNames known) {
    this.known = known;
  }

  static boolean isDeviceWord(String word) {
    return DEVICE_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Who is said to have to do with a device.
   *
   * @param manufacturer who made it
   * @param supplier who supplies it
   * @param others who publishes or groups it, often a name space or whoever wrote the entry
   */
  record Makers(
      Optional<Tree.Text> manufacturer, Optional<Tree.Text> supplier, List<Tree.Text> others) {

    List<Tree.Text> besideManufacturer() {
      return Stream.concat(others.stream(), supplier.stream()).toList();
    }
  }

  /**
   * What a device is.
   *
   * @param product its product, where that is sure
   * @param vendor its designer, where that is sure
   * @param vendorAt what names the designer; null where the name of the device does
   * @param doubt what it is named like though it may be something else; empty for nothing
   */
  record Told(
      Optional<CatalogueEntry> product,
      Optional<CatalogueEntry> vendor,
      Tree.@Nullable Text vendorAt,
      String doubt) {
    private static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), null, "");
  }

  /**
   * What a device is.
   *
   * @param name what it is called
   * @param about what else is said of it
   */
  Told of(String name, String about, Makers makers) {
    Optional<Maker> maker = maker(makers);
    Optional<CatalogueEntry> named =
        known.vendorIn(name).or(() -> known.family(name).map(KnownNames.Alias::entry));
    Optional<KnownNames.Alias> alias =
        known.product(name, named.or(() -> maker.map(each -> each.vendor)).map(CatalogueEntry::id));
    Optional<CatalogueEntry> vendor =
        alias.flatMap(known::vendorOf).or(() -> named).or(() -> maker.map(each -> each.vendor));
    if (vendor.isEmpty()) {
      return Told.NOTHING;
    }
    String left = left(name, vendor.get(), alias);
    Optional<String> stranger = stranger(vendor.get(), name, makers);
    boolean whole = Stream.of(left.split(" ", -1)).allMatch(DeviceNames::isVariant);
    if (alias.isPresent() && whole && stranger.isEmpty()) {
      return new Told(alias.map(KnownNames.Alias::entry), vendor, null, "");
    }
    String like = alias.map(each -> each.entry().id()).orElse(vendor.get().id());
    String doubt =
        alias.isEmpty() && stranger.isEmpty()
            ? ""
            : "named like %s of the catalogue, but %s"
                .formatted(
                    like,
                    stranger
                        .map(other -> "made or supplied by '" + other + "'")
                        .orElse("'" + left + "' is no word of it"));
    if (stranger.isPresent() || !isAccelerator(name, about, left)) {
      return new Told(Optional.empty(), Optional.empty(), null, doubt);
    }
    Tree.Text at = named.isPresent() ? null : maker.map(each -> each.at).orElse(null);
    return new Told(Optional.empty(), vendor, at, doubt);
  }

  /** A vendor that is said to be the maker, and what says it. */
  private record Maker(CatalogueEntry vendor, Tree.Text at) {}

  private Optional<Maker> maker(Makers makers) {
    return Stream.concat(makers.manufacturer.stream(), makers.besideManufacturer().stream())
        .flatMap(text -> company(text.text()).map(entry -> new Maker(entry, text)).stream())
        .findFirst();
  }

  /** The vendor of that name, with or without its legal form. */
  private Optional<CatalogueEntry> company(String name) {
    return known
        .vendor(name)
        .or(() -> known.vendor(PartyNames.withoutLegalForms(StatedText.comparable(name))));
  }

  /** Who is said to be the maker and is not the vendor; one who supplies it need not be. */
  private Optional<String> stranger(CatalogueEntry vendor, String name, Makers makers) {
    if (makers.manufacturer.isPresent()) {
      return makers
          .manufacturer
          .map(Tree.Text::text)
          .filter(each -> !is(vendor, each))
          .map(StatedText::clean);
    }
    boolean confirmed =
        known.vendorIn(name).filter(vendor::equals).isPresent()
            || makers.besideManufacturer().stream().anyMatch(each -> is(vendor, each.text()));
    return confirmed
        ? Optional.empty()
        : makers.supplier.map(each -> StatedText.clean(each.text()));
  }

  private boolean is(CatalogueEntry vendor, String name) {
    return known.vendor(name).or(() -> known.vendorIn(name)).filter(vendor::equals).isPresent();
  }

  /** The words of a name beside those of product, vendor and family. */
  private String left(String name, CatalogueEntry vendor, Optional<KnownNames.Alias> alias) {
    String left = " " + StatedText.comparable(name) + " ";
    left = alias.isPresent() ? alias.get().without(left) : left;
    left = known.withoutNames(left, vendor);
    return left.strip().replaceAll(" +", " ");
  }

  private static boolean isVariant(String word) {
    return word.isEmpty() || VARIANTS.contains(word) || VARIANT.matcher(word).matches();
  }

  private boolean isAccelerator(String name, String about, String left) {
    Set<String> words =
        Stream.of(StatedText.comparable(name + " " + about).split(" ", -1))
            .collect(Collectors.toSet());
    List<String> beside = List.of(left.split(" ", -1));
    if (beside.stream().anyMatch(ACCESSORIES::contains)) {
      return false;
    }
    boolean line =
        known.family(name).isPresent()
            || LINES.stream().anyMatch(words::contains)
                && words.stream().anyMatch(word -> NUMBER.matcher(word).matches());
    return words.stream().anyMatch(DEVICE_WORDS::contains)
        || line
            && beside.stream()
                .allMatch(
                    word ->
                        isVariant(word) || LINES.contains(word) || NUMBER.matcher(word).matches());
  }
}
