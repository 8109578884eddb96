package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.InventoryNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that fit, and the more exact one where several do, in a small catalogue. */
class KnownNamesTest {
  private static final Map<String, Map<String, CatalogueEntry>> PARTS = new TreeMap<>();

  static {
    vendor(
        "acme",
        "aliases:Acme|Acme Chips",
        "resources:acme.com/gpu|acme.com/x*",
        "slices:acme.com/xslice*|acme.com/gpu-share",
        "traces:/dev/acme*|ACME_DEVICES",
        "families:Rocket 9*|Plain",
        "gateways:gate.acme.com");
    vendor("bolt", "aliases:Bolt", "resources:bolt.io/npu", "traces:/dev/ac*");
    entry(
        "accelerators",
        "rocket",
        Map.of("vendor", "acme"),
        "aliases:Rocket|Rocket One",
        "resources:acme.com/rocket*|acme.com/totalmemory");
    entry(
        "accelerators",
        "rocket-two",
        Map.of("vendor", "acme"),
        "aliases:Rocket One Two",
        "resources:acme.com/rocket2*");
    entry(
        "accelerators",
        "boltchip",
        Map.of("vendor", "bolt"),
        "aliases:B1|Boltchips",
        "resources:bolt.io/b1");
    entry(
        "accelerators",
        "orphan",
        Map.of("vendor", "nobody"),
        "aliases:Orphaned Chip",
        "resources:orphan.com/gpu");
    entry(
        "models",
        "m1",
        Map.of("developer", "Dev"),
        "aliases:dev/M*|solo",
        "organisations:Dev",
        "hosts:api.dev.com");
    entry("models", "m1-long", Map.of(), "aliases:dev/M1-long*");
    entry(
        "frameworks",
        "torch",
        Map.of(),
        "aliases:Torch|pytorch",
        "packages:pkg:pypi/torch",
        "images:torch/Torch");
    entry("frameworks", "cuda", Map.of(), "packages:pkg:pypi/tor*", "images:torch");
  }

  private final KnownNames known =
      new KnownNames(new Catalogue(null, null, PARTS, Map.of(), List.of(), List.of(), List.of()));

  private static void vendor(String id, String... names) {
    entry("vendors", id, Map.of("name", id), names);
  }

  private static void entry(String part, String id, Map<String, String> values, String... names) {
    Map<String, List<String>> by = new HashMap<>();
    for (String each : names) {
      int colon = each.indexOf(':');
      by.put(each.substring(0, colon), List.of(each.substring(colon + 1).split("\\|", -1)));
    }
    InventoryNames all =
        new InventoryNames(
            by.getOrDefault("aliases", List.of()),
            by.getOrDefault("packages", List.of()),
            by.getOrDefault("resources", List.of()),
            by.getOrDefault("slices", List.of()),
            by.getOrDefault("images", List.of()),
            by.getOrDefault("organisations", List.of()),
            by.getOrDefault("families", List.of()),
            by.getOrDefault("traces", List.of()),
            by.getOrDefault("hosts", List.of()),
            by.getOrDefault("gateways", List.of()),
            null);
    PARTS
        .computeIfAbsent(part, any -> new TreeMap<>())
        .put(id, new CatalogueEntry(part, id, values, Map.of(), null, true, null, all, List.of()));
  }

  private static Optional<String> id(Optional<CatalogueEntry> entry) {
    return entry.map(CatalogueEntry::id);
  }

