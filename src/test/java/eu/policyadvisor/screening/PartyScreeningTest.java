package eu.policyadvisor.screening;

import static eu.policyadvisor.fact.PartyList.EU_HIGH_RISK_VENDOR;
import static eu.policyadvisor.fact.PartyList.EU_SANCTIONS;
import static eu.policyadvisor.fact.PartyList.US_ENTITY_LIST;
import static eu.policyadvisor.screening.SmallLists.DAY;
import static eu.policyadvisor.screening.SmallLists.row;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.ExportBuilder;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.ModelBuilder;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.PartyRole;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Screening.Remark;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.SubjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists fill in of suppliers, what they only remark, and how sure that is. */
final class PartyScreeningTest {
  private static final LocalDate EARLY = LocalDate.of(2019, 5, 16);
  private static final LocalDate LATE = LocalDate.of(2024, 12, 5);
  private static final Party ACMETRON =
      PartyBuilder.builder().id("s").name("Acmetron").hq("GB").provenance(Provenance.NONE).build();

  @Test
  void fillsInTheListsOfTheParty() {
    FieldOrigin name = new FieldOrigin(Kind.STATED, 2, 3, 2, 11, "Acmetron", null);
    ScreenedFacts screened =
        screen(
            PartyBuilder.builder(ACMETRON)
                .provenance(new Provenance("f.yaml", "parties[0]", 1, 1, Map.of("name", name)))
                .build(),
            row("Acmetron Ltd.", "GB", null, US_ENTITY_LIST, EU_SANCTIONS));
    ListedRow row =
        new ListedRow(
            "us-csl",
            DAY,
            true,
            2,
            "Acmetron Ltd.",
            "Entity List",
            "licence required",
            null,
            "agree: acmetron",
            BigDecimal.ONE);

    assertThat(supplier(screened).lists()).containsExactly(US_ENTITY_LIST, EU_SANCTIONS);
    assertThat(supplier(screened).entityListedSince()).isNull();
    assertThat(supplier(screened).provenance().fields())
        .isEqualTo(
            Map.of(
                "name", name, "lists", FieldOrigin.listed("[us_entity_list, eu_sanctions]", row)));
    assertThat(remark(screened))
        .returns(Screening.Kind.LISTED, Remark::kind)
        .returns("s", Remark::fact)
        .returns("lists", Remark::field)
        .returns(row, Remark::row)
        .returns("'Acmetron' is 'Acmetron Ltd.': Entity List", Remark::text);
  }

  @Test
  void addsToTheListsThatTheCatalogueKnows() {
    ScreenedFacts screened =
        screen(
            known(Kind.CATALOGUE, EU_HIGH_RISK_VENDOR),
            row("Acmetron", "GB", null, US_ENTITY_LIST));

    assertThat(supplier(screened).lists()).containsExactly(US_ENTITY_LIST, EU_HIGH_RISK_VENDOR);
    assertThat(origin(screened, "lists").text()).isEqualTo("[us_entity_list, eu_high_risk_vendor]");
    assertThat(remark(screened).kind()).isEqualTo(Screening.Kind.LISTED);
  }

  @Test
  void addsNothingToListsThatHoldAllAlready() {
    Party supplier = known(Kind.CATALOGUE, US_ENTITY_LIST, EU_HIGH_RISK_VENDOR);
    ScreenedFacts screened = screen(supplier, row("Acmetron", "GB", null, US_ENTITY_LIST));

    assertThat(supplier(screened)).isEqualTo(supplier);
    assertThat(screened.screening().remarks()).isEmpty();
  }

  /** Facts that are built in Java have no origins. */
  @Test
  void leavesWhatFactsStateInAFileOrInJava() {
    Party built = PartyBuilder.builder(ACMETRON).lists(List.of(EU_SANCTIONS)).build();
    for (Party supplier : List.of(built, known(Kind.STATED, EU_SANCTIONS))) {
      ScreenedFacts screened =
          screen(supplier, row("Acmetron", "GB", EARLY, US_ENTITY_LIST, EU_SANCTIONS));

      assertThat(supplier(screened)).isEqualTo(supplier);
      assertThat(remark(screened))
          .returns(Screening.Kind.CONTRADICTS, Remark::kind)
          .returns("lists", Remark::field)
          .returns(
              "stated is [eu_sanctions], yet 'Acmetron' is 'Acmetron': Entity List, since"
                  + " 2019-05-16; what is stated prevails",
              Remark::text);
    }
  }

  @Test
  void contradictsOnlyByRowsThatSayMore() {
    ScreenedFacts screened =
        screen(
            known(Kind.STATED, EU_SANCTIONS),
            row("Acmetron", "GB", null, EU_SANCTIONS),
            row("ACMETRON", "GB", null, US_ENTITY_LIST));

    assertThat(remark(screened).row().name()).isEqualTo("ACMETRON");
  }

