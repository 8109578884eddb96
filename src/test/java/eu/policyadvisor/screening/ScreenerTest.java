package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScreenerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void takesLegalFormsCaseMarksAndAbbreviationsForTheSameName() {
    Screener screener = of(row("Śląska Elektronik Müller Co., Ltd.", "PL"));

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

  @Test
  void asksWhereTheLegalFormIsOfAnotherKind() {
    assertThat(of(row("Acmetron Ltd.", "GB")).screen("Acmetron AG", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(
            List.of("the legal form is of another kind (stock, listed as limited)"), Match::differ);
  }

  @Test
  void asksWhereTheCountryIsAnotherOne() {
    Screener screener = of(row("Acmetron Ltd.", "GB"));

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
    Screener screener = of(row("Hong Kong (China) Acmetron Ltd.", "HK"), row("China", "CN"));

    for (String name :
        List.of("Hong Kong", "China", "CHINA LTD", "Hong Kong China Co.", "HK", "Macao")) {
      assertThat(screener.screen(name, null, DAY)).as(name).isEmpty();
    }
  }

  @Test
  void tellsNumberedBodiesApart() {
    Screener screener = of(row("CETC 54th Research Institute", "CN"));

    assertThat(screener.screen("CETC No. 54 Research Institute", null, DAY)).hasSize(1);
    assertThat(screener.screen("CETC 55th Research Institute", null, DAY)).isEmpty();
    assertThat(screener.screen("CETC Research Institute", null, DAY)).isEmpty();
  }

  @Test
  void readsOtherScripts() {
    Screener screener =
        of(row("Huawei Technologies Co., Ltd.", "CN"), row("Baikal Electronics JSC", "RU"));

    assertThat(screener.screen("华为技术有限公司", null, DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
    assertThat(screener.screen("АО «Байкал Электроникс»", null, DAY)).isNotEmpty();
    assertThat(of(row("АО «Байкал»", "RU")).screen("Baykal AO", null, DAY)).isNotEmpty();
  }

  @Test
  void asksAboutASlipAndSaysWhichWord() {
    assertThat(
            of(row("Hikvision Digital Technology", "CN"))
                .screen("Hikvison Digital Tech", null, DAY))
        .singleElement()
        .returns(Match.Kind.NEAR, Match::kind)
        .returns(List.of("digital", "technology", "hikvison as hikvision"), Match::agree)
        .returns(List.of("'hikvison' is listed as 'hikvision'"), Match::differ);
  }

  @Test
  void tellsShortNamesApart() {
    Screener screener = of(row("ZTE Corporation", "CN"));

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

    assertThat(of(row).screen("Acmetron", null, DAY.minusDays(1))).isEmpty();
    assertThat(of(row).screen("Acmetron", null, DAY)).hasSize(1);
    assertThat(of(row).screen("Acmetron", null, DAY.plusDays(2))).isEmpty();
  }

  @Test
  void findsPersonsWhicheverNameComesFirst() {
    ListRow row =
        new ListRow(
            2, "S", "DOE, Johann Peter", List.of(), Set.of(), true, "", "", null, null, Set.of());

    assertThat(of(row).screen("Johann Peter Doe", null, DAY))
        .singleElement()
        .returns(Match.Kind.EXACT, Match::kind);
  }

  @Test
  void reportsEveryRowThatANameIsOf() {
    assertThat(
            of(
                    row("Acmetron Ltd.", "GB"),
                    row("ACMETRON LIMITED", "GB"),
                    row("Acmetron Trading", "GB"))
                .screen("Acmetron", null, DAY))
        .extracting(Match::listed)
        .containsExactlyInAnyOrder("Acmetron Ltd.", "ACMETRON LIMITED");
  }

  @Test
  void saysNothingOfNamesWithoutWords() {
    Screener screener = of(row("Acmetron Ltd.", "GB"));

    for (String name : List.of("", " ", "...", "Ltd.", "&", "\u0000", "(", "()", "株式会社")) {
      assertThat(screener.screen(name, null, DAY)).as(name).isEmpty();
    }
  }

  private static ListRow row(String name, @Nullable String country) {
    return new ListRow(
        2,
        "Entity List",
        name,
        List.of(),
        country == null ? Set.of() : Set.of(country),
        false,
        "",
        "",
        null,
        null,
        Set.of());
  }

  private static Screener of(ListRow... rows) {
    List<ListRow> all = new ArrayList<>(List.of(rows));
    return Screener.of(
        Map.of(
            new KeptList(
                "us-csl",
                "a list",
                DAY,
                KeptList.Dated.BY_USER,
                DAY,
                all.size(),
                "0".repeat(64),
                "x.csv",
                Path.of("x.csv")),
            new ScreeningList(ListFormat.CSL_CSV, null, all)));
  }
}
