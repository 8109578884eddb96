package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as they are compared, as they are asked for, and as lists have them. */
class NameTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final KeptList LIST =
      new KeptList("x", "x", DAY, KeptList.Dated.BY_USER, DAY, 1, "0", "x", Path.of("x"));

  private static Name name(String written) {
    return Objects.requireNonNull(Name.of(written));
  }

  @ParameterizedTest
  @CsvSource({
    "'Acmetron Co., Ltd.', acmetron, limited, acmetron",
    "Acmetron GmbH & Co. KG, acmetron, 'limited,partnership', acmetron",
    "AO Acmetron, acmetron, stock, acmetron",
    "'Acmetron Inc. (Beijing)', acmetron beijing, stock, acmetron",
    "The Zeta of Acmetron Trading, zeta acmetron trading, '', zeta acmetron",
    "Acmetron Lmited, acmetron, limited, acmetron",
    "A Acmetron, a acmetron, '', a acmetron",
    "Ltd. Holding, holding, limited, ''",
  })
  void aNameIsComparedWithoutFormsAndSmallWords(
      String written, String key, String forms, String naming) {
    assertThat(
            name(written).key()
                + "|"
                + String.join(",", name(written).forms())
                + "|"
                + String.join(" ", name(written).naming()))
        .isEqualTo(key + "|" + forms + "|" + naming);
  }

  @ParameterizedTest
  @CsvSource({
    "Acmetron GesmbH, limited", // AT
    "Acmetron BVBA, limited", // BE
    "Акметрон ЕООД, limited", // BG
    "Acmetron d.o.o., limited", // HR, SI
    "Акметрон АД, stock",
    "Acmetron spol. s r.o., limited", // CZ
    "Acmetron Společnost s ručením omezeným, limited",
    "Acmetron ApS, limited", // DK
    "Acmetron OÜ, limited", // EE
    "ACMETRON OUE, limited",
    "Acmetron Osakeyhtiö, limited", // FI
    "Acmetron Oyj Abp, stock",
    "Acmetron SASU, stock", // FR
    "Acmetron UG (haftungsbeschränkt), limited", // DE
    "Acmetron UG haftungsbeschraenkt, limited",
    "Ακμετρον Α.Ε., stock", // GR, CY
    "Acmetron I.K.E., limited",
    "Acmetron Zártkörűen Működő Részvénytársaság, stock", // HU
    "Acmetron DAC, limited", // IE
    "Acmetron S.p.A., stock", // IT
    "SIA Acmetron, limited", // LV
    "UAB Acmetron, limited", // LT
    "Acmetron Sàrl, limited", // LU
    "Acmetron p.l.c., stock", // MT
    "Acmetron B.V., limited", // NL
    "Acmetron Spółka z ograniczoną odpowiedzialnością, limited", // PL
    "Acmetron Sp. z o.o. Sp. k., 'limited partnership'",
    "Acmetron Unipessoal Lda., limited", // PT
    "S.C. Acmetron S.R.L., limited", // RO
    "Acmetron Jednoduchá spoločnosť na akcie, stock", // SK
    "Acmetron S.L.U., limited", // ES
    "Acmetron AB (publ), stock", // SE
    "주식회사 Acmetron, stock",
    "Acmetron㈜, stock",
    "Acmetron 유한회사, limited",
    "Acmetron בע״מ, limited",
    "שותפות מוגבלת Acmetron, partnership",
    "شركة Acmetron ذ.م.م, limited",
    "Acmetron المحدودة, limited",
    "บริษัท Acmetron จำกัด, limited",
    "บริษัท Acmetron จำกัด (มหาชน), stock",
    "Acmetron Limited Şirketi, limited",
    "Acmetron San. ve Tic. A.Ş., stock",
    "ООО Acmetron, limited",
    "ФГУП Acmetron, state",
    "PAO Acmetron, public stock",
    "Acmetron股份有限公司, stock",
    "Acmetron有限責任公司, limited",
    "LIMITED LIABILITY COMP ACMETRON, limited",
  })
  void legalFormsAreNoPartOfTheName(String written, String forms) {
    assertThat(name(written).key()).isIn("acmetron", "akmetron");
    assertThat(String.join(",", name(written).forms())).isEqualTo(forms);
  }

  @Test
  void whatStandsInFrontOfANameAndMayBeInitialsStays() {
    assertThat(name("KS Acmetron").key()).isEqualTo("ks acmetron");
    assertThat(name("Acmetron KS").key()).isEqualTo("acmetron");
  }

  @ParameterizedTest
  @CsvSource({
    "Acmetron SRVCES COMP, acmetron service",
    "Acmetron INTL TECH CORP, acmetron international technology",
    "Acmetron ELCTRNC MFG, acmetron electronic manufacturing",
    "Acmetron Engnrng, acmetron engineering",
    // Hardly any vowel is missing: a name.
    "Acmetron Solor, acmetron solor",
  })
  void abbreviationsAreTheirWords(String written, String key) {
    assertThat(name(written).key()).isEqualTo(key);
  }

  @Test
  void wordsOfOtherLanguagesAreSaidToBe() {
    assertThat(name("Acmetron Enerji Grup").translated())
        .containsExactlyInAnyOrder("energy", "group");
    assertThat(name("Acmetron Energy Group").translated()).isEmpty();
  }

  @Test
  void wordsAreSortedAndSqueezed() {
    Name name = name("Zeta Tech Acme GmbH");
    assertThat(name.words()).containsExactly("zeta", "technology", "acme");
    assertThat(name.sorted()).isEqualTo("acme technology zeta");
    assertThat(name.squeezed()).isEqualTo("zetatechnologyacme");
    assertThat(name.letters()).isEqualTo("zetatechacme");
    assertThat(name.written()).isEqualTo("Zeta Tech Acme GmbH");
  }

  @ParameterizedTest
  @CsvSource({"'',", "...,", "the,"})
  void aNameWithoutWordsIsNone(String written) {
    assertThat(Name.of(written)).isNull();
  }

  @Test
  void formsAgreeWhereOneStatesNoneOrBothStateOne() {
    assertThat(name("Acmetron Ltd").agreesInForm(name("Acmetron"))).isTrue();
    assertThat(name("Acmetron").agreesInForm(name("Acmetron AG"))).isTrue();
    assertThat(name("Acmetron Ltd").agreesInForm(name("Acmetron Limited"))).isTrue();
    assertThat(name("Acmetron Ltd").agreesInForm(name("Acmetron AG"))).isFalse();
  }

  @Test
  void aWordOfItsOwnIsOneThatFewNamesHave() {
    assertThat(name("Acmetron Trading").hasOwnWord()).isTrue();
    assertThat(name("Beijing Trading 5").hasOwnWord()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Acmetron, acmetron:",
    "Acmetron (ACM), 'acmetron acm:,acmetron:'",
    "Acmetron (A Zetalon B), 'acmetron a zetalon b:,acmetron:A Zetalon B,a zetalon b:Acmetron'",
    "Acmetron (Zetalon), 'acmetron zetalon:,acmetron:Zetalon'",
    "Huawei (华为), 'huawei huawei:,huawei:'",
    "Acmetron [Zetalon Two] Ltd, 'acmetron zetalon two:,acmetron:Zetalon Two,"
        + "zetalon two:Acmetron  Ltd'",
    "Acmetron（Zetalon）, 'acmetron zetalon:,acmetron:Zetalon'",
    "(Acmetron), acmetron:",
    "Acmetron (ACM), 'acmetron acm:,acmetron:'",
    "Acmetron - ACM, 'acmetron acm:,acmetron:'",
    "ACMETRON (DUBAI), 'acmetron dubai:,acmetron:DUBAI'",
    "Acmetron (北京), 'acmetron beijing:,acmetron:北京,beijing:'",
    "Acmetron GmbH Potsdam, 'acmetron potsdam:,acmetron:potsdam'",
    "AcmetronTradingCo.Ltd, 'acmetrontradingco:,acmetron trading:'",
    "China Bank Hungary, 'china bank hungary:,china bank:hungary'",
    "Äcmetron, 'acmetron:,aecmetron:'",
  })
  void aNameMayBeReadInOtherWays(String written, String readings) {
    assertThat(
            AskedName.of(written).stream()
                .map(each -> each.name().key() + ":" + Objects.toString(each.leftOut(), ""))
                .toList())
        .isEqualTo(List.of(readings.split(",", -1)));
  }

  private static List<String> listed(boolean person, String name, String... aliases) {
    ListRow row =
        new ListRow(1, "S", name, List.of(aliases), Set.of(), person, "", "", null, null, Set.of());
    return ListedName.of(row, LIST).stream()
        .map(each -> each.name().key() + ": " + each.weak())
        .toList();
  }

  @Test
  void aRowGoesByItsNameAndItsAliases() {
    assertThat(listed(false, "Acmetron Ltd", "a.k.a. Zetalon", "ACM", "ACME", "Acmetron Limited"))
        .containsExactly(
            "acmetron: null", "zetalon: null", "acm: a short alias only", "acme: null");
    assertThat(listed(false, "ACM", "AKA The ACM", "Acmetron AG"))
        .containsExactly("acm: null", "acmetron: null");
  }

  @Test
  void aliasesOfAnotherFormAreNamesOfTheirOwn() {
    assertThat(listed(false, "Acmetron Ltd", "Acmetron AG")).hasSize(2);
  }

  @Test
  void bracketsHoldAnAbbreviationOrAPart() {
    assertThat(listed(false, "Acmetron (ACM) Works Group"))
        .containsExactly(
            "acmetron acm works group: null",
            "acmetron works group: null",
            "acm works group: abbreviated",
            "acm: an abbreviation only");
    assertThat(listed(false, "Acmetron (Zetalon)"))
        .containsExactly(
            "acmetron zetalon: null",
            "acmetron: listed with 'Zetalon'",
            "zetalon: an abbreviation only");
    assertThat(listed(false, "Acmetron (Zetalon Two)"))
        .containsExactly(
            "acmetron zetalon two: null",
            "acmetron: listed with 'Zetalon Two'",
            "zetalon two: a part of the listed name only");
  }

  @Test
  void aPlaceMayStandBehindTheForm() {
    assertThat(listed(false, "Acmetron Ltd., Beijing"))
        .containsExactly("acmetron beijing: null", "acmetron: listed with a place");
    assertThat(listed(false, "Acmetron Co.,Ltd.")).containsExactly("acmetron: null");
  }

  @Test
  void aPersonIsListedLastNameFirst() {
    assertThat(listed(true, "DOE, John Peter"))
        .containsExactly("doe john peter: null", "john peter doe: null");
    assertThat(listed(true, "John (Jack) Doe")).containsExactly("john jack doe: null");
    assertThat(listed(true, ", John")).containsExactly("john: null");
  }
}
