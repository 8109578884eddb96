package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {
  private static final ReferenceData BUILT_IN = ReferenceData.builtIn();
  private static final Catalogue CATALOGUE = BUILT_IN.catalogue();

  private static final String DENSITY = "performance_density";

  private static final String VOCABULARY = "source: s\ndate: 2026-11-23\nterms: []\ngroups: []";

  /** The smallest data that is right, with {@link #VOCABULARY} for each vocabulary. */
  private static final Map<String, String> SMALL =
      Map.of(
          "rules/catalog/accelerators.yaml", "accelerators: []",
          "rules/catalog/models.yaml", "models: []",
          "rules/catalog/frameworks.yaml", "compiled: 2026-11-23\nframeworks: []",
          "rules/catalog/vendors.yaml", "vendors: []",
          "rules/catalog/measures.yaml", "measures: []",
          "rules/catalog/instruments.yaml", "instruments: []",
          "rules/catalog/country-groups.yaml", "groups: []",
          "rules/catalog/coverage.yaml", "coverage: []",
          "rules/parameters.yaml", "parameters: []");

  @Test
  void holdsEveryPartOfTheCatalogue() {
    assertThat(CATALOGUE.ids("accelerators")).contains("huawei-ascend-910c", "nvidia-h100");
    assertThat(CATALOGUE.ids("models")).contains("deepseek-r1", "mistral-large-3");
    assertThat(CATALOGUE.ids("frameworks")).contains("cann", "pytorch");
    assertThat(CATALOGUE.ids("vendors")).contains("huawei", "nexperia");
    assertThat(CATALOGUE.ids(Catalogue.INSTRUMENTS)).contains("gdpr", "bis-gp10-guidance-2025");
  }

  @Test
  void keepsDecimalsExact() {
    assertThat(BUILT_IN.parameters())
        .filteredOn(parameter -> parameter.name().equals("crma.single-country-share"))
        .singleElement()
        .satisfies(parameter -> assertThat(parameter.value()).isEqualTo(new BigDecimal("0.65")));
  }

  @Test
  void namesForEveryAcceleratorAVendorWithTheSameHeadquarters() {
    assertThat(entries("accelerators"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              Optional<CatalogueEntry> vendor =
                  CATALOGUE.find("vendors", String.valueOf(entry.values().get("vendor")));
              assertThat(vendor).as(entry.id()).isPresent();
              assertThat(vendor.orElseThrow().values().get("hq"))
                  .as(entry.id())
                  .isEqualTo(entry.values().get("designer_hq"));
            });
  }

  /** Else an inventory that names one would get the figures of the other. */
  @Test
  void givesNoTwoAcceleratorsOneName() {
    assertThat(
            entries("accelerators")
                .flatMap(
                    entry ->
                        Stream.concat(
                                Stream.ofNullable(entry.values().get("name")),
                                entry.names().aliases().stream())
                            .map(ReferenceDataTest::comparable)
                            .distinct()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void countsADensityOnlyWithThePerformanceItIsMadeOf() {
    assertThat(entries("accelerators").filter(entry -> entry.values().containsKey(DENSITY)))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              BigDecimal area =
                  new BigDecimal(entry.values().get("tpp"))
                      .divide(new BigDecimal(entry.values().get(DENSITY)), RoundingMode.HALF_UP);
              assertThat(area)
                  .as("square millimetres of %s", entry.id())
                  .isBetween(new BigDecimal(100), new BigDecimal(1000));
            });
  }

  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ");
  }

  @Test
  void datesEveryListingOfAParty() {
    assertThat(entries("vendors").flatMap(entry -> entry.listings().stream()))
        .isNotEmpty()
        .allSatisfy(listing -> assertThat(listing.since()).isAfter(LocalDate.of(2015, 1, 1)));
    assertThat(entries("vendors"))
        .allSatisfy(
            entry ->
                assertThat(entry.values())
                    .as(entry.id())
                    .doesNotContainKeys("lists", "entity_listed_since", "high_risk_vendor"));
  }

  @Test
  void linksEveryActOfTheUnionByItsCelexNumber() {
    assertThat(CATALOGUE.instruments().values())
        .filteredOn(each -> String.valueOf(each.reference()).startsWith("CELEX "))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.link())
                    .isEqualTo(
                        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri="
                            + String.valueOf(each.reference()).replace("CELEX ", "CELEX:")));
  }

  /** What is left out bears on every case; that is for catalogues of users. */
  @Test
  void saysOfEveryInstrumentWhatAndWhoseItIs() throws IOException {
    String text = Files.readString(Path.of("rules/catalog/instruments.yaml"));

    assertThat(text.split("\\n  - id: "))
        .hasSizeGreaterThan(100)
        .filteredOn(each -> each.contains("title:"))
        .allSatisfy(each -> assertThat(each).contains("\n    kind: ", "\n    jurisdiction: "));
  }

  @Test
  void saysWhenToConfirmWhatMayHaveChanged() {
    assertThat(CATALOGUE.instruments().values())
        .filteredOn(
            each ->
                each.status() == InstrumentStatus.SUSPENDED
                    || each.status() == InstrumentStatus.UNKNOWN_AFTER_CUTOFF)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.reviewOn()).as(each.id()).isNotNull());
  }

  @Test
  void completesEveryProductOfTheCatalogue() throws IOException {
    Set<String> completedParts = new TreeSet<>();
    for (Section section : Section.values()) {
      String key = section == Section.PARTIES ? "vendor" : "product";
      for (Component component : Component.of(section.kind())) {
        if (component.key().equals(key) && section != Section.EXPORTS) {
          String part = component.rule().catalogue();
          for (String id : CATALOGUE.ids(part)) {
            completedParts.add(part);
            String facts = "subject: {type: company}\n%s: [{id: x, %s: %s}]\n";
            Fact completed =
                CatalogueCompletion.complete(
                        FactReader.read("x.yaml", stream(facts.formatted(section.key(), key, id)))
                            .value()
                            .get(0),
                        CATALOGUE,
                        LocalDate.of(2026, 11, 30))
                    .facts(section)
                    .get(0);
            CatalogueEntry entry = CATALOGUE.find(part, id).orElseThrow();
            assertThat(completed.provenance().fields())
                .containsKeys(entry.values().keySet().toArray(String[]::new));
            assertThat(completed.name()).as(id).isNotNull();
          }
        }
      }
    }
    assertThat(completedParts).containsExactly("accelerators", "frameworks", "models", "vendors");
  }

  @Test
  void readsTheSmallestDataThatIsRight() {
    assertThat(read("rules/parameters.yaml", "parameters: []").parameters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accelerators|{id: a, verified: false, tpp: high}|tpp is 'high'; write a number in digits,"
            + " with a point for decimals, such as 0.65",
        "accelerators|{id: a, verified: false, tpp: unknown}|tpp has no value; leave it out",
        "accelerators|{id: a, verified: false, designer_hq: UK}|'UK' is not a country; write 'GB'",
        "accelerators|{id: a, verified: false, desgner_hq: CN}|unknown field 'desgner_hq' of entry;"
            + " did you mean 'designer_hq'?",
        "accelerators|{id: a}|entry has no verified; it needs one",
        "accelerators|{verified: false}|entry has no id; it needs one",
        "accelerators|{id: a, verified: true}|'a' is verified but names no source; name it or say"
            + " verified: false",
        "accelerators|{id: a, verified: false, tpp: 1, confidence: {tpp: 1.001}}|confidence.tpp is"
            + " 1.001; it must be between 0 and 1",
        "accelerators|{id: a, verified: false, tpp: 1, confidence: {tpp: -0.001}}|confidence.tpp is"
            + " -0.001; it must be between 0 and 1",
        "accelerators|{id: a, verified: false, tpp: 1, confidence: {tpp: 2}}|confidence.tpp is 2;"
            + " it must be between 0 and 1",
        "accelerators|{id: a, verified: false, confidence: {tpp: 0.5}}|confidence.tpp speaks of no"
            + " value of the entry",
        "accelerators|a|entry must be a mapping with keys, not text",
        "models|{id: a, verified: false, weights: free}|'free' is not a weights; it is one of open,"
            + " restricted, closed, unknown",
        "vendors|{id: a, verified: false, lists: [us]}|'us' is not a party list; it is one of"
            + " us_entity_list, us_dod_1260h, taiwan_shtc, eu_high_risk_vendor, eu_sanctions",
        "vendors|{id: a, verified: false, entity_listed_since: 2024-12}|'2024-12' is not a date;"
            + " write year-month-day, such as 2025-05-13",
        "vendors|{id: a, verified: false, listings: us}|listings must be a list, such as [{list:"
            + " ..., since: ...}]",
        "vendors|{id: a, verified: false, listings: [{list: us_entity_list, verified: false}]}|"
            + "listing has no since; it needs one",
        "vendors|{id: a, verified: false, owners: b}|owners must be a list, such as [{owner: ...,"
            + " hq: ..., since: ...}]",
        "vendors|{id: a, verified: false, owners: [{hq: US}]}|owner has no owner; it needs one",
        "vendors|{id: a, verified: false, owners: [{owner: b, hq: UK}]}|'UK' is not a country;"
            + " write 'GB'",
        "vendors|{id: a, verified: false, owners: [{owner: b, since: 2026-01-02, until:"
            + " 2026-01-01}]}|b is owner from 2026-01-02 until 2026-01-01, which is before; change"
            + " one day",
        "vendors|{id: a, verified: false, owners: [{owner: b}, {owner: c}]}|two owners at all"
            + " times, b and c; keep one, or write 'until' where the earlier ends",
        "vendors|{id: a, verified: false, offer: {serves: [models], verified: false}}|offer has no"
            + " status; it needs one",
        "vendors|{id: a, verified: false, offer: {serves: [api], status: available, verified:"
            + " false}}|'api' is not a kind; it is one of models, machines",
        "vendors|{id: a, verified: false, offer: {serves: [models], regions: [UK], status:"
            + " available, verified: false}}|'UK' is not a country; write 'GB'",
        "vendors|{id: a, verified: false, offer: {serves: [models], status: available, verified:"
            + " true}}|'offer' is verified but names no source; name it or say verified: false",
        "models|{id: a, verified: false, owners: []}|unknown field 'owners' of entry; did you mean"
            + " 'own_use'?",
        "instruments|{id: a, title: A, date: 2024-01-01, status: valid, verified: false}|'valid' is"
            + " not an instrument status; it is one of in_force, partly_applicable, adopted,"
            + " proposed, suspended, rescinded, unknown_after_cutoff, not_binding",
        "instruments|{id: a, title: A, date: 2024-01-01, verified: false, status: [{from:"
            + " 2024-01-01, status: proposed}, {from: 2024-01-01, status: in_force}]}|'a' has two"
            + " statuses on 2024-01-01, proposed and in_force; keep one, or let one begin on"
            + " another day",
        "instruments|{id: a, title: A, date: 2024-01-01, verified: false, status: [{from:"
            + " 2024-02-01, status: proposed}]}|the first status of 'a' begins on 2024-02-01, but"
            + " its date is 2024-01-01; let both be one day",
        "instruments|{id: a, title: A, date: 2024-01-01, verified: false, status: []}|status of"
            + " 'a' is an empty list; name a state",
        "instruments|{id: a, title: A, date: 2024-01-01, verified: false}|instrument has no"
            + " status; it needs one",
        "instruments|{id: a, title: A, date: 2024-01-01, verified: false, status: in_force,"
            + " jurisdiction: Germany}|'Germany' is not a country; write 'DE', or for a"
            + " jurisdiction general",
        "instruments|{id: a, date: 2024-01-01, status: in_force, verified: false}|instrument has no"
            + " title; it needs one",
        "instruments|{id: a, title: A, status: in_force, verified: false}|instrument has no date;"
            + " it needs one",
        "instruments|{id: a, title: A, date: unknown, status: in_force, verified: false}|date must"
            + " be known",
        "instruments|{id: a, title: A, date: 2024-01-01, status: in_force, verified: true}|'a' is"
            + " verified but names no source; name it or say verified: false",
      })
  void saysWhatIsWrongWithAnEntry(String part, String entry, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/" + part + ".yaml", part + ":\n  - " + entry))
        .withMessageMatching("rules/catalog/" + part + "\\.yaml:2:\\d+: " + Pattern.quote(message));
  }

  @Test
  void takesConfidenceFromNoneToFull() {
    assertThat(
            read(
                    "rules/catalog/accelerators.yaml",
                    "accelerators:\n"
                        + "  - {id: a, verified: false, tpp: 1, quantity: 2, share_of_compute: 1,"
                        + " confidence: {tpp: 0, quantity: 1, share_of_compute: 0.5}}\n")
                .catalogue()
                .find("accelerators", "a")
                .orElseThrow()
                .confidence())
        .isEqualTo(
            Map.of(
                "tpp", new Confidence(BigDecimal.ZERO),
                "quantity", new Confidence(BigDecimal.ONE),
                "share_of_compute", new Confidence(new BigDecimal("0.5"))));
  }

  @Test
  void readsGroupsOfCountries() {
    assertThat(
            read(
                    "rules/catalog/country-groups.yaml",
                    "groups:\n  - {name: g, countries: [NO, EEA, DE], reference: r, verified: true,"
                        + " review_on: 2027-01-01}\n")
                .countryGroups())
        .containsExactly(
            new CountryGroup("g", Set.of("DE", "EEA", "NO"), "r", true, LocalDate.of(2027, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: g, countries: [DE, UK], reference: r, verified: true}|'UK' is not a country; write"
            + " 'GB'",
        "{name: g, countries: [XX, DE], reference: r, verified: true}"
            + "|'XX' is not a country; write its ISO 3166-1 code of two letters, EU or EEA",
        "{name: g, countries: DE, reference: r, verified: true}|countries must be a list; write"
            + " [DE]",
        "{name: g, reference: r, verified: true}|group has no countries; it needs one",
        "{name: g, countries: [DE], verified: true}|group has no reference; it needs one",
        "{countries: [DE], reference: r, verified: true}|group has no name; it needs one",
      },
      quoteCharacter = '`')
  void saysWhatIsWrongWithAGroupOfCountries(String group, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/country-groups.yaml", "groups:\n  - " + group))
        .withMessageMatching(
            "rules/catalog/country-groups\\.yaml:2:\\d+: " + Pattern.quote(message));
  }

  @Test
  void refusesAnEntryThatStandsTwice() {
    String entry = "  - {id: a, verified: false}\n";
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/models.yaml", "models:\n" + entry + entry))
        .withMessage("rules/catalog/models.yaml:3:5: entry 'a' stands twice");
  }

  @Test
  void refusesTwoOwnersOnOneDay() {
    String owners =
        """
        vendors:
          - id: a
            verified: false
            owners:
              - {owner: b, hq: DE, until: 2026-02-01}
              - {owner: c, hq: US, since: %s}
        """;

    assertThat(
            read("rules/catalog/vendors.yaml", owners.formatted("2026-02-02"))
                .catalogue()
                .find("vendors", "a")
                .orElseThrow()
                .owners())
        .hasSize(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/vendors.yaml", owners.formatted("2026-02-01")))
        .withMessage(
            "rules/catalog/vendors.yaml:6:9: two owners on 2026-02-01, b and c; keep one, or write"
                + " 'until' where the earlier ends");
  }

  @Test
  void namesAsOwnersPartiesOfTheCatalogueWhereItHasThem() {
    assertThat(entries("vendors").flatMap(entry -> entry.owners().stream()).map(Owner::owner))
        .filteredOn(owner -> PartyNames.of(CATALOGUE).called(owner).size() != 1)
        .containsExactlyInAnyOrder("Iliad", "SpaceX", "United Internet");
  }

  @Test
  void saysOfEveryProviderWhoControlsItAndWhereItsSeatIs() {
    assertThat(entries("vendors").filter(entry -> entry.offer() != null))
        .hasSizeGreaterThan(40)
        .allSatisfy(
            entry ->
                assertThat(entry.on(CATALOGUE.compiled()).values())
                    .as(entry.id())
                    .containsKey("hq"))
        .filteredOn(
            entry -> !entry.on(CATALOGUE.compiled()).values().containsKey("ultimate_parent_hq"))
        .extracting(CatalogueEntry::id)
        .as("the merger of Aleph Alpha was announced; whether it was closed is not known")
        .containsExactly("aleph-alpha");
  }

  @Test
  void givesEveryNameOfAPartyToOneParty() {
    PartyNames names = PartyNames.of(CATALOGUE);

    assertThat(names.all()).allSatisfy(name -> assertThat(names.called(name)).hasSize(1));
  }

  @Test
  void anInstrumentSuspendsOnlyWhatIsThere() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                read(
                    "rules/catalog/instruments.yaml",
                    "instruments:\n  - {id: act, title: An act, date: 2024-01-01, status: in_force,"
                        + " verified: false, suspends: [akt]}\n"))
        .withMessageContaining(
            "rules/catalog/instruments.yaml: 'act' suspends 'akt', which is not among the"
                + " instruments");
  }

  @Test
  void takesTheDayOfTheCatalogueFromItsLatestFile() {
    assertThat(read("rules/catalog/models.yaml", "compiled: 2027-02-01\nmodels: []").catalogue())
        .extracting(Catalogue::compiled)
        .isEqualTo(LocalDate.of(2027, 2, 1));
    assertThat(
            read("rules/catalog/models.yaml", "sources_to: 2026-03\nmodels: []")
                .catalogue()
                .stated())
        .isEqualTo("2026-11-23, sources read to March 2026");
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/models.yaml", "sources_to: July\nmodels: []"))
        .withMessage("rules/catalog/models.yaml:1:13: 'July' is no month; write it as 2026-07");
    assertThat(read("rules/catalog/models.yaml", "compiled: 2020-02-01\nmodels: []").catalogue())
        .extracting(Catalogue::compiled)
        .isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void refusesACatalogueWithoutADay() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/frameworks.yaml", "frameworks: []"))
        .withMessage(
            "rules/catalog/instruments.yaml: does not say, nor does another file of the catalogue,"
                + " on which day it was compiled; write 'compiled: ' and the day above its list");
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/models.yaml", "compiled: today\nmodels: []"))
        .withMessage(
            "rules/catalog/models.yaml:1:11: 'today' is not a date; write year-month-day, such as"
                + " 2025-05-13");
  }

  @Test
  void refusesAFileWithoutItsList() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/catalog/models.yaml", "model: []"))
        .withMessage(
            "rules/catalog/models.yaml:1:1: must hold one list, 'models', and nothing else");
  }

  @Test
  void acceptsValuesOfAParameterThatFollowEachOther() {
    String first =
        "parameters:\n"
            + "  - {name: p, value: 1, valid_to: 2025-12-31, reference: r, verified: true}\n";
    String then = "  - {name: p, value: 2, valid_from: %s, reference: r, verified: true}\n";

    assertThat(read("rules/parameters.yaml", first + then.formatted("2026-01-01")).parameters())
        .hasSize(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> read("rules/parameters.yaml", first + then.formatted("2025-12-31")))
        .withMessage("rules/parameters.yaml:3:5: parameter 'p' has two values at one time");
  }

  @Test
  void usesEveryParameterInARule() throws IOException {
    StringBuilder rules = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".drl")).toList()) {
        rules.append(Files.readString(file));
      }
    }
    assertThat(BUILT_IN.parameters())
        .allSatisfy(parameter -> assertThat(rules).contains("\"" + parameter.name() + "\""));
  }

  private static Stream<CatalogueEntry> entries(String part) {
    return CATALOGUE.ids(part).stream().map(id -> CATALOGUE.find(part, id).orElseThrow());
  }

  private static ReferenceData read(String name, String yaml) {
    return ReferenceData.read(
        file -> stream(file.equals(name) ? yaml : SMALL.getOrDefault(file, VOCABULARY)));
  }

  private static InputStream stream(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(UTF_8));
  }
}
