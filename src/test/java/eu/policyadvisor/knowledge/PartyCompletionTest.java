package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.Export;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.PartyRole;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Transaction;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is named in a file is one party, wherever the name stands. */
final class PartyCompletionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

  private static FactSet complete(String yaml, LocalDate day) throws IOException {
    FactSet read =
        FactReader.read(
                "x.yaml",
                new ByteArrayInputStream(("subject: {country: DE}\n" + yaml).getBytes(UTF_8)))
            .value()
            .get(0);
    return KNOWLEDGE.completed(read, day);
  }

  private static List<Party> derived(FactSet set) {
    return set.derived().stream().filter(Party.class::isInstance).map(Party.class::cast).toList();
  }

  @Test
  void aCustomerThatTheCatalogueKnowsIsAPartyWithItsLists() throws IOException {
    FactSet set = complete("exports: [{id: e, customer: 'Huawei Technologies Co., Ltd.'}]", DAY);

    assertThat(derived(set))
        .singleElement()
        .satisfies(
            party -> {
              assertThat(party.id()).isEqualTo("huawei");
              assertThat(party.name()).isEqualTo("Huawei Technologies Co., Ltd.");
              assertThat(party.role()).containsExactly(PartyRole.CUSTOMER);
              assertThat(party.lists()).contains(PartyList.US_ENTITY_LIST);
              assertThat(party.provenance().line()).isEqualTo(2);
            });
    Export export = (Export) set.facts(Section.EXPORTS).get(0);
    assertThat(export.customer()).isEqualTo("huawei");
    assertThat(export.customerUltimateHq()).isEqualTo("CN");
    assertThat(export.provenance().fields().get("customer").text())
        .isEqualTo("Huawei Technologies Co., Ltd.");
    assertThat(set.states(Section.PARTIES)).isFalse();
  }

  @Test
  void aListingThatCameLaterIsNotKnownYet() throws IOException {
    FactSet set = complete("exports: [{id: e, customer: Wingtech}]", LocalDate.of(2023, 6, 1));

    assertThat(derived(set))
        .singleElement()
        .satisfies(
            party -> {
              assertThat(party.lists()).isNull();
              assertThat(party.entityListedSince()).isNull();
            });
  }

  @Test
  void aNameMeansThePartyOfTheFileBeforeThatOfTheCatalogue() throws IOException {
    FactSet set =
        complete(
            """
            parties: [{id: hw, name: Huawei Technologies, ultimate_parent_hq: SG}]
            exports: [{id: e, customer: 'Huawei Technologies Co., Ltd.'}]
            """,
            DAY);

    assertThat(derived(set)).isEmpty();
    Export export = (Export) set.facts(Section.EXPORTS).get(0);
    assertThat(export.customer()).isEqualTo("hw");
    assertThat(export.customerUltimateHq()).isEqualTo("SG");
    assertThat(export.provenance().fields().get("customer_ultimate_hq").kind())
        .isEqualTo(Kind.DERIVED);
    assertThat(((Party) set.facts(Section.PARTIES).get(0)).role())
        .containsExactly(PartyRole.CUSTOMER);
  }

  @Test
  void aPartyThatIsCalledLikeOneOfTheCatalogueIsThatOne() throws IOException {
    FactSet set = complete("parties: [{id: s, name: ZTE Corporation}]", DAY);

    assertThat(((Party) set.facts(Section.PARTIES).get(0)).vendor()).isEqualTo("zte");
  }

  @Test
  void whatTheFileSaysOfAPartyAndItsUnknownWin() throws IOException {
    FactSet set =
        complete(
            """
            parties: [{id: s, name: ZTE, vendor: unknown}]
            exports: [{id: e, customer: Huawei, customer_ultimate_hq: unknown}]
            """,
            DAY);

    assertThat(((Party) set.facts(Section.PARTIES).get(0)).vendor()).isNull();
    assertThat(((Export) set.facts(Section.EXPORTS).get(0)).customerUltimateHq()).isNull();
  }

  @Test
  void aNameThatNobodyKnowsStaysAText() throws IOException {
    FactSet set = complete("exports: [{id: e, customer: a drone maker}]", DAY);

    assertThat(set.derived()).isEmpty();
    assertThat(((Export) set.facts(Section.EXPORTS).get(0)).customer()).isEqualTo("a drone maker");
  }

  @Test
  void fillsSeatsOfProvidersDevelopersBuyersAndTargets() throws IOException {
    FactSet set =
        complete(
            """
            cloud_services: [{id: c, provider: Microsoft}]
            models: [{id: m, developer: Zhipu AI}]
            transactions: [{id: t, acquirer: Wingtech, target: Nexperia}]
            """,
            DAY);

    assertThat(((CloudService) set.facts(Section.CLOUD_SERVICES).get(0)).ultimateParentHq())
        .isEqualTo("US");
    Model model = (Model) set.facts(Section.MODELS).get(0);
    assertThat(model.developerHq()).isEqualTo("CN");
    assertThat(model.developerEntityListed()).isTrue();
    Transaction transaction = (Transaction) set.facts(Section.TRANSACTIONS).get(0);
    assertThat(transaction.acquirerUltimateHq()).isEqualTo("CN");
    assertThat(transaction.targetCountry()).isEqualTo("NL");
    assertThat(derived(set))
        .extracting(Party::id)
        .containsExactlyInAnyOrder("microsoft", "zhipu", "wingtech", "nexperia");
  }

  @Test
  void onePartyHasAllItsRoles() throws IOException {
    FactSet set =
        complete(
            """
            exports: [{id: e, customer: Tencent}]
            cloud_services: [{id: c, provider: Tencent Holdings}]
            """,
            DAY);

    assertThat(derived(set))
        .singleElement()
        .satisfies(
            party ->
                assertThat(party.role()).containsExactly(PartyRole.CUSTOMER, PartyRole.PROVIDER));
  }

  @Test
  void whoControlsAPartyIsAPartyUpToTheTopOfTheChain() throws IOException {
    FactSet set = complete("cloud_services: [{id: c, provider: Dashscope}]", DAY);

    assertThat(derived(set))
        .extracting(Party::id, Party::ownedBy)
        .containsExactly(
            tuple("alibaba-model-studio", "alibaba-cloud"),
            tuple("alibaba-cloud", "alibaba"),
            tuple("alibaba", null));
    assertThat(derived(set).get(2).lists()).contains(PartyList.US_DOD_1260H);
    assertThat(derived(set).get(2).role()).containsExactly(PartyRole.OWNER);
    assertThat(derived(set).get(0).provenance().fields().get("owned_by").catalogueEntry())
        .isEqualTo("vendors/alibaba-model-studio");
  }

  @Test
  void anOwnerThatTheFileStatesWins() throws IOException {
    FactSet set =
        complete(
            """
            parties:
              - {id: p, name: STACKIT, ultimate_parent_hq: US}
              - {id: q, name: T-Systems, owned_by: p}
              - {id: r, name: Azure OpenAI}
              - {id: ms, name: Microsoft}
            """,
            DAY);

    assertThat(set.facts(Section.PARTIES))
        .map(Party.class::cast)
        .extracting(Party::id, Party::ownedBy)
        .containsExactlyInAnyOrder(
            tuple("p", null), tuple("q", "p"), tuple("r", "ms"), tuple("ms", null));
    assertThat(derived(set)).isEmpty();
  }

  @Test
  void anIdThatIsTakenIsLeftAlone() throws IOException {
    FactSet set = complete("models: [{id: huawei}]\nexports: [{id: e, customer: Huawei}]", DAY);

    assertThat(derived(set)).extracting(Party::id).containsExactly("huawei (e.customer)");
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    FactSet once =
        complete(
            """
            exports: [{id: e, customer: 'Huawei Technologies Co., Ltd.'}]
            parties: [{id: p, name: STACKIT}]
            cloud_services: [{id: c, provider: Dashscope}, {id: d, provider: DeepSeek}]
            models: [{id: m, product: deepseek-r1, cloud_service: d}]
            """,
            DAY);

    assertThat(KNOWLEDGE.completed(once, DAY)).isEqualTo(once);
  }
}
