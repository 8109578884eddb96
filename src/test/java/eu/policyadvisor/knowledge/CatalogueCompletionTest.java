package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.DependencyBuilder;
import eu.policyadvisor.fact.ExportBuilder;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.fact.Weights;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.yaml.CountryShares;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueCompletionTest {
  private static final Catalogue CATALOGUE = ReferenceData.builtIn().catalogue();
  private static final Subject SUBJECT = SubjectBuilder.builder().id("subject").build();

  @Test
  void fillsWhatTheFactLeavesOutAndSaysWhereItComesFrom() throws IOException {
    Accelerator accelerator =
        (Accelerator)
            complete(read("accelerators: [{id: a, product: huawei-ascend-910c}]"))
                .facts(Section.ACCELERATORS)
                .get(0);

    assertThat(accelerator.vendor()).isEqualTo("huawei");
    assertThat(accelerator.designerHq()).isEqualTo("CN");
    assertThat(accelerator.namedInGuidance()).isTrue();
    assertThat(accelerator.tpp()).isEqualByComparingTo("12800");
    assertThat(accelerator.foundryCountry()).isNull();
    assertThat(accelerator.provenance().line()).isEqualTo(2);
    assertThat(accelerator.provenance().path()).isEqualTo("accelerators[0]");
    assertThat(accelerator.provenance().fields())
        .containsEntry(
            "tpp",
            new FieldOrigin(Kind.CATALOGUE, 0, 0, 0, 0, "12800", "accelerators/huawei-ascend-910c"))
        .containsEntry(
            "product", new FieldOrigin(Kind.STATED, 2, 33, 2, 51, "huawei-ascend-910c", null));
  }

  @Test
  void fillsWhatGoesWithATermThatAFactNames() throws IOException {
    List<Fact> inputs =
        complete(
                read(
                    """
                    critical_inputs:
                      - {id: a, material: Dysprosiumoxid}
                      - {id: b, material: magnets}
                      - {id: c, material: terres rares, rare_earth: false}
                      - {id: d, material: Nd, rare_earth: unknown}
                      - {id: e}
                    """))
            .facts(Section.CRITICAL_INPUTS);

    assertThat(inputs)
        .extracting(each -> ((CriticalInput) each).rareEarth())
        .containsExactly(true, null, false, null, null);
    assertThat(inputs.get(0).provenance().fields())
        .containsEntry(
            "rare_earth",
            new FieldOrigin(Kind.CATALOGUE, 0, 0, 0, 0, "true", "materials/rare-earths"));
  }

  @Test
  void letsTheFactsOwnValueAndItsUnknownWin() throws IOException {
    Model model =
        (Model)
            complete(
                    read(
                        "models: [{id: m, product: deepseek-r1, weights: closed, licence:"
                            + " unknown}]"))
                .facts(Section.MODELS)
                .get(0);

    assertThat(model.weights()).isEqualTo(Weights.CLOSED);
    assertThat(model.licence()).isNull();
    assertThat(model.developerHq()).isEqualTo("CN");
    assertThat(model.provenance().fields().get("weights").kind()).isEqualTo(Kind.STATED);
    assertThat(model.provenance().fields().get("licence").kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void fillsListsAndDatesOfASupplierFromItsVendor() {
    Party supplier =
        (Party)
            complete(FactSet.of(SUBJECT, PartyBuilder.builder().id("s").vendor("huawei").build()))
                .facts(Section.PARTIES)
                .get(0);

    assertThat(supplier.lists())
        .containsExactlyInAnyOrder(
            PartyList.US_ENTITY_LIST,
            PartyList.US_DOD_1260H,
            PartyList.TAIWAN_SHTC,
            PartyList.EU_HIGH_RISK_VENDOR);
    assertThat(supplier.entityListedSince()).isEqualTo(LocalDate.of(2019, 5, 16));
    assertThat(supplier.highRiskVendor()).isTrue();
  }

  @Test
  void completesFactsBuiltInJavaAndGivesThemAPlace() {
    Accelerator accelerator =
        (Accelerator)
            complete(
                    FactSet.of(
                        SUBJECT,
                        AcceleratorBuilder.builder().id("a").product("nvidia-h100").build()))
                .facts(Section.ACCELERATORS)
                .get(0);

    assertThat(accelerator.name()).isEqualTo("Nvidia H100");
    assertThat(accelerator.provenance().path()).isEqualTo("accelerators/a");
    assertThat(accelerator.provenance().inFile()).isFalse();
  }

  @Test
  void leavesAloneWhatNamesNoProductAndWhatTheCatalogueDoesNotList() {
    FactSet set =
        FactSet.of(
            SUBJECT,
            AcceleratorBuilder.builder().id("a").vendor("huawei").build(),
            AcceleratorBuilder.builder().id("b").product("none-such").build(),
            ExportBuilder.builder().id("e").product("none-such").build());

    assertThat(complete(set)).isEqualTo(set);
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    FactSet once = complete(read("accelerators: [{id: a, product: nvidia-h100}]"));

    assertThat(complete(once)).isEqualTo(once);
  }

  @Test
  void keepsListsThatAreEmptyOrNotStated() throws IOException {
    FactSet set = complete(read("models: []"));

    assertThat(set.states(Section.MODELS)).isTrue();
    assertThat(set.states(Section.ACCELERATORS)).isFalse();
  }

  @Test
  void spreadsSharesOverCountriesWithTheirPlaces() throws IOException {
    List<CountryShare> shares =
        CountryShares.of(
            read(
                "dependencies: [{id: d, shares: {US: 0.3, CN: 0.7}}]\n"
                    + "critical_inputs: [{id: c, shares: {CN: 1}}]"));

    assertThat(shares)
        .extracting(CountryShare::id, CountryShare::country, CountryShare::share)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("d/CN", "CN", new BigDecimal("0.7")),
            org.assertj.core.api.Assertions.tuple("d/US", "US", new BigDecimal("0.3")),
            org.assertj.core.api.Assertions.tuple("c/CN", "CN", new BigDecimal("1")));
    Provenance provenance = shares.get(0).provenance();
    assertThat(provenance.path()).isEqualTo("dependencies[0].shares.CN");
    assertThat(provenance.line()).isEqualTo(2);
    assertThat(provenance.column()).isEqualTo(46);
    assertThat(provenance.fields().get("share").text()).isEqualTo("0.7");
  }

  @Test
  void makesOneShareWithoutCountryWhereSharesAreNotKnown() throws IOException {
    List<CountryShare> shares =
        CountryShares.of(
            read("dependencies: [{id: asked, shares: unknown}, {id: silent}]\nmodels: [{id: m}]"));

    assertThat(shares).hasSize(2).allSatisfy(share -> assertThat(share.share()).isNull());
    assertThat(shares.get(0).provenance().fields().get("share").kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(shares.get(1).provenance().fields()).isEmpty();
  }

  @Test
  void spreadsSharesOfFactsBuiltInJava() {
    FactSet set =
        FactSet.of(
            SUBJECT,
            DependencyBuilder.builder().id("d").shares(Map.of("CN", BigDecimal.ONE)).build());

    assertThat(CountryShares.of(set))
        .singleElement()
        .satisfies(share -> assertThat(share.provenance().inFile()).isFalse());
  }

  private static FactSet complete(FactSet set) {
    return CatalogueCompletion.complete(set, CATALOGUE, LocalDate.of(2026, 11, 30));
  }

  private static FactSet read(String yaml) throws IOException {
    return FactReader.read(
            "f.yaml",
            new ByteArrayInputStream(("subject: {type: company}\n" + yaml).getBytes(UTF_8)))
        .value()
        .get(0);
  }
}