  @Test
  void takesTheFirstDayOfSeveralListings() {
    ListRow early = row("Acmetron", "GB", EARLY, US_ENTITY_LIST);
    ListRow late = row("Acmetron", "GB", LATE, US_ENTITY_LIST);
    ListRow undated = row("Acmetron", "GB", null, US_ENTITY_LIST);
    for (ListRow[] rows :
        List.of(new ListRow[] {late, early, undated}, new ListRow[] {undated, early, late})) {
      ScreenedFacts screened = screen(ACMETRON, rows);

      assertThat(supplier(screened).entityListedSince()).isEqualTo(EARLY);
      FieldOrigin origin = origin(screened, "entity_listed_since");
      assertThat(origin.text()).isEqualTo("2019-05-16");
      assertThat(origin.listedRow().since()).isEqualTo(EARLY);
    }
  }

  @Test
  void takesTheDayOfTheUsEntityListOnly() {
    ScreenedFacts screened =
        screen(
            ACMETRON,
            row("Acmetron", "GB", EARLY, EU_SANCTIONS),
            row("ACMETRON", "GB", LATE, US_ENTITY_LIST));

    assertThat(supplier(screened).entityListedSince()).isEqualTo(LATE);
    assertThat(
            supplier(screen(ACMETRON, row("Acmetron", "GB", EARLY, EU_SANCTIONS)))
                .entityListedSince())
        .isNull();
  }

  @Test
  void takesTheDayWhereTheNameAloneAgreesToo() {
    assertThat(
            supplier(screen(inNoCountry(), row("Acmetron", "GB", EARLY, US_ENTITY_LIST)))
                .entityListedSince())
        .isEqualTo(EARLY);
  }

