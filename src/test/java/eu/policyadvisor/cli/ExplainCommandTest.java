package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String ASCEND = "facts/examples/ascend-cluster.yaml";

  @Test
  void showsTheProofOfAFindingDownToLinesOfTheFile() {
    Run run = Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--on", "ascend-pool");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "concluded",
            "15 CFR 736.2(b)(10)",
            "accelerators[0].lifecycle = operating · ascend-cluster.yaml:19:16",
            "see [2]")
        .doesNotContain("expansion");
    // the finding, the exposure below it, the activity below that, a value below that
    assertThat(run.out()).containsPattern("\n      └─ accelerators");
  }

  @Test
  void namesTheConditionThatFailedWithItsValueAndLineAndATestedEdit() throws IOException {
    Run run =
        Run.of("explain", ASCEND, "export-control/gp10-evaluation-exception", "--on", "expansion");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "✗ purpose must be technical_evaluation",
            "accelerators[1].purpose = production · ascend-cluster.yaml:28",
            "      - id: expansion\n        purpose: technical_evaluation  # line 28 says production");
  }

  @Test
  void theEditThatItSuggestsDoesWhatItSays(@TempDir Path directory) throws IOException {
    Path edited = directory.resolve("edited.yaml");
    Files.writeString(
        edited,
        Files.readString(Path.of(ASCEND))
            .replace("purpose: production", "purpose: technical_evaluation"));
    assertThat(
            Run.of(
                    "explain",
                    edited,
                    "export-control/gp10-evaluation-exception",
                    "--on",
                    "expansion")
                .out())
        .contains("\nconcluded\n");
  }

  @Test
  void speaksOfNoRuleInTheWordsOfAProgram() {
    String file = "facts/examples/ministry-chat-app.yaml";
    List<String> rules = Run.of("rules").out().lines().map(line -> line.split(" ")[0]).toList();
    assertThat(rules).hasSizeGreaterThan(100);
    for (String rule : rules) {
      assertThat(Run.of("explain", file, rule).out())
          .as(rule)
          .doesNotContainPattern("\\bnull\\b|eu\\.policyadvisor|\\b[a-z]+[A-Z]\\w*|\\$");
    }
  }

  @Test
  void saysSinceWhenARuleHolds() {
    Run run =
        Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--as-of", "2025-05-01");
    assertThat(run.out()).contains("not in force on 2025-05-01: it holds from 2025-05-13");
  }

  @Test
  void explainsAllThatConcluded() {
    Run run = Run.of("explain", ASCEND, "--depth", "short");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("export-control/keep-ascend-out-of-service", "export-control/huawei-ascend-gp10");
  }

  @Test
  void saysWhatSupersedes() {
    Run run =
        Run.of("explain", "facts/examples/hospital-open-weight-model.yaml", "--format", "markdown");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("# ").contains("**concluded**");
  }

  @Test
  void refusesARuleThatDoesNotExist() {
    Run run = Run.of("explain", ASCEND, "export-control/huawei-ascend-gp");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "advisor explain: there is no rule 'export-control/huawei-ascend-gp'; did you mean"
                + " 'export-control/huawei-ascend-gp10'");
  }

  @Test
  void refusesAFactThatDoesNotExist() {
    Run run =
        Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--on", "ascend-poool");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no fact 'ascend-poool'", "ascend-pool");
  }

  @Test
  void saysWhatIsWrongWithTheFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("x.yaml"), "subject: {typ: company}\n");
    Run run = Run.of("explain", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("x.yaml:1:11: unknown field 'typ' of subject");
  }

  @Test
  void writesNothingWhereItMayNot(@TempDir Path directory) {
    Path file = directory.resolve("no/such/place.json");
    Run run = Run.of("explain", ASCEND, "--output", "json=" + file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("place.json: cannot be written");
  }

  @Test
  void assessShowsEachRuleAndItsKeyReasons() {
    Run run = Run.of("assess", ASCEND, "--show", "all", "--explain", "short");
    assertThat(run.out())
        .contains(
            "Key reasons",
            "- export-control/huawei-ascend-gp10 on expansion: ",
            "accelerators[1].purpose = production (line 28)",
            "finding rules, concluded (",
            "finding rules, clear (",
            "finding rules, undetermined (");
    assertThat(Run.of("assess", ASCEND, "--show", "all", "--format", "json").out())
        .contains(
            "\"rule\": \"export-control/huawei-ascend-gp10\",\n          \"status\": \"concluded\"");
  }
}
