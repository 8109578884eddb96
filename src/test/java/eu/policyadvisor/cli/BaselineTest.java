package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only what is new since an earlier report is shown, and counts. */
class BaselineTest {
  private static final String FACTS =
      """
      subject: {id: centre, type: research_organisation, country: SE}
      accelerators:
        - {id: one, product: huawei-ascend-910c, lifecycle: operating, share_of_compute: 0.2}
      """;
  private static final String RULE = "export-control/huawei-ascend-gp10";
  private static final String NOTHING_NEW =
      ": 0 findings and recommendations are new, [1-9]\\d* unchanged, 0 gone\n";

  @TempDir Path directory;
  private Path file;
  private Path baseline;

  @BeforeEach
  void assessBefore() throws IOException {
    file = directory.resolve("facts.yaml");
    baseline = directory.resolve("baseline.json");
    Files.writeString(file, FACTS);
    before("json", file);
  }

  private void before(String format, Path... files) {
    Object[] rest = {"--quiet", "--as-of", "2026-11-01", "--output", format + "=" + baseline};
    Run run =
        Run.of(
            Stream.concat(Stream.of("assess"), Stream.concat(Stream.of(files), Stream.of(rest)))
                .toArray());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  private Run now(Object... arguments) {
    Object[] rest = {"--as-of", "2026-11-01", "--baseline", baseline};
    return Run.of(
        Stream.concat(Stream.of("assess"), Stream.concat(Stream.of(arguments), Stream.of(rest)))
            .toArray());
  }

  private static List<String> found(Run run) {
    return found(0, run);
  }

  private static List<String> found(int code, Run run) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    JsonNode assessments = new JsonMapper().readTree(run.out()).path("assessments");
    assertThat(assessments).isNotEmpty();
    return assessments
        .valueStream()
        .flatMap(each -> each.path("findings").valueStream())
        .map(each -> each.path("rule").asString() + " on " + each.at("/on/id").asString())
        .toList();
  }

  private static void assertNothingIsNew(Run run) {
    assertThat(found(run)).isEmpty();
    assertThat(run.err()).containsPattern(NOTHING_NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl"})
  void hidesWhatIsUnchanged(String format) {
    before(format, file);

    assertNothingIsNew(now(file, "--format", "json", "--fail-on", "low"));
    assertThat(now(file).out())
        .contains("Only what is new since", " unchanged, 0 findings and 0 recommendations gone.")
        .contains("No new recommendation. What is unchanged still holds.");
  }

  @Test
  void showsAnotherFactOfTheSameRule() throws IOException {
    Files.writeString(
        file, FACTS + "  - {id: two, product: huawei-ascend-910c, lifecycle: operating}\n");

    Run run = now(file, "--format", "json", "--fail-on", "high");
    assertThat(found(1, run)).contains(RULE + " on two").doesNotContain(RULE + " on one");
  }

  @Test
  void showsAnotherValueOfTheSameFact() throws IOException {
    Files.writeString(file, FACTS.replace("operating", "planned"));

    Run run = now(file, "--format", "json", "--fail-on", "high");
    assertThat(found(1, run)).contains(RULE + " on one");
    assertThat(
            new JsonMapper()
                .readTree(run.out())
                .at("/assessments/0/baseline/gone")
                .findValuesAsString("rule"))
        .contains(RULE);
  }

  @Test
  void showsTheSameOfAnotherSubject() throws IOException {
    Files.writeString(file, FACTS.replace("id: centre", "id: other"));

    Run run = now(file, "--format", "json");
    assertThat(found(run)).contains(RULE + " on one");
    assertThat(run.err()).endsWith("; 1 of its subjects were not assessed\n");
  }

  @Test
  void showsTheSameInAnotherFile() throws IOException {
    Path copy = Files.copy(file, directory.resolve("copy.yaml"));

    assertThat(found(now(file, copy, "--format", "json"))).containsOnlyOnce(RULE + " on one");
  }

  @Test
  void tellsDocumentsOfOneSubjectApartByTheirTitles() throws IOException {
    String one = "title: one\n" + FACTS;
    String two = "title: two\n" + FACTS.replace("id: one", "id: two");
    Files.writeString(file, one + "---\n" + two);
    before("json", file);
    Files.writeString(file, one + two.substring(two.lastIndexOf("  - ")) + "---\n" + two);

    Run run = now(file, "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(found(run)).containsOnlyOnce(RULE + " on two").doesNotContain(RULE + " on one");
  }

  @Test
  void knowsAFileThatWasRenamed() throws IOException {
    Path renamed = Files.move(file, directory.resolve("renamed.yaml"));

    assertNothingIsNew(now(renamed, "--format", "json"));
  }

  @Test
  void doesNotMindLayout() throws IOException {
    Files.writeString(
        file,
        """
        # moved down, written otherwise, with more that no rule reads
        title: Centre
        accelerators:
          - id: one
            name: Pool one
            share_of_compute: 0.20
            lifecycle: "operating"
            product: huawei-ascend-910c
        subject:
          country: SE
          type: research_organisation
          id: centre
        """);

    assertNothingIsNew(now(file, "--format", "json"));
  }

  @Test
  void ofAComparedReportHoldsWhatWasUnchangedToo() throws IOException {
    Path first = directory.resolve("first.json");
    Files.move(baseline, first);
    Run compared =
        Run.of(
            "assess",
            file,
            "--quiet",
            "--as-of",
            "2026-11-01",
            "--baseline",
            first,
            "--output",
            "json=" + baseline);
    assertThat(compared.code()).isZero();
    assertThat(compared.err()).containsPattern(NOTHING_NEW);

    assertNothingIsNew(now(file, "--format", "json"));
  }

  @Test
  void countsNewFindingsThatNobodyAccepts() throws IOException {
    Files.writeString(
        file, FACTS + "  - {id: two, product: huawei-ascend-910c, lifecycle: operating}\n");
    Path waivers = directory.resolve("waivers.yaml");
    StringBuilder text = new StringBuilder("waivers:\n");
    List<String> found = found(now(file, "--format", "json"));
    assertThat(found).contains(RULE + " on two");
    found.forEach(
        each ->
            text.append(
                "  - {rule: %s, fact: %s, reason: known, approver: board, expires: 2027-01-01}\n"
                    .formatted(each.split(" on ")[0], each.split(" on ")[1])));
    Files.writeString(waivers, text);

    assertThat(now(file, "--fail-on", "low").code()).isEqualTo(1);
    assertThat(now(file, "--fail-on", "low", "--waivers", waivers).code()).isZero();
  }

  @Test
  void isTheSameInWhateverOrderFilesAreAssessed() throws IOException {
    Path copy = directory.resolve("copy.yaml");
    Files.writeString(copy, FACTS.replace("id: one", "id: three"));

    assertThat(found(now(file, copy, "--format", "json")))
        .isEqualTo(found(now(copy, file, "--format", "json")))
        .contains(RULE + " on three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "{\"assessments\": [",
        "{\"assessments\": [{\"subject\": {\"id\": \"a\"}, \"findings\": [{\"rule\": \"r\"}]}]}",
        "{\"version\": \"2.1.0\", \"runs\": []}",
        "{\"a\": 1}",
        "{} {"
      })
  void ofAnotherShapeIsRefused(String text) throws IOException {
    Files.writeString(baseline, text);

    Run run = now(file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(baseline + ":")
        .contains("a baseline is a report as --format json or jsonl writes it")
        .doesNotContain("internal error");
  }
}
