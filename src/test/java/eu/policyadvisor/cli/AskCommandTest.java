package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskCommandTest {
  private static final Path ASCEND = Path.of("facts/examples/ascend-cluster.yaml");

  @TempDir private Path directory;
  private Path file = ASCEND;

  @BeforeEach
  void copyTheExample() throws IOException {
    file = Files.copy(ASCEND, directory.resolve("cluster.yaml"));
  }

  @Test
  void printsTheQuestionThatSettlesMostFirst() {
    Run run = Run.of("ask", file, "--questions");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("1. Huawei Ascend 910C (ascend-pool): can you say why it is acquired or used?")
        .contains("one of production, technical_evaluation");
    JsonNode json =
        new JsonMapper().readTree(Run.of("ask", file, "--questions", "--format", "json").out());
    assertThat(json.get(0).get("field").asString()).isEqualTo("purpose");
    assertThat(json.get(0).get("weight").asDouble())
        .isGreaterThanOrEqualTo(json.get(1).get("weight").asDouble());
  }

  @Test
  void writesAnAnswerBehindWhatStandsThereAndKeepsEverythingElse() throws IOException {
    Run run = Run.reading("production\n", "ask", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 answer is written to " + file);
    String before = Files.readString(ASCEND);
    String added = "    purpose: production  # answered 2026-11-01\n";
    assertThat(Files.readString(file)).contains(added);
    assertThat(Files.readString(file).replace(added, "")).isEqualTo(before);
  }

  @Test
  void takesUnknownForAnAnswerAndAsksItNoMore() throws IOException {
    Run run = Run.reading("unknown\n", "ask", file);
    assertThat(run.code()).isZero();
    assertThat(Files.readString(file)).contains("purpose: unknown  # answered 2026-11-01");
    assertThat(run.out().split("can you say why it is acquired or used", -1)).hasSize(2);
  }

  @Test
  void saysWhyItAsksAndTakesAnAnswerBack() throws IOException {
    Run run = Run.reading("why\nproduction\nback\nsave\n", "ask", file);
    assertThat(run.out())
        .contains("These rules wait for the answer:", "Export-control breach risk (high)");
    assertThat(Files.readString(file)).isEqualTo(Files.readString(ASCEND));
  }

  @Test
  void saysWhatIsWrongWithAnAnswerAndAsksAgain() throws IOException {
    Run run = Run.reading("fun\nsave\n", "ask", file);
    assertThat(run.out())
        .contains("'fun' is not a purpose; it is one of production, technical_evaluation");
    assertThat(Files.readString(file)).isEqualTo(Files.readString(ASCEND));
    assertThat(run.out()).contains("Nothing was answered; " + file + " is as it was.");
  }

  @Test
  void touchesNothingWhenNobodyAnswers() throws IOException {
    assertThat(Run.reading("", "ask", file).code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(Files.readString(ASCEND));
  }

  @Test
  void writesElsewhereWhenAsked() throws IOException {
    Path other = directory.resolve("other.yaml");
    Run.reading("production\n", "ask", file, "--output", other);
    assertThat(Files.readString(file)).isEqualTo(Files.readString(ASCEND));
    assertThat(Run.of("check", other).code()).isZero();
  }

  @Test
  void asksAboutListsThatAreNotStated() throws IOException {
    Path bare =
        Files.writeString(directory.resolve("bare.yaml"), "subject: {type: company, country: DE}");
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      answers.append("unknown\n");
    }
    Run run = Run.reading(answers.toString() + "no\n".repeat(20), "ask", bare);
    assertThat(run.out()).contains("to speak of for subject?");
    assertThat(Files.readString(bare)).contains(": []  # answered 2026-11-01");
    assertThat(Run.of("check", bare).code()).isZero();
  }

  @Test
  void refusesAFileThatIsWrong() throws IOException {
    Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "subject: {typ: company}\n");
    Run run = Run.of("ask", wrong);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("wrong.yaml:1:11: unknown field 'typ'");
  }

  @Test
  void findsOutThatItMayNotWriteBeforeItAsks() {
    Run run =
        Run.reading("production\n", "ask", file, "--output", directory.resolve("no/where.yaml"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no directory for");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void interviewsOnATerminalToTheEnd() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no pseudo-terminal");
    String command =
        "%s -cp '%s' eu.policyadvisor.cli.Main ask '%s'"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                file);
    Process process =
        new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null")
            .redirectErrorStream(true)
            .start();
    StringBuilder shown = new StringBuilder();
    try (BufferedWriter keys =
            new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        InputStream screen = process.getInputStream()) {
      int answered = 0;
      for (int c = screen.read(); c >= 0; c = screen.read()) {
        shown.append((char) c);
        if (shown.toString().endsWith("\n> ")) {
          keys.write(answered++ == 0 ? "production\n" : "unknown\n");
          keys.flush();
        }
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(shown).contains("Rules that wait: ", "answers are written to");
    assertThat(Run.of("check", file).code()).isZero();
    assertThat(Files.readString(file)).contains("purpose: production  # answered ");
  }
}