  @ParameterizedTest
  @CsvSource({
    "acme.com/gpu, , acme, true",
    "ACME.com/GPU, , acme, true",
    "acme.com/xyz, , acme, true",
    "acme.com/xslice-2, , acme, false",
    "acme.com/gpu-share, , acme, false",
    "acme.com/rocket-a, rocket, acme, true",
    "acme.com/rocket2-a, rocket-two, acme, true",
    "acme.com/totalmemory, rocket, acme, true",
    "bolt.io/b1, boltchip, bolt, true",
  })
  void aResourceIsThatOfTheLongestNameThatFits(
      String name, String product, String vendor, boolean whole) {
    assertThat(known.resource(name))
        .hasValueSatisfying(
            resource -> {
              assertThat(resource.product()).isEqualTo(Optional.ofNullable(product));
              assertThat(resource.vendor().id()).isEqualTo(vendor);
              assertThat(resource.whole()).isEqualTo(whole);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.com/other",
        "acme.com/gp",
        "bolt.io/npu2",
        "acme.com/xmemory",
        "acme.com/rocket-mem",
        "acme.com/xcores",
        "acme.com/xslice-percentage",
        "orphan.com/gpu"
      })
  void anyOtherResourceIsNoDevice(String name) {
    assertThat(known.resource(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acme.com/gpumem, true",
    "acme.com/gpu-MEMORY, true",
    "bolt.io/core, true",
    "acme.com/gpu, false",
    "other.com/gpumem, false",
    "gpumem, false",
  })
  void aPartOfADeviceIsOneOfAVendorThatIsKnown(String name, boolean part) {
    assertThat(known.isPartOfDevice(name)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "acme.com, acme",
    "gpu.acme.com, acme",
    "NPU.bolt.io, bolt",
    "nic.acme.com,",
    "gpu,",
    "gpu.other.com,"
  })
  void aClassOfDevicesIsOfTheVendorWhoseDomainItHas(String name, String vendor) {
    assertThat(id(known.deviceClass(name))).isEqualTo(Optional.ofNullable(vendor));
  }

  @ParameterizedTest
  @CsvSource({"dev/m9, m1", "dev/M1-long-chat, m1-long", "SOLO, m1", "solo2,", "dev/,"})
  void aModelIsThatOfTheLongestNameThatFits(String name, String model) {
    assertThat(id(known.model(name))).isEqualTo(Optional.ofNullable(model));
  }

  @Test
  void aPublisherIsKnownWhateverTheCase() {
    assertThat(id(known.modelOf("dEV"))).contains("m1");
    assertThat(known.modelOf("other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reg:5000/torch/torch:1@sha256:a, 'cuda,torch'",
    "TORCH/torch, 'cuda,torch'",
    "x/torch, cuda",
    "torch:2, cuda",
    "xtorch, ''",
    "reg:5000/other, ''",
    "torch/torch/x, ''"
  })
  void anImageIsKnownByTheEndOfItsName(String image, String frameworks) {
    assertThat(known.images(image).stream().map(CatalogueEntry::id))
        .containsExactly(frameworks.isEmpty() ? new String[0] : frameworks.split(","));
  }

  @Test
  void aPackageIsOfAllFrameworksThatFit() throws Purl.Invalid {
    assertThat(known.frameworks(Purl.of("pkg:pypi/torch@1")))
        .extracting("id")
        .containsExactly("cuda", "torch");
    assertThat(known.frameworks(Purl.of("pkg:docker/x/torch@1")))
        .extracting("id")
        .containsExactly("cuda");
    assertThat(known.frameworks(Purl.of("pkg:npm/torch@1"))).isEmpty();
    assertThat(id(known.framework("TORCH"))).contains("torch");
    assertThat(known.framework("torch2")).isEmpty();
  }

  @Test
  void aTraceIsThatOfTheLongestNameThatFits() {
    assertThat(id(known.trace("/dev/acme0"))).contains("acme");
    assertThat(id(known.trace("/dev/ac"))).contains("bolt");
    assertThat(id(known.trace("acme_devices"))).contains("acme");
    assertThat(known.trace("ACME_DEVICES_2")).isEmpty();
  }

  @Test
  void hostsAreOfOneDeveloperOrGatewaysToMany() {
    assertThat(known.hosts())
        .extracting(host -> host.literal() + " " + host.entry().id() + " " + host.own())
        .containsExactly("api.dev.com m1 true", "gate.acme.com acme false");
  }

  @Test
  void aLongerNameNamesTheVendorAndProductOfTheLongestAliasInIt() {
    assertThat(id(known.vendor("acme, chips"))).contains("acme");
    assertThat(known.vendor("the acme")).isEmpty();
    assertThat(id(known.vendorIn("The (Bolt) thing"))).contains("bolt");
    assertThat(known.vendorIn("bolts")).isEmpty();
    assertThat(id(known.vendorById("bolt"))).contains("bolt");
    assertThat(id(known.productIn("my Rocket-One-Two v2", "acme"))).contains("rocket-two");
    assertThat(id(known.productIn("my Rocket-One v2", "acme"))).contains("rocket");
    assertThat(known.productIn("my Rocket", "bolt")).isEmpty();
  }

  @Test
  void withoutVendorOnlyADistinctiveNameIsAProduct() {
    assertThat(known.product("a Rocket", Optional.empty())).isEmpty();
    assertThat(known.product("a Rocket", Optional.of("bolt"))).isEmpty();
    assertThat(known.product("a Rocket", Optional.of("acme")).map(KnownNames.Alias::words))
        .contains("rocket");
    assertThat(known.product("a Rocket One", Optional.empty()).map(KnownNames.Alias::words))
        .contains("rocket one");
    assertThat(known.product("Boltchips 2", Optional.empty()).map(each -> each.entry().id()))
        .contains("boltchip");
    assertThat(known.product("Orphaned Chip", Optional.empty()).flatMap(known::vendorOf)).isEmpty();
    assertThat(id(known.product("b1", Optional.of("bolt")).flatMap(known::vendorOf)))
        .contains("bolt");
  }

  @Test
  void aNameOfEightLettersIsDistinctive() {
    CatalogueEntry any = PARTS.get("models").get("m1");
    assertThat(new KnownNames.Alias("abcdefgh", any).isDistinctive()).isTrue();
    assertThat(new KnownNames.Alias("abcdefg", any).isDistinctive()).isFalse();
    assertThat(new KnownNames.Alias("a b", any).isDistinctive()).isTrue();
  }

  @Test
  void aFamilyIsALineOfDevicesAndStandsForWordsThatBeginLikeIt() {
    assertThat(known.family("My Rocket 900 PRO").map(each -> each.entry().id())).contains("acme");
    assertThat(known.family("a plain one")).isPresent();
    assertThat(known.family("plainer")).isEmpty();
    assertThat(known.family("rocket 8")).isEmpty();
    CatalogueEntry acme = PARTS.get("vendors").get("acme");
    assertThat(known.withoutNames(" my acme chips rocket 900 pro bolt ", acme))
        .isEqualTo(" my pro bolt ");
  }
}
