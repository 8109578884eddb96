package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreeningCommandsTest {
  private static final Path ROWS = Path.of("src/test/resources/screening/rows.csv");
  private static final String FACTS =
      """
      as_of: 2026-11-01
      subject: {id: agency, type: member_state, country: DE}
      parties:
        - {id: listed, name: Gryphon Aerospace Pte Ltd, hq: SG, subject_to_ear: true}
        - {id: cleared, name: Gryphon Aerospace, hq: SG, lists: []}
        - {id: since, name: Gryphon Aerospace, hq: SG, lists: [us_entity_list], entity_listed_since: 2009-01-01}
        - {id: near, name: Griffon Aerospace, subject_to_ear: true}
        - {id: questioned, name: Gryphon Aerospace, hq: SG, lists: unknown}
        - {id: catalogued, vendor: huawei, subject_to_ear: true}
        - {id: other, name: Siemens AG}
      """;

  @TempDir Path directory;
  private Path store;

  @BeforeEach
  void store() {
    store = directory.resolve("lists");
  }

  @Test
  void keepsAListWithItsDateAndHash() throws IOException {
    Run imported = Run.of("lists", "import", "--lists", store, "--date", "2026-10-20", ROWS);
    assertThat(imported.err()).isEmpty();
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).contains("kept as us-csl of 2026-10-20 (as you say)", "SHA-256 ");

    Run lists = Run.of("lists", "--lists", store);
    assertThat(lists.out())
        .containsPattern("us-csl +2026-10-20 +12 days old")
        .contains("from rows.csv, imported 2026-11-01");
    try (Stream<Path> files = Files.walk(store)) {
      assertThat(files.filter(Files::isRegularFile).map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("list.csv", "about.properties");
    }
  }

  @Test
  void takesTheDayOfImportWhereNobodyKnowsTheDate() {
    Run.of("lists", "import", "--lists", store, ROWS);

    assertThat(Run.of("lists", "--lists", store, "--as-of", "2026-12-24").out())
        .contains("53 days old, older than 30 days, counted from its import");
  }

  @Test
  void keepsEveryVersionAndUsesTheLatestThatWasThereOnTheDay() throws IOException {
    Path small = directory.resolve("small.csv");
    Files.write(small, Files.readAllLines(ROWS).subList(0, 3));
    Run.of("lists", "import", "--lists", store, "--date", "2026-09-01", small);
    Run.of("lists", "import", "--lists", store, "--date", "2026-10-01", ROWS);
    assertThat(Run.of("lists", "import", "--lists", store, "--date", "2026-10-01", ROWS).out())
        .contains("is there already");

    assertThat(Run.of("screen", "--lists", store, "Hikvision").out())
        .contains("us-csl of 2026-10-01", "listed     Hikvision");
    assertThat(Run.of("screen", "--lists", store, "--as-of", "2026-09-15", "Hikvision").out())
        .contains("us-csl of 2026-09-01", "no match");
  }

  @Test
  void saysThatAListLostMuchOfWhatItHad() throws IOException {
    Path small = directory.resolve("small.csv");
    Files.write(small, Files.readAllLines(ROWS).subList(0, 3));
    Run.of("lists", "import", "--lists", store, "--date", "2026-09-01", ROWS);

    Run run = Run.of("lists", "import", "--lists", store, "--date", "2026-10-01", small);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(
            "small.csv: has 2 rows, and the list of 2026-09-01 had 138; see that it is not cut"
                + " off");
  }

  @Test
  void refusesAListThatWasChangedAfterImport() throws IOException {
    Run.of("lists", "import", "--lists", store, ROWS);
    try (Stream<Path> files = Files.walk(store)) {
      Path list = files.filter(each -> each.endsWith("list.csv")).findFirst().orElseThrow();
      Files.writeString(list, Files.readString(list).replace("Hikvision", "Nobody"));
    }

    Run run = Run.of("screen", "--lists", store, "Hikvision");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is not as it was imported", "import the list again");
  }

  @Test
  void leavesNothingBehindWhenAListIsWrong() throws IOException {
    Path wrong = directory.resolve("wrong.csv");
    Files.writeString(wrong, "source,name,alt_names\n");

    Run run = Run.of("lists", "import", "--lists", store, wrong, directory.resolve("none.csv"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "wrong.csv:1:1: lacks the column 'addresses'",
            "wrong.csv:1:1: lacks the column 'start_date'",
            "none.csv: cannot be read: there is no such file or directory");
    assertThat(store).doesNotExist();
    assertThat(Run.of("lists", "import", "--lists", store, wrong).code()).isEqualTo(3);
  }

  @Test
  void explainsAMatch() {
    Run.of("lists", "import", "--lists", store, "--date", "2026-10-20", ROWS);

    assertThat(Run.of("screen", "--lists", store, "GRYPHON AEROSPACE PTE LTD", "Siemens AG").out())
        .isEqualTo(
            """
            # us-csl of 2026-10-20, 12 days old

            GRYPHON AEROSPACE PTE LTD
              listed     Gryphon Aerospace
                         agree: gryphon, aerospace
                         Entity List (EL) - Bureau of Industry and Security, since 2008-12-05, 73 FR 74001
                         licence required: For all items subject to the EAR (See §744.11 of the EAR); licence policy: Presumption of Denial
                         us-csl of 2026-10-20, line 11

            Siemens AG
              no match
            """);
  }

  @Test
  void screensAFileOfNamesIntoAHarmlessTable() throws IOException {
    Run.of("lists", "import", "--lists", store, "--date", "2026-10-20", ROWS);
    Path names = directory.resolve("names.csv");
    Files.writeString(names, "name,country\nGryphon Aerospace,AT\n=cmd|' /C calc'!A0,\n");

    List<String> lines =
        Run.of("screen", "--lists", store, "--file", names, "--format", "csv")
            .out()
            .lines()
            .toList();
    assertThat(lines.get(0)).startsWith("name,country,match,listed,row,score,how,source,effect");
    assertThat(lines.get(1))
        .startsWith("Gryphon Aerospace,AT,near,Gryphon Aerospace,Gryphon Aerospace,1.00,")
        .contains("differ: the party is in AT, the listed one in SG");
    assertThat(lines.get(2)).startsWith("'=cmd|' /C calc'!A0,,none,");
  }

  @Test
  void givesMatchesAsJson() {
    Run.of("lists", "import", "--lists", store, "--date", "2026-10-20", ROWS);

    JsonNode document =
        JsonMapper.shared()
            .readTree(Run.of("screen", "--lists", store, "--format", "json", "Hikvison").out());
    JsonNode match = document.at("/names/0/matches/0");
    assertThat(document.at("/lists/0/sha256").stringValue()).hasSize(64);
    assertThat(match.get("match").stringValue()).isEqualTo("near");
    assertThat(match.get("row").stringValue())
        .isEqualTo("Hangzhou Hikvision Digital Technology Co., Ltd.");
    assertThat(match.get("differ").get(0).stringValue())
        .isEqualTo("'hikvison' is listed as 'hikvision'");
    assertThat(match.get("party_lists").get(0).stringValue()).isEqualTo("us_entity_list");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(Run.of("screen", "--lists", store, "x").err()).contains("there is no directory");
    assertThat(Run.of("screen", "--lists", store).err()).contains("name the parties");
    Files.createDirectories(store);
    assertThat(Run.of("screen", "--lists", store, "x").err())
        .contains("there are no screening lists");
    assertThat(Run.of("lists", "--lists", store).err()).contains("there are no screening lists");
  }

  @Test
  void refusesADateThatIsYetToCome() {
    Run run = Run.of("lists", "import", "--lists", store, "--date", "2026-11-02", ROWS);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no list can be of 2026-11-02 yet: today is 2026-11-01");
    assertThat(store).doesNotExist();
    assertThat(Run.of("lists", "import", "--lists", store, "--date", "2026-11-01", ROWS).code())
        .isZero();
  }

  @Test
  void refusesToLookNobodyUp() throws IOException {
    Run.of("lists", "import", "--lists", store, "--date", "2026-10-20", ROWS);
    Path names = directory.resolve("names.csv");

    Run empty = Run.of("screen", "--lists", store, "Hikvision", " ");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("a name is empty");
    for (String text : List.of("", "\n \n", "name,country\n", "name\n")) {
      Files.writeString(names, text);
      Run run = Run.of("screen", "--lists", store, "--file", names);
      assertThat(run.code()).as(text).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("names.csv: ", "no party");
    }
  }

  @Test
  void saysNoLessWhenAnotherListIsAsked() throws IOException {
    Path other = directory.resolve("targets.simple.csv");
    Files.writeString(
        other,
        """
        id,schema,name,aliases,countries,sanctions,dataset,last_seen,program_ids
        Q1,Company,Griffon Aerospace,,us,,Debarred Bidders,2026-10-25,XX-DEBARRED
        """);
    Run.of("lists", "import", "--lists", store, other);

    JsonNode assessment = assess("2026-10-20");
    List<JsonNode> remarks =
        assessment
            .at("/screening/remarks")
            .valueStream()
            .filter(each -> each.get("fact").stringValue().equals("near"))
            .toList();
    assertThat(remarks)
        .extracting(
            each -> each.get("kind").stringValue(), each -> each.at("/row/list").stringValue())
        .containsExactlyInAnyOrder(
            tuple("elsewhere", "opensanctions"), tuple("resembles", "us-csl"));
    assertThat(texts(assessment.get("unknowns"), "path")).contains("parties[3].lists");
    assertThat(Run.of("screen", "--lists", store, "Griffon Aerospace").out())
        .contains("listed     Griffon Aerospace", "resembles  Gryphon Aerospace");
  }

  @Test
  void saysInEveryFormWhichRowOfWhichListFilledInAValue() throws IOException {
    assess("2026-10-20");

    for (String format :
        List.of("text", "json", "markdown", "jsonl", "csv", "github", "sarif", "junit", "oscal")) {
      String report =
          Run.of("assess", "--lists", store, "--format", format, directory.resolve("facts.yaml"))
              .out()
              .replaceAll("\\s+", " ");
      if (format.startsWith("json")) {
        assertThat(report).as(format).containsPattern("\"list\": ?\"us-csl\",.*\"line\": ?11,");
      } else {
        assertThat(report).as(format).contains("us-csl of 2026-10-20, line 11");
      }
    }
    assertThat(
            Run.of(
                    "assess",
                    "--lists",
                    store,
                    "--format",
                    "github",
                    directory.resolve("facts.yaml"))
                .out())
        .contains(
            "line=4,",
            "listed.name = Gryphon Aerospace Pte Ltd (list us-csl of 2026-10-20, line 11:"
                + " lists = [us_entity_list])");
  }

  @Test
  void fillsInWhatAListSaysOfASupplierAndPointsAtItsRow() throws IOException {
    JsonNode assessment = assess("2026-10-20");

    JsonNode finding =
        find(
            assessment.get("findings"),
            "rule",
            "export-control/entity-list-counterparty",
            "listed");
    assertThat(finding.at("/confidence/value").decimalValue()).isEqualByComparingTo("0.81");
    JsonNode value = find(finding.get("evidence"), "path", "parties[0].lists", null);
    assertThat(value.get("origin").stringValue()).isEqualTo("listed");
    assertThat(value.get("text").stringValue()).isEqualTo("[us_entity_list]");
    assertThat(value.at("/listed_row/list").stringValue()).isEqualTo("us-csl");
    assertThat(value.at("/listed_row/line").intValue()).isEqualTo(11);
    assertThat(value.at("/listed_row/since").stringValue()).isEqualTo("2008-12-05");
  }

  @Test
  void letsWhatIsStatedWinAndSaysThatTheListDiffers() throws IOException {
    JsonNode remarks = assess("2026-10-20").at("/screening/remarks");

    assertThat(find(remarks, "fact", "cleared", null).get("kind").stringValue())
        .isEqualTo("contradicts");
    assertThat(find(remarks, "fact", "cleared", null).get("text").stringValue())
        .contains("stated is []", "since 2008-12-05; what is stated prevails");
    assertThat(find(remarks, "fact", "since", null).get("text").stringValue())
        .isEqualTo("stated is 2009-01-01, yet the list says 2008-12-05; the former prevails");
    assertThat(find(remarks, "fact", "questioned", null).get("kind").stringValue())
        .isEqualTo("listed");
    assertThat(find(remarks, "fact", "catalogued", null).get("text").stringValue())
        .startsWith("in the catalogue is 2019-05-16, yet the list says");
    assertThat(texts(remarks, "fact")).doesNotContain("other");
  }

  @Test
  void makesANearMissAQuestionAndNeverAFinding() throws IOException {
    JsonNode assessment = assess("2026-10-20");

    assertThat(
            find(assessment.at("/screening/remarks"), "fact", "near", null)
                .get("kind")
                .stringValue())
        .isEqualTo("resembles");
    assertThat(texts(assessment.get("unknowns"), "path")).contains("parties[3].lists");
    for (JsonNode finding : assessment.get("findings")) {
      assertThat(finding.at("/on/id").stringValue()).isNotEqualTo("near");
    }
    Path facts = directory.resolve("facts.yaml");
    assertThat(Run.of("ask", "--questions", "--lists", store, facts).out().replaceAll("\\s+", " "))
        .contains(
            "'Griffon Aerospace' resembles 'Gryphon Aerospace'", "us-csl of 2026-10-20, line 11");
  }

  @Test
  void saysThatAListIsOldAndDoubtsWhatRestsOnIt() throws IOException {
    JsonNode assessment = assess("2026-09-30");

    assertThat(assessment.at("/screening/lists/0/old").booleanValue()).isTrue();
    JsonNode finding =
        find(
            assessment.get("findings"),
            "rule",
            "export-control/entity-list-counterparty",
            "listed");
    JsonNode doubt = find(finding.get("doubts"), "of", "screening_list", null);
    assertThat(doubt.get("title").stringValue()).isEqualTo("list us-csl of 2026-09-30");
    assertThat(doubt.get("since").stringValue()).isEqualTo("2026-10-31");
    Path facts = directory.resolve("facts.yaml");
    for (String format : List.of("text", "markdown")) {
      assertThat(
              Run.of("assess", "--lists", store, "--format", format, facts)
                  .out()
                  .replaceAll("\\s+", " "))
          .contains("32 days old, older than 30 days: parties listed since are not found");
    }
  }

  @Test
  void isNotOldOnItsThirtiethDay() throws IOException {
    assertThat(assess("2026-10-02").at("/screening/lists/0/old").booleanValue()).isFalse();
  }

  @Test
  void asksNoListUnlessOneIsNamed() throws IOException {
    Run.of("lists", "import", "--lists", store, ROWS);
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(facts, FACTS);

    assertThat(Run.of("assess", facts).out()).doesNotContain("Screening lists");
    assertThat(Run.of("assess", "--lists", directory.resolve("none"), facts).code()).isEqualTo(2);
  }

  @Test
  void explainsAFindingDownToTheRowOfTheList() throws IOException {
    assess("2026-10-20");

    assertThat(
            Run.of(
                    "explain",
                    "--lists",
                    store,
                    directory.resolve("facts.yaml"),
                    "export-control/entity-list-counterparty",
                    "--on",
                    "listed")
                .out()
                .replaceAll("[│\\s]+", " "))
        .contains(
            "list: us-csl of 2026-10-20, line 11, 'Gryphon Aerospace' (agree: gryphon, aerospace)");
  }

  private JsonNode assess(String date) throws IOException {
    Run.of("lists", "import", "--lists", store, "--date", date, ROWS);
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(facts, FACTS);
    Run run = Run.of("assess", "--lists", store, "--format", "json", facts);
    assertThat(run.err()).isEmpty();
    return JsonMapper.shared().readTree(run.out()).at("/assessments/0");
  }

  private static JsonNode find(JsonNode all, String field, String value, @Nullable String on) {
    for (JsonNode each : all) {
      if (each.get(field).stringValue().equals(value)
          && (on == null || each.at("/on/id").stringValue().equals(on))) {
        return each;
      }
    }
    throw new AssertionError("no " + field + " " + value + " in " + all);
  }

  private static List<String> texts(JsonNode all, String field) {
    return all.valueStream().map(each -> each.get(field).stringValue()).toList();
  }
}
