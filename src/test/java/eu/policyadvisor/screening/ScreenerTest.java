package eu.policyadvisor.screening;

import static eu.policyadvisor.screening.SmallLists.list;
import static eu.policyadvisor.screening.SmallLists.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenerTest {
  private static final LocalDate DAY = SmallLists.DAY;

  @Test
  void takesLegalFormsCaseMarksAndAbbreviationsForTheSameName() {
    Screener screener = SmallLists.of(row("Śląska Elektronik Müller Co., Ltd.", "PL"));

    for (String name :
        List.of(
            "SLASKA ELEKTRONIK MULLER CO LTD",
            "Slaska Electronics Müller",
            "slaska elec. muller limited",
            "Śląska Elektronik Müller sp. z o.o.")) {
      assertThat(screener.screen(name, "PL", DAY))
          .as(name)
          .singleElement()
          .returns(Match.Kind.EXACT, Match::kind)
          .returns(true, Match::countryAgrees);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Möwe Tülan, Moewe Tuelan",
    "Ørsk Ålvik, Oersk Aalvik",
    "Đakot, Djakot",
    "Weißkopf, Weisskopf",
    "Łupan Čikos, Lupan Cikos",
  })
  void aLetterWithAMarkIsFoundWrittenEitherWay(String marked, String plain) {
    for (String listed : List.of(marked, plain)) {
      for (String asked : List.of(marked, plain)) {
        assertThat(SmallLists.of(row(listed + " GmbH", "DE")).screen(asked, null, DAY))
            .as("%s for %s", asked, listed)
            .singleElement()
            .returns(Match.Kind.EXACT, Match::kind)
            .returns(listed + " GmbH", Match::listed);
      }
    }
  }

  @Test
  void asksWhereLettersMayBeWrittenOutOrNot() {
    assertThat(SmallLists.of(row("Yuexinda Ltd", "CN")).screen("Yuxinda Ltd", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acmetron Munich GmbH",
        "ACMETRON (DUBAI) LTD",
        "Acmetron (北京) Ltd",
        "Acmetron Ltd, Hong Kong, China",
        "Acmetron d.o.o. Beograd",
        "Acmetron Magyarország Kft",
        "Acmetron Lietuva UAB",
        "Acmetron GmbH Hintertupfing",
        "Hangzou Acmetron"
      })
  void aPlaceMoreIsAQuestionAndNeverAHit(String name) {
    String listed = name.startsWith("Hang") ? "Hangzhou Acmetron Ltd" : "Acmetron Ltd";
    assertThat(SmallLists.of(row(listed, "CN")).screen(name, null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind);
    if (!name.startsWith("Hang")) {
      assertThat(SmallLists.of(row(name, "CN")).screen(listed, null, DAY))
          .singleElement()
          .returns(Match.Kind.NEAR, Match::kind);
    }
  }

  @Test
  void asksAboutTwoTradesOnlyWhereBothAreOfTechnology() {
    Screener screener = SmallLists.of(row("Acmetron Technologies", "CN"));

    assertThat(screener.screen("Acmetron Cloud Services", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind);
    assertThat(screener.screen("Acmetron Hotel", null, DAY)).isEmpty();
    assertThat(SmallLists.of(row("Acmetron Group", "CN")).screen("Acmetron Hotel", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind);
  }

  @Test
  void asksWhereANameIsTranslated() {
    assertThat(SmallLists.of(row("Acmetron Energy", "TR")).screen("Acmetron Enerji", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(List.of("words are in another language"), Match::differ);
  }

  @Test
  void asksWhereTheLegalFormIsOfAnotherKind() {
    assertThat(SmallLists.of(row("Acmetron Ltd.", "GB")).screen("Acmetron AG", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(
            List.of("the legal form is of another kind (stock, listed as limited)"), Match::differ);
  }

  @Test
  void asksWhereTheCountryIsAnotherOne() {
    Screener screener = SmallLists.of(row("Acmetron Ltd.", "GB"));

    assertThat(screener.screen("Acmetron", "gb", DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
    assertThat(screener.screen("Acmetron", "FR", DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(List.of("the party is in FR, the listed one in GB"), Match::differ);
  }

  @Test
  void neverTakesACountryOrPlaceForAName() {
    Screener screener =
        SmallLists.of(row("Hong Kong (China) Acmetron Ltd.", "HK"), row("China", "CN"));

    for (String name :
        List.of("Hong Kong", "China", "CHINA LTD", "Hong Kong China Co.", "HK", "Macao")) {
      assertThat(screener.screen(name, null, DAY)).as(name).isEmpty();
    }
  }

  @Test
  void tellsNumberedBodiesApart() {
    Screener screener = SmallLists.of(row("CETC 54th Research Institute", "CN"));

    assertThat(screener.screen("CETC No. 54 Research Institute", null, DAY)).hasSize(1);
    assertThat(screener.screen("CETC 55th Research Institute", null, DAY)).isEmpty();
    assertThat(screener.screen("CETC Research Institute", null, DAY)).isEmpty();
  }

  @Test
  void readsOtherScripts() {
    Screener screener =
        SmallLists.of(
            row("Huawei Technologies Co., Ltd.", "CN"), row("Baikal Electronics JSC", "RU"));

    assertThat(screener.screen("华为技术有限公司", null, DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
    assertThat(screener.screen("АО «Байкал Электроникс»", null, DAY)).isNotEmpty();
    assertThat(SmallLists.of(row("АО «Байкал»", "RU")).screen("Baykal AO", null, DAY)).isNotEmpty();
  }

  @Test
  void asksAboutASlipAndSaysWhichWord() {
    assertThat(
            SmallLists.of(row("Hikvision Digital Technology", "CN"))
                .screen("Hikvison Digital Tech", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(List.of("digital", "technology", "hikvison as hikvision"), Match::agree)
        .returns(List.of("'hikvison' is listed as 'hikvision'"), Match::differ);
  }

  @Test
  void tellsShortNamesApart() {
    Screener screener = SmallLists.of(row("ZTE Corporation", "CN"));

    assertThat(screener.screen("ZTT Group", null, DAY)).isEmpty();
    assertThat(screener.screen("ZTE", null, DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
  }

  @Test
  void looksOnlyAtPartiesThatAreListedOnTheDay() {
    ListRow row =
        new ListRow(
            2, "S", "Acmetron", List.of(), Set.of(), false, "", "", DAY, DAY.plusDays(2), Set.of());

    assertThat(SmallLists.of(row).screen("Acmetron", null, DAY.minusDays(1))).isEmpty();
    assertThat(SmallLists.of(row).screen("Acmetron", null, DAY)).hasSize(1);
    assertThat(SmallLists.of(row).screen("Acmetron", null, DAY.plusDays(2))).isEmpty();
  }

  @Test
  void findsPersonsWhicheverNameComesFirst() {
    ListRow row =
        new ListRow(
            2, "S", "DOE, Johann Peter", List.of(), Set.of(), true, "", "", null, null, Set.of());

    assertThat(SmallLists.of(row).screen("Johann Peter Doe", null, DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
  }

  @Test
  void reportsEveryRowThatANameIsOf() {
    assertThat(
            SmallLists.of(
                    row("Acmetron Ltd.", "GB"),
                    row("ACMETRON LIMITED", "GB"),
                    row("Acmetron Trading", "GB"))
                .screen("Acmetron", null, DAY))
        .extracting(Match::listed)
        .containsExactlyInAnyOrder("Acmetron Ltd.", "ACMETRON LIMITED");
  }

  @Test
  void saysNothingOfNamesWithoutWords() {
    Screener screener = SmallLists.of(row("Acmetron Ltd.", "GB"));

    for (String name : List.of("", " ", "...", "Ltd.", "&", "\u0000", "(", "()", "株式会社")) {
      assertThat(screener.screen(name, null, DAY)).as(name).isEmpty();
    }
  }

  @Test
  void keepsAQuestionWhereAnotherListHasAHitThatFillsInLess() {
    ListRow near = row("Huawei Technologies Holding", PartyList.US_ENTITY_LIST);

    for (ListRow hit :
        List.of(row("Huawei Technologies"), row("Huawei Technologies", PartyList.EU_SANCTIONS))) {
      Screener screener =
          Screener.of(Map.ofEntries(list("us-csl", near), list("opensanctions", hit)));
      assertThat(screener.screen("Huawei Technologies Ltd", null, DAY))
          .extracting(Match::row, Match::kind)
          .containsExactly(tuple(hit, Match.Kind.EXACT), tuple(near, Match.Kind.NEAR));
    }
  }

  @Test
  void asksNothingWhereAHitOnAnotherListFillsInTheSame() {
    ListRow near = row("Huawei Technologies Holding", PartyList.US_ENTITY_LIST);
    ListRow hit = row("Huawei Technologies", PartyList.US_ENTITY_LIST, PartyList.EU_SANCTIONS);
    Screener screener =
        Screener.of(Map.ofEntries(list("us-csl", near), list("opensanctions", hit)));

    assertThat(screener.screen("Huawei Technologies Ltd", null, DAY))
        .extracting(Match::row)
        .containsExactly(hit);
  }

  @Test
  void saysOfAListTheSameWhateverOthersAreAsked() {
    Map.Entry<KeptList, ScreeningList> one =
        list("us-csl", row("Griffon Aerospace"), row("Gryphone Aero"), row("Zhonghua Optics"));
    ListRow[] many = new ListRow[2_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = row("Gryphon Aerospace Zhonghua " + (char) ('a' + i % 26) + "x" + i);
    }
    Screener alone = Screener.of(Map.ofEntries(one));
    Screener both = Screener.of(Map.ofEntries(one, list("other", many)));

    for (String name : List.of("Gryphon Aerospace", "Zhonghua Optic", "Griffon Aero", "Zhonghua")) {
      assertThat(both.screen(name, null, DAY)).containsAll(alone.screen(name, null, DAY));
    }
    assertThat(alone.screen("Gryphon Aerospace", null, DAY)).isNotEmpty();
  }
}
