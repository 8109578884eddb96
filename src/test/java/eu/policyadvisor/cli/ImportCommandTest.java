package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Inventories on the command line: made fact files of, or assessed as they are. */
class ImportCommandTest {
  private static final Path INVENTORIES = Path.of("src/test/resources/inventories");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/inventories");
  private static final Path ASCEND = INVENTORIES.resolve("kubernetes/ascend-910b3-job.yaml");
  private static final Path NVIDIA = INVENTORIES.resolve("kubernetes/nvidia-default.yaml");
  private static final String GP10 = "export-control/huawei-ascend-gp10";

  @TempDir Path directory;

  static Stream<Path> inventories() throws IOException {
    try (Stream<Path> files = Files.walk(INVENTORIES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("ATTRIBUTION.md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void givesTheFactFileThatIsKept(Path inventory) {
    Run run = Run.of("import", inventory);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Golden.assertSame(GOLDEN.resolve(inventory.getFileName() + ".facts.yaml"), run.out());
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void givesTheFindingsThatAreKept(Path inventory) {
    Run run = Run.of("assess", "--as-of", "2026-11-01", "--format", "csv", inventory);
    assertThat(run.code()).isZero();
    Golden.assertSame(GOLDEN.resolve(inventory.getFileName() + ".findings.csv"), run.out());
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void theFactFileGivesTheFindingsOfTheInventory(Path inventory) {
    Path facts = directory.resolve("facts.yaml");
    assertThat(Run.of("import", inventory, "--output", facts).code()).isZero();
    Run direct = Run.of("assess", "--as-of", "2026-11-01", "--format", "csv", inventory);
    Run made = Run.of("assess", "--as-of", "2026-11-01", "--format", "csv", facts);
    assertThat(made.err()).isEmpty();
    assertThat(withoutPlace(made.out())).isEqualTo(withoutPlace(direct.out()));
  }

  private static List<String> withoutPlace(String csv) {
    return csv.lines().map(line -> line.split(",", 3)[2]).toList();
  }

  @Test
  void ascendIsFoundAtTheLineOfTheRequestAndNotInAManifestOfAnother() {
    assertThat(Run.of("assess", "--detail=full", ASCEND).out())
        .contains(GP10)
        .contains("ascend-910b3-job.yaml:12  ascend910b3-job-ascend910b3.named_in_guidance");
    assertThat(Run.of("assess", NVIDIA).out()).doesNotContain(GP10);
  }

  @Test
  void reportsGiveTheValueWithTheWordsOfTheInventory() {
    Run run =
        Run.of("assess", "--detail=full", INVENTORIES.resolve("kubernetes/hygon-default.yaml"));
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("designer_hq = CN (from 'hygon.com/dcunum')");
  }

  @Test
  void whatNoFactIsMadeOfIsSaidShortWhenAssessedAndIsNoFault() {
    Run run = Run.of("assess", "--summary", "always", NVIDIA);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith(NVIDIA + ": 1 of 2 entries concern no fact; 'advisor import' lists them\n")
        .contains("1 file")
        .doesNotContain("with problems");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN", "JSON", "JSONL"})
  void reportsSayWhatNoFactIsMadeOf(Choice.ReportFormat format) {
    String said =
        switch (format) {
          case JSON, JSONL -> "\"inventory\":{\"entries\":2,\"unused\":1}";
          default -> "1 of 2 entries of the inventory concern no fact; 'advisor import' lists them";
        };
    assertThat(Run.of("assess", "--format", format, NVIDIA).out().replaceAll("\\s+", ""))
        .containsOnlyOnce(said.replace(" ", ""));
    Path whole = INVENTORIES.resolve("kubernetes/hygon-default.yaml");
    assertThat(Run.of("assess", "--format", format, whole).out()).doesNotContain("concern no fact");
    assertThat(Run.of("assess", "--format", format, "facts/examples/ascend-cluster.yaml").out())
        .doesNotContain("concern no fact", "\"inventory\"");
  }

  @Test
  void severalInventoriesMakeOneFactFileOfOneSubject() {
    Path facts = directory.resolve("facts.yaml");
    Path bill = INVENTORIES.resolve("cyclonedx/services-1.6.json");
    Run run = Run.of("import", ASCEND, NVIDIA, bill, "--output", facts);
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("check", facts).out()).isEqualTo("1 fact set in 1 file is valid\n");
    assertThat(facts)
        .content()
        .contains("  id: ascend910b3-job ")
        .contains("# " + NVIDIA + ":12:11")
        .contains("# No fact is made of:\n");
  }

  @Test
  void whatSeveralInventoriesNameIsOneFactAllTheSame() throws IOException {
    Path bill = INVENTORIES.resolve("cyclonedx/services-1.6.json");
    Path copy = Files.copy(bill, directory.resolve("copy.json"));
    assertThat(Run.of("import", bill, copy).out())
        .containsOnlyOnce("vendor: huawei")
        .containsOnlyOnce("product: pytorch")
        .contains(copy + ":22:51");
  }

  @Test
  void anExistingFileIsOverwrittenWithForceOnly() throws IOException {
    Path facts = Files.writeString(directory.resolve("facts.yaml"), "mine");
    Run refused = Run.of("import", ASCEND, "--output", facts);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("exists; name another file, or overwrite it with --force");
    assertThat(facts).hasContent("mine");
    assertThat(Run.of("import", ASCEND, "--output", facts, "--force").code()).isZero();
    assertThat(facts).content().contains("huawei-ascend-910b");
  }

  @Test
  void readsStandardInput() throws IOException {
    String text = Files.readString(ASCEND);
    assertThat(Run.reading(text, "import", "-").out())
        .contains("# Made by 'advisor import' of <stdin> (Kubernetes).")
        .contains("product: huawei-ascend-910b");
    assertThat(Run.reading(text, "assess", "-").out()).contains(GP10).contains("<stdin>:12");
  }

  @Test
  void aFactFileNeedsNoImport() {
    Run run = Run.of("import", "facts/examples/ascend-cluster.yaml");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("facts/examples/ascend-cluster.yaml: is no inventory that is known");
  }

  @Test
  void whatIsWrongIsSaidAndGivesTheCodeOfInvalidFacts() throws IOException {
    Path bill =
        Files.writeString(
            directory.resolve("bom.json"),
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [\n"
                + "{\"type\": \"machine-learning-modle\", \"name\": \"m\"}]}");
    String line =
        bill
            + ":2:11: unknown type of component 'machine-learning-modle'; did you mean"
            + " 'machine-learning-model'?\n";
    Run made = Run.of("import", bill);
    assertThat(made.code()).isEqualTo(3);
    assertThat(made.err()).isEqualTo(line);
    assertThat(made.out()).contains("subject:\n  id: bom ");
    Run assessed = Run.of("assess", "--quiet", bill);
    assertThat(assessed.code()).isEqualTo(3);
    assertThat(assessed.err()).contains(line);
    assertThat(Run.of("check", bill).code()).isEqualTo(3);
  }

  @Test
  void nothingIsWrittenWhenNothingCouldBeRead() throws IOException {
    Path bill = Files.writeString(directory.resolve("bom.json"), "{\"bomFormat\": \"CycloneDX\", ");
    Path facts = directory.resolve("facts.yaml");
    Run run = Run.of("import", bill, "--output", facts);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("bom.json:1:28: the JSON ends here");
    assertThat(facts).doesNotExist();
  }

  @Test
  void anInventoryIsExplainedCheckedAndAskedAboutButNotWrittenInto() {
    assertThat(Run.of("explain", ASCEND, GP10).out()).contains("ascend-910b3-job.yaml:12");
    assertThat(Run.of("check", ASCEND).out()).isEqualTo("1 fact set in 1 file is valid\n");
    assertThat(Run.of("ask", "--questions", ASCEND).out()).contains("lifecycle");
    Run run = Run.of("ask", ASCEND);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("is an inventory; make a fact file of it first: advisor import " + ASCEND);
  }

  private Path directoryOfAllKinds() throws IOException {
    Path all = Files.createDirectory(directory.resolve("all"));
    Files.copy(ASCEND, all.resolve("pod.yaml"));
    Files.copy(INVENTORIES.resolve("cyclonedx/services-1.6.json"), all.resolve("bom.json"));
    Files.copy(
        INVENTORIES.resolve("cyclonedx/valid-machine-learning-1.6.xml"), all.resolve("bom.xml"));
    Files.copy(INVENTORIES.resolve("hugging-face/clinic.md"), all.resolve("README.md"));
    Files.writeString(all.resolve("notes.md"), "# Notes\n");
    Files.writeString(all.resolve("package.json"), "{\"name\": \"x\"}");
    Files.writeString(all.resolve("pom.xml"), "<project/>");
    return all;
  }

  @Test
  void ofADirectoryInventoriesOfAllKindsAreImported() throws IOException {
    Run run = Run.of("import", directoryOfAllKinds());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow())
        .contains("README.md (", "bom.json (", "bom.xml (", "pod.yaml (")
        .doesNotContain("notes.md", "package.json", "pom.xml");
  }

  @Test
  void ofADirectoryToAssessTheInventoriesThatAreLeftOutAreNamed() throws IOException {
    Path all = directoryOfAllKinds();
    Run run = Run.of("assess", "--quiet", all);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(
            all
                + ": not read: "
                + all.resolve("README.md")
                + ", "
                + all.resolve("bom.json")
                + ", "
                + all.resolve("bom.xml")
                + " (inventories by their content, which are read where they are named)\n",
            all
                + ": not read: "
                + all.resolve("notes.md")
                + ", "
                + all.resolve("package.json")
                + ", "
                + all.resolve("pom.xml")
                + " (no fact files)\n");
  }

  @Test
  void inputYamlReadsFactsWhateverTheContent() {
    Run run = Run.of("assess", "--input", "yaml", ASCEND);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("unknown field 'apiVersion' of fact set");
  }
}