  @ParameterizedTest
  @CsvSource({"STATED, stated", "CATALOGUE, in the catalogue"})
  void leavesADayThatIsKnown(Kind kind, String words) {
    Party supplier =
        PartyBuilder.builder(ACMETRON)
            .lists(List.of(US_ENTITY_LIST))
            .entityListedSince(LATE)
            .provenance(origins(Map.of("lists", kind, "entity_listed_since", kind)))
            .build();
    ScreenedFacts screened = screen(supplier, row("Acmetron", "GB", EARLY, US_ENTITY_LIST));

    assertThat(supplier(screened)).isEqualTo(supplier);
    assertThat(remark(screened))
        .returns(Screening.Kind.CONTRADICTS, Remark::kind)
        .returns("entity_listed_since", Remark::field)
        .returns(
            words + " is 2024-12-05, yet the list says 2019-05-16; the former prevails",
            Remark::text);
    assertThat(screen(supplier, row("Acmetron", "GB", LATE, US_ENTITY_LIST)).screening().remarks())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"GB, GB, 1", "none, GB, 0.9", "GB, none, 0.9"})
  void aNamesakeIsLessSureThanAPartyInTheSameCountry(
      @Nullable String hq, @Nullable String country, String confidence) {
    Party supplier = PartyBuilder.builder(ACMETRON).hq(hq).build();
    ListedRow row = remark(screen(supplier, row("Acmetron", country, null, US_ENTITY_LIST))).row();

    assertThat(row.confidence()).isEqualByComparingTo(confidence);
  }

  @Test
  void asksAboutANearMissOfWhichNothingIsKnown() {
    ScreenedFacts screened = screen(ACMETRON, row("Acmetron", "FR", null, US_ENTITY_LIST));

    assertThat(supplier(screened)).isEqualTo(ACMETRON);
    assertThat(remark(screened))
        .returns(Screening.Kind.RESEMBLES, Remark::kind)
        .returns("lists", Remark::field)
        .returns(
            "'Acmetron' resembles 'Acmetron' (Entity List); is it the same party?", Remark::text);
  }

  @ParameterizedTest
  @EnumSource
  void asksAboutANearMissUnlessTheListsAreStated(Kind kind) {
    assertThat(
            screen(known(kind, EU_HIGH_RISK_VENDOR), row("Acmetron", "FR", null, US_ENTITY_LIST))
                .screening()
                .remarks())
        .extracting(Remark::kind)
        .isEqualTo(kind == Kind.STATED ? List.of() : List.of(Screening.Kind.RESEMBLES));
  }

  @Test
  void asksNothingAboutANearMissOnAListThatTheCatalogueKnows() {
    assertThat(
            screen(
                    known(Kind.CATALOGUE, EU_HIGH_RISK_VENDOR, US_ENTITY_LIST),
                    row("Acmetron", "FR", null, US_ENTITY_LIST))
                .screening()
                .remarks())
        .isEmpty();
  }

  @Test
  void onlyTellsOfListsThatNoRuleReads() {
    ScreenedFacts screened = screen(ACMETRON, row("Acmetron", "GB", EARLY));

    assertThat(supplier(screened)).isEqualTo(ACMETRON);
    assertThat(remark(screened))
        .returns(Screening.Kind.ELSEWHERE, Remark::kind)
        .returns(null, Remark::field)
        .returns(
            "'Acmetron' is on a list that no rule reads: Entity List, since 2019-05-16",
            Remark::text);
    assertThat(remark(screen(ACMETRON, row("Acmetron", "FR"))))
        .returns(Screening.Kind.RESEMBLES, Remark::kind)
        .returns(null, Remark::field);
  }

  @Test
  void asksOnlyWhoIsListedOnTheDay() {
    ListRow row = row("Acmetron", "GB", LATE, US_ENTITY_LIST);

    assertThat(supplier(screenOn(LATE, ACMETRON, row)).lists()).containsExactly(US_ENTITY_LIST);
    assertThat(supplier(screenOn(LATE.minusDays(1), ACMETRON, row))).isEqualTo(ACMETRON);
  }

  @Test
  void leavesSuppliersWithoutANameAndFactsOfOtherKinds() {
    Party nameless = PartyBuilder.builder(ACMETRON).name(null).build();
    Fact model =
        ModelBuilder.builder().id("m").name("Acmetron").provenance(Provenance.NONE).build();
    FactSet facts = set(nameless, model);

    ScreenedFacts screened =
        new PartyScreening(SmallLists.of(row("Acmetron", US_ENTITY_LIST)), DAY).complete(facts);
    assertThat(screened.facts()).isEqualTo(facts);
    assertThat(screened.screening().remarks()).isEmpty();
  }

  @Test
  void saysHowOldTheListIsOnTheDay() {
    assertThat(screenOn(DAY.plusDays(31), ACMETRON, row("Acmetron")).screening().lists())
        .singleElement()
        .returns(31L, Screening.UsedList::days)
        .returns(1, Screening.UsedList::rows)
        .returns(DAY, Screening.UsedList::date)
        .returns(true, Screening.UsedList::dated);
  }

  private static Party inNoCountry() {
    return PartyBuilder.builder(ACMETRON).hq(null).build();
  }

  /** The supplier on lists that a file, the catalogue or another list gives. */
  private static Party known(Kind kind, PartyList... lists) {
    return PartyBuilder.builder(ACMETRON)
        .lists(List.of(lists))
        .provenance(origins(Map.of("lists", kind)))
        .build();
  }

  private static Provenance origins(Map<String, Kind> kinds) {
    return new Provenance(
        "f.yaml",
        "parties[0]",
        1,
        1,
        kinds.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> new FieldOrigin(each.getValue(), 2, 3, 2, 4, "x", null))));
  }

  @Test
  void screensACustomerThatOnlyAFieldNames() {
    ScreenedFacts screened =
        new PartyScreening(SmallLists.of(row("Acmetron Ltd.", "GB", null, US_ENTITY_LIST)), DAY)
            .complete(
                set(
                    ExportBuilder.builder().id("e").customer("Acmetron").build(),
                    ExportBuilder.builder().id("f").customer("Somebody Else").build()));

    assertThat(screened.facts().derived())
        .singleElement()
        .satisfies(
            fact -> {
              Party party = (Party) fact;
              assertThat(party.id()).isEqualTo("Acmetron");
              assertThat(party.role()).containsExactly(PartyRole.CUSTOMER);
              assertThat(party.lists()).containsExactly(US_ENTITY_LIST);
            });
    assertThat(remark(screened).text()).isEqualTo("'Acmetron' is 'Acmetron Ltd.': Entity List");
  }

  private static ScreenedFacts screen(Party supplier, ListRow... rows) {
    return screenOn(DAY, supplier, rows);
  }

  private static ScreenedFacts screenOn(LocalDate day, Party supplier, ListRow... rows) {
    return new PartyScreening(SmallLists.of(rows), day).complete(set(supplier));
  }

  private static FactSet set(Fact... facts) {
    return FactSet.of(SubjectBuilder.builder().id("me").provenance(Provenance.NONE).build(), facts);
  }

  private static Party supplier(ScreenedFacts screened) {
    return (Party) screened.facts().facts(Section.PARTIES).get(0);
  }

  private static FieldOrigin origin(ScreenedFacts screened, String field) {
    return Objects.requireNonNull(supplier(screened).provenance().fields().get(field));
  }

  /** The only remark. */
  private static Remark remark(ScreenedFacts screened) {
    assertThat(screened.screening().remarks()).hasSize(1);
    return screened.screening().remarks().get(0);
  }
}
