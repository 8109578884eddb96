package eu.policyadvisor.screening;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.policyadvisor.Seed;
import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Seed.class)
class ListReaderTest {
  private static final String CSL =
      """
      _id,source,type,programs,name,addresses,start_date,end_date,license_requirement,license_policy,alt_names,federal_register_notice
      1,Entity List (EL) - Bureau of Industry and Security,,,"Gryphon ""G"" Aerospace","1 Lorong N,
      Singapore, 425160, SG; x, HK",2008-12-05,,For all items.,Denial,Gryphon Aero; GA,73 FR 74001
      2,Specially Designated Nationals (SDN) - Treasury Department,Individual,SDGT; IRAN,"DOE, John",,,2026-01-01,,,,
      """;
  private static final String CSL_JSON =
      """
      {"total": 1, "sources_used": [{"source": "x"}], "search_performed_at": "2026-11-20T12:22:04+00:00",
       "results": [
        {"source": "Entity List (EL) - Bureau of Industry and Security", "name": "Gryphon Aerospace",
         "alt_names": ["Gryphon Aero"], "addresses": [{"city": "Singapore", "country": "SG"}], "programs": [],
         "start_date": "2008-12-05", "end_date": null, "license_requirement": "For all items",
         "license_policy": "Denial", "federal_register_notice": "73 FR 74001"}
       ]}
      """;
  private static final String EU_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-18T15:31:02.733+02:00">
        <sanctionEntity designationDate="2022-03-15" logicalId="13">
          <remark>a &lt; b</remark>
          <regulation programme="UKR" numberTitle="2022/1 (OJ L1)"/>
          <subjectType code="enterprise" classificationCode="E"/>
          <nameAlias wholeName="Пример Электроникс"/>
          <nameAlias wholeName="Primer Electronics"/>
          <address countryIso2Code="RU"/><address countryIso2Code="00"/>
        </sanctionEntity>
      </export>
      """;
  private static final String EU_CSV =
      """
      \uFEFFfileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName;Address_CountryIso2Code
      28/10/2026;13;enterprise;IRQ;"Primer; Electronics";
      28/10/2026;13;enterprise;IRQ;;IQ
      28/10/2026;14;P;IRQ;John Doe;
      """;
  private static final String OPENSANCTIONS =
      """
      "id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"
      "NK-1","Company","Primer Electronics","Primer AO;Пример","","ru;by","x","","Entity List (EL) - BIS","","","EU Financial Sanctions Files (FSF);US Trade CSL","2022-03-15T00:00:00","2026-11-19T06:00:00","2024-01-01T00:00:00"
      """;

  @Test
  void readsTheUsListAsATable() throws InvalidListException {
    ScreeningList list = read(CSL);

    assertThat(list.format()).isEqualTo(ListFormat.CSL_CSV);
    assertThat(list.date()).isNull();
    ListRow row = list.rows().get(0);
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.name()).isEqualTo("Gryphon \"G\" Aerospace");
    assertThat(row.aliases()).containsExactly("Gryphon Aero", "GA");
    assertThat(row.countries()).containsExactlyInAnyOrder("SG", "HK");
    assertThat(row.since()).isEqualTo("2008-12-05");
    assertThat(row.effect()).isEqualTo("licence required: For all items; licence policy: Denial");
    assertThat(row.reference()).isEqualTo("73 FR 74001");
    assertThat(row.lists()).containsExactly(PartyList.US_ENTITY_LIST);
    ListRow person = list.rows().get(1);
    assertThat(person.line()).isEqualTo(4);
    assertThat(person.person()).isTrue();
    assertThat(person.effect()).isEqualTo("programmes: SDGT, IRAN");
    assertThat(person.lists()).isEmpty();
    assertThat(person.holdsOn(LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(person.holdsOn(LocalDate.of(2026, 1, 1))).isFalse();
  }

  @Test
  void readsTheUsListAsItsInterfaceGivesIt() throws InvalidListException {
    ScreeningList list = read(CSL_JSON);

    assertThat(list.date()).isEqualTo("2026-11-20");
    ListRow row = list.rows().get(0);
    assertThat(row.line()).isEqualTo(3);
    assertThat(row.name()).isEqualTo("Gryphon Aerospace");
    assertThat(row.aliases()).containsExactly("Gryphon Aero");
    assertThat(row.countries()).containsExactly("SG");
    assertThat(row.since()).isEqualTo("2008-12-05");
    assertThat(row.lists()).containsExactly(PartyList.US_ENTITY_LIST);
  }

  @Test
  void readsTheEuListAsXml() throws InvalidListException {
    ScreeningList list = read(EU_XML);

    assertThat(list.date()).isEqualTo("2026-11-18");
    ListRow row = list.rows().get(0);
    assertThat(row.line()).isEqualTo(3);
    assertThat(row.name()).isEqualTo("Пример Электроникс");
    assertThat(row.aliases()).containsExactly("Primer Electronics");
    assertThat(row.countries()).containsExactly("RU");
    assertThat(row.since()).isEqualTo("2022-03-15");
    assertThat(row.effect()).isEqualTo("EU restrictive measures, programme UKR");
    assertThat(row.reference()).isEqualTo("2022/1 (OJ L1)");
    assertThat(row.lists()).containsExactly(PartyList.EU_SANCTIONS);
  }

  @Test
  void readsTheEuListAsATable() throws InvalidListException {
    ScreeningList list = read(EU_CSV);

    assertThat(list.date()).isEqualTo("2026-10-28");
    assertThat(list.rows())
        .extracting(ListRow::name)
        .containsExactly("Primer; Electronics", "John Doe");
    assertThat(list.rows().get(0).countries()).containsExactly("IQ");
    assertThat(list.rows().get(1).person()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "person, '', true",
    "PERSON, E, true",
    "enterprise, P, true",
    "'', P, true",
    "P, '', true",
    "enterprise, E, false",
    "'', '', false",
    "p, '', false"
  })
  void personsOfTheEuListAreToldByEitherCode(String type, String code, boolean person)
      throws InvalidListException {
    String table =
        EU_CSV
            .replace(
                "Entity_SubjectType;", "Entity_SubjectType;Entity_SubjectType_ClassificationCode;")
            .replaceAll("(?m);(enterprise|P);", ";" + type + ";" + code + ";");
    assertThat(read(table).rows()).hasSize(2).extracting(ListRow::person).containsOnly(person);
    String xml =
        EU_XML.replace(
            "code=\"enterprise\" classificationCode=\"E\"",
            "code=\"" + type + "\" classificationCode=\"" + code + "\"");
    assertThat(read(xml).rows()).extracting(ListRow::person).containsExactly(person);
  }

  @Test
  void saysWhereJsonIsNone() {
    assertThat(problems("{\"results\": [\n  {\"name\": x}]}"))
        .singleElement()
        .asString()
        .startsWith("list:2:12: is not JSON, or cut off: Unrecognized token 'x'");
    assertThat(problems("{\"results\": [{\"name\": \"a\"}, {\"source\": \"b\"}]} {}"))
        .containsExactly(
            "list:1:14: the entry lacks a name or a source",
            "list:1:29: the entry lacks a name or a source",
            "list:1:47: something stands behind the list");
  }

  @Test
  void readsOpenSanctions() throws InvalidListException {
    ScreeningList list = read(OPENSANCTIONS);

    assertThat(list.date()).isEqualTo("2026-11-19");
    ListRow row = list.rows().get(0);
    assertThat(row.aliases()).containsExactly("Primer AO", "Пример");
    assertThat(row.countries()).containsExactlyInAnyOrder("RU", "BY");
    assertThat(row.since()).as("first seen is not listed since").isNull();
    assertThat(row.lists())
        .containsExactlyInAnyOrder(PartyList.EU_SANCTIONS, PartyList.US_ENTITY_LIST);
  }

  @Test
  void readsTheProgrammesOfOpenSanctions() throws InvalidListException {
    String header = OPENSANCTIONS.lines().findFirst().orElseThrow() + ",program_ids\n";
    String row = "NK-%s,Company,%s,,,cn,,,,,,Some list,,2026-11-19,,%s\n";
    ScreeningList list =
        read(
            header
                + row.formatted(1, "One", "US-BIS-EL;EU-RUS")
                + row.formatted(2, "Two", "US-DOD-1260H")
                + row.formatted(3, "Three", "US-BIS-UVL;EU-ESMA;XX-US-BIS-EL"));

    assertThat(list.rows())
        .extracting(ListRow::lists)
        .containsExactly(
            Set.of(PartyList.US_ENTITY_LIST, PartyList.EU_SANCTIONS),
            Set.of(PartyList.US_DOD_1260H),
            Set.of());
    assertThat(list.rows().get(0).effect()).isEqualTo("US-BIS-EL; EU-RUS");
  }

  @Test
  void saysWhichColumnIsMissingAndWhichMayBeMeant() {
    assertThat(problems("source,name,alt_name,addresses,start_date,license_requirement\n"))
        .containsExactly("list:1:1: lacks the column 'alt_names'; it has 'alt_name'");
  }

  @Test
  void refusesARowThatIsCutOff() {
    assertThat(problems(CSL + "3,Entity List,,"))
        .containsExactly(
            "list:5:1: the row has 4 cells, and there are 12 columns; the file may be cut off, or a"
                + " quote be missing");
  }

  @Test
  void saysAfterWhichPlaceAQuoteIsOpen() {
    assertThat(problems(CSL + "3,\"Entity List\n"))
        .containsExactly(
            "list:5:1: a quote that opens after this place is never closed; the file may be cut"
                + " off");
  }

  @Test
  void saysWhichDayIsNone() {
    assertThat(problems(CSL.replace("2008-12-05", "5.12.2008")))
        .containsExactly("list:3:31: start_date '5.12.2008' is not a day such as 2026-11-20");
  }

  @Test
  void refusesHugeCells() {
    assertThat(problems(CSL + "3,\"" + "x".repeat(1_100_000) + "\",,,,,,,,,,\n"))
        .containsExactly(
            "list:5:1: a cell after this place is longer than 1 MiB; a quote may be missing");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(problems("source,name\nx,M\u00FCller".getBytes(ISO_8859_1)))
        .containsExactly("list:2:4: is not UTF-8 text; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<export>&x;</export>",
        "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]>\n<export>&y;</export>",
        "<!DOCTYPE export SYSTEM \"http://localhost:1/x.dtd\">\n<export/>"
      })
  void refusesADocumentTypeBeforeAnythingIsReadOrMadeLarge(String xml) {
    assertThat(problems(xml))
        .singleElement()
        .asString()
        .startsWith("list:1:")
        .endsWith("has a document type, which lists have not; it is not read");
  }

  @ParameterizedTest
  @MethodSource("cutOff")
  void refusesWhatIsCutOffInTheMiddle(String text) {
    assertThat(problems(text)).isNotEmpty();
  }

  static List<String> cutOff() {
    return List.of(
        CSL_JSON.substring(0, 300), EU_XML.substring(0, 300), CSL.substring(0, 300), "", "  \n");
  }

  @Test
  void saysWhichListsItReads() {
    assertThat(problems("a,b,c\n"))
        .singleElement()
        .asString()
        .contains("is none of the lists that are read", "EU consolidated", "OpenSanctions");
    assertThat(problems("<html/>")).singleElement().asString().contains("begins with 'html'");
    assertThat(problems("{\"a\": 1}")).singleElement().asString().contains("has no 'results'");
  }

  @Test
  void tellsAtMostTwentyProblemsAndCountsTheRest() {
    assertThat(problems(CSL + "x,y\n".repeat(30)))
        .hasSize(21)
        .last()
        .isEqualTo("list: and 10 more problems");
  }

  @Test
  void neverFailsOnMangledLists() {
    Random random = new Random(Seed.of(1));
    for (String text : List.of(CSL, CSL_JSON, EU_XML, EU_CSV, OPENSANCTIONS)) {
      for (int i = 0; i < 300; i++) {
        byte[] bytes = text.getBytes(UTF_8);
        for (int j = random.nextInt(4); j >= 0; j--) {
          bytes[random.nextInt(bytes.length)] =
              (byte) "\"';,{}[]<>&\n\u00000aZ".charAt(random.nextInt(16));
        }
        try {
          assertThat(ListReader.read("list", bytes).rows()).isNotEmpty();
        } catch (InvalidListException e) {
          assertThat(e.problems()).isNotEmpty();
        }
      }
    }
  }

  private static ScreeningList read(String text) throws InvalidListException {
    return ListReader.read("list", text.getBytes(UTF_8));
  }

  private static List<String> problems(String text) {
    return problems(text.getBytes(UTF_8));
  }

  private static List<String> problems(byte[] bytes) {
    return catchThrowableOfType(InvalidListException.class, () -> ListReader.read("list", bytes))
        .problems()
        .stream()
        .map(Object::toString)
        .toList();
  }
}
