package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.Offer;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows of a service and of a model from who rents it out. */
final class ProviderCompletionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final List<CountryGroup> GROUPS =
      List.of(
          new CountryGroup("eu", Set.of("AT", "DE", "FR", "EU"), "", true, null),
          new CountryGroup("eea", Set.of("AT", "DE", "FR", "EU", "IS", "EEA"), "", true, null));
  private static final Catalogue CATALOGUE =
      new Catalogue(
          DAY,
          YearMonth.of(2026, 7),
          Map.of(
              PartyNames.VENDORS,
              Stream.of(
                      party("house", List.of(), null),
                      party(
                          "gateway",
                          List.of(new Owner("house", "US", null, null)),
                          offer("AT", "DE", "US")),
                      party("lab", List.of(), offer("CN")),
                      party("lab-abroad", List.of(new Owner("lab", "CN", null, null)), offer("SG")),
                      party("home", List.of(), offer("AT", "DE")),
                      party("union", List.of(), offer("EU")),
                      party("nowhere", List.of(), offer()),
                      party(
                          "machines",
                          List.of(),
                          new Offer(
                              List.of(Offer.Kind.MACHINES, Offer.Kind.MODELS),
                              List.of("DE"),
                              Offer.Status.AVAILABLE,
                              null,
                              null,
                              false,
                              null)))
                  .collect(Collectors.toMap(CatalogueEntry::id, Function.identity()))),
          Map.of(),
          List.of(),
          List.of(),
          List.of());

  private static Offer offer(String... regions) {
    return new Offer(
        List.of(Offer.Kind.MODELS),
        regions.length == 0 ? null : List.of(regions),
        Offer.Status.AVAILABLE,
        null,
        null,
        false,
        null);
  }

  private static CatalogueEntry party(String id, List<Owner> owners, @Nullable Offer offer) {
    return new CatalogueEntry(
        PartyNames.VENDORS,
        id,
        Map.of("hq", "CH"),
        Map.of(),
        null,
        false,
        null,
        InventoryNames.NONE,
        List.of(),
        owners,
        offer);
  }

  private static FactSet complete(String yaml) throws IOException {
    FactSet read =
        FactReader.read(
                "x.yaml", new ByteArrayInputStream(("subject: {id: s}\n" + yaml).getBytes(UTF_8)))
            .value()
            .get(0);
    return ProviderCompletion.complete(
        PartyCompletion.complete(read, CATALOGUE, DAY), CATALOGUE, GROUPS);
  }

  private static CloudService service(String facts) throws IOException {
    return (CloudService)
        complete("cloud_services: [{id: c, " + facts + "}]").facts(Section.CLOUD_SERVICES).get(0);
  }

  private static Model model(String service, String model) throws IOException {
    return (Model)
        complete(
                "cloud_services: [{id: c, %s}]\nmodels: [{id: m, cloud_service: c%s}]"
                    .formatted(service, model))
            .facts(Section.MODELS)
            .get(0);
  }

  @ParameterizedTest
  @CsvSource({"lab, CN", "home, EU", "union, EU", "machines, DE", "gateway, ", "nowhere, ", "x, "})
  void aServiceStandsWhereAllMachinesOfItsProviderAre(String provider, @Nullable String region)
      throws IOException {
    assertThat(service("provider: " + provider).region()).isEqualTo(region);
  }

  @Test
  void whatFollowsFromTheProviderIsMarkedAsOfTheCatalogue() throws IOException {
    FieldOrigin origin = service("provider: lab").provenance().fields().get("region");

    assertThat(origin.kind()).isEqualTo(Kind.CATALOGUE);
    assertThat(origin.catalogueEntry()).isEqualTo("vendors/lab");
  }

  @Test
  void whatTheFactStatesAndItsUnknownWin() throws IOException {
    assertThat(service("provider: lab, region: SG").region()).isEqualTo("SG");
    assertThat(service("provider: lab, region: unknown").region()).isNull();
    assertThat(model("provider: lab", ", hosting_country: unknown").hostingCountry()).isNull();
    assertThat(model("provider: lab", ", developer: lab, deployment: unknown").deployment())
        .isNull();
    assertThat(model("provider: lab", ", developer: lab, deployment: on_prem").deployment())
        .isEqualTo(Deployment.ON_PREM);
  }

  @Test
  void aModelRunsWhereItsServiceStands() throws IOException {
    Model stated = model("region: FR", "");
    Model known = model("provider: lab", "");

    assertThat(stated.hostingCountry()).isEqualTo("FR");
    assertThat(stated.provenance().fields().get("hosting_country").kind()).isEqualTo(Kind.DERIVED);
    assertThat(known.hostingCountry()).isEqualTo("CN");
    assertThat(known.provenance().fields().get("hosting_country").catalogueEntry())
        .isEqualTo("vendors/lab");
  }

  @ParameterizedTest
  @CsvSource({
    "lab, lab, VENDOR_API",
    "lab-abroad, lab, VENDOR_API",
    "gateway, house, VENDOR_API",
    "gateway, lab, THIRD_PARTY_API",
    "lab, lab-abroad, THIRD_PARTY_API",
    "gateway, someone, ",
    "machines, lab, ",
    "house, lab, ",
  })
  void aModelIsReachedThroughItsDeveloperOrThroughSomebodyElse(
      String provider, String developer, @Nullable Deployment deployment) throws IOException {
    assertThat(model("provider: " + provider, ", developer: " + developer).deployment())
        .isEqualTo(deployment);
  }

  @Test
  void aProviderOfTheFileIsThatOfTheCatalogueWhichItNames() throws IOException {
    FactSet set =
        complete(
            "parties: [{id: p, vendor: lab}]\ncloud_services: [{id: c, provider: p, region: SG}]");
    CloudService service = (CloudService) set.facts(Section.CLOUD_SERVICES).get(0);
    ProviderCompletion known = new ProviderCompletion(set, CATALOGUE, GROUPS);

    assertThat(known.provider(service)).map(CatalogueEntry::id).contains("lab");
    assertThat(known.mayBeIn(known.offer(service).orElseThrow(), "SG")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "home, DE, true",
    "home, EU, true",
    "home, EEA, true",
    "home, FR, false",
    "union, FR, true",
    "union, EEA, true",
    "union, IS, false",
    "lab, EU, false",
    "nowhere, US, true",
  })
  void anOfferIsInACountryThatItNamesAndInTheUnionWithOneOfIt(
      String provider, String country, boolean may) throws IOException {
    Offer offer = CATALOGUE.find(PartyNames.VENDORS, provider).orElseThrow().offer();
    ProviderCompletion known = new ProviderCompletion(complete("models: []"), CATALOGUE, GROUPS);

    assertThat(offer).isNotNull();
    assertThat(known.mayBeIn(offer, country)).isEqualTo(may);
  }

  @Test
  void ownersOfAPartyAreParties() throws IOException {
    FactSet set = complete("cloud_services: [{id: c, provider: gateway}]");

    assertThat(set.derived())
        .map(Party.class::cast)
        .extracting(Party::id, Party::ownedBy, Party::ultimateParentHq)
        .containsExactly(tuple("gateway", "house", "US"), tuple("house", null, null));
  }
}
