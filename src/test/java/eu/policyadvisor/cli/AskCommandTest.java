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
import java.nio.file.attribute.PosixFilePermissions;
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
  void printsWhatMayBeAnsweredAndWhatWaitsForIt() {
    Run run = Run.of("ask", file, "--questions");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("1. Huawei Ascend 910C (ascend-pool): What is it acquired or used for?")
        .contains(
            "   technical_evaluation  solely to analyse or evaluate the item itself\n",
            "   field purpose of ascend-pool (accelerators)\n",
            " export-control/gp10-evaluation-exception,");
    JsonNode json =
        new JsonMapper()
            .readTree(Run.of("ask", file, "--questions", "--format", "json").out())
            .get("questions");
    assertThat(json.get(0).get("field").asString()).isEqualTo("purpose");
    assertThat(json.get(0).get("fact").asString()).isEqualTo("ascend-pool");
    assertThat(json.get(0).get("constants").get(0).get("value").asString()).isEqualTo("production");
    assertThat(json.get(0).get("rules").size()).isPositive();
    assertThat(json.get(0).get("weight").asDouble()).isPositive();
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
    String interview = run.out().split("What was understood:", 2)[0];
    assertThat(interview.split("What is it acquired or used for", -1)).hasSize(2);
  }

  private Path hospital() throws IOException {
    return Files.writeString(
        directory.resolve("hospital.yaml"),
        """
        subject: {id: clinic, type: public_authority, country: FR, nis2_class: essential}
        models:
          - {id: m, developer_hq: CN, deployment: third_party_api, stage: service}
        data_flows:
          - {id: images, origin: FR, model: m, categories: [special]}
        """);
  }

  @Test
  void asksFirstWhatCanTurnTheAnswerAndSaysToWhat() throws IOException {
    Path facts = hospital();

    Run questions = Run.of("ask", facts, "--questions");
    assertThat(questions.out())
        .startsWith("1. m: In which country does it run?")
        .containsPattern("(?m)^   CN: STOP$");

    JsonNode first =
        new JsonMapper()
            .readTree(Run.of("ask", facts, "--questions", "--format", "json").out())
            .get("questions")
            .get(0);
    assertThat(first.get("field").asString()).isEqualTo("hosting_country");
    JsonNode lead = first.get("leads").get(0);
    assertThat(lead.get("list").asString()).isEqualTo("subject");
    assertThat(lead.get("then").asString()).isEqualTo("prohibit");
    assertThat(lead.get("answers").get(0).asString()).isEqualTo("CN");
  }

  @Test
  void saysWhichQuestionOfHowManyItIsAndCountsDown() throws IOException {
    Path facts = hospital();
    int all =
        new JsonMapper()
            .readTree(Run.of("ask", facts, "--questions", "--format", "json").out())
            .get("questions")
            .size();

    Run run = Run.reading("why\nunknown\nunknown\nback\nsave\n", "ask", facts);

    assertThat(run.out())
        .containsSubsequence(
            all + " questions; ",
            " can turn the advice alone, and come first.",
            "Question 1 of " + all + ". m: In which country does it run?",
            "The answer can turn the advice:",
            "CN: STOP",
            "These rules wait for the answer:",
            "Question 1 of " + all + ". ",
            "Question 2 of " + all + ". ",
            "Question 3 of " + all + ". ",
            "Question 2 of " + all + ". ");
  }

  @Test
  void aListThatIsUnknownRaisesNoQuestionOnceItIsAnswered() throws IOException {
    Path bare =
        Files.writeString(directory.resolve("bare.yaml"), "subject: {type: company, country: DE}");
    int all =
        new JsonMapper()
            .readTree(Run.of("ask", bare, "--questions", "--format", "json").out())
            .get("questions")
            .size();

    Run run = Run.reading("unknown\n".repeat(all + 20), "ask", bare);

    assertThat(run.out())
        .contains("Question " + all + " of " + all + ". ", all + " answers are written to")
        .doesNotContain("Question " + (all + 1));
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
    assertThat(run.out()).contains("subject: Does it rent computing services?");
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

  /** Says unknown until the question comes up, then these answers. */
  private static Run untilAsked(Path facts, String question, String answers) {
    JsonNode questions =
        new JsonMapper().readTree(Run.of("ask", facts, "--questions", "--format", "json").out());
    int before = 0;
    for (JsonNode each : questions.get("questions")) {
      if (each.get("text").asString().contains(question)) {
        return Run.reading("unknown\n".repeat(before) + answers, "ask", facts);
      }
      before++;
    }
    throw new AssertionError("not asked: " + question + " but " + questions);
  }

  @Test
  void namesNoFactThatIsNotThere() throws IOException {
    Path facts =
        Files.writeString(
            directory.resolve("app.yaml"),
            "subject: {type: company, country: DE}\nmodels:\n  - id: m\n"
                + "applications:\n  - id: app\n    stage: service\n");
    Run run = untilAsked(facts, "app: Which of the models does it use?", "ghost\nm\nsave\n");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(">   uses_model names 'ghost', ");
    assertThat(Files.readString(facts))
        .contains("    uses_model: m  # answered")
        .doesNotContain("ghost");
  }

  @Test
  void takesListsAndShares() throws IOException {
    Path facts =
        Files.writeString(
            directory.resolve("input.yaml"),
            "subject: {type: company, country: DE}\n"
                + "critical_inputs:\n  - id: g\n    material: gallium\n    strategic: true\n");
    Run run =
        untilAsked(
            facts, "g: What share of the supply", "CN\nCN: 66%\nCN: 0.8, DE: 0.4\nCN:0.8\nsave\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "shares.CN has no value; leave it out if it is not known",
            "shares.CN is '66%'; write 0.66",
            "shares add up to 1.2; they must not exceed 1");
    assertThat(Files.readString(facts)).contains("    shares: {CN: 0.8}  # answered");
    facts =
        Files.writeString(
            directory.resolve("chips.yaml"),
            "subject: {type: company, country: DE}\naccelerators:\n"
                + "  - {id: a, product: huawei-ascend-910c, lifecycle: operating}\n");
    run =
        untilAsked(
            facts,
            "Which links does it have to the United",
            "Moon\nUS persons, usd_finance\nsave\n");
    assertThat(run.out()).contains("'Moon' is not a US nexus");
    assertThat(Files.readString(facts)).contains("us_nexus: [us_persons, usd_finance]");
    assertThat(Run.of("check", facts).code()).isZero();
  }

  @Test
  void takesListsOfNewFactsAndNoNameTwice() throws IOException {
    Path facts =
        Files.writeString(directory.resolve("bare.yaml"), "subject: {id: s, type: company}");
    Run run =
        untilAsked(
            facts,
            "s: Does it rent computing services?",
            "yes\nback\nmaybe\nyes\na, a\nyes\na\nsave\n");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("'maybe' is none of yes, no and unknown");
    assertThat(Files.readString(facts)).contains("cloud_services: [{id: a}]  # answered");
    assertThat(Run.of("check", facts).code()).isZero();
  }

  @Test
  void keepsIndentsEndsOfLinesAndTheEndOfTheDocument() throws IOException {
    String text =
        "---\r\n  # odd\r\n  subject:   {type: company,   country: DE}  # c\r\n  accelerators:\r\n"
            + "     -   id:   a\r\n         product:    huawei-ascend-910c   # p\r\n"
            + "  title: |\r\n    x\r\n...\r\n";
    Path facts = Files.writeString(directory.resolve("odd.yaml"), text);
    Run run = Run.reading("unknown\n".repeat(30) + "no\n".repeat(20), "ask", facts);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    String after = Files.readString(facts);
    assertThat(after).contains("\r\n  exports: ").doesNotContainPattern("[^\r]\n");
    assertThat(
            after
                .replaceAll("(?m)^ +\\w+: [^\r\n]*  # answered 2026-11-01\r\n", "")
                .replaceAll("(?<=\\{)(\\w+: unknown, )*", ""))
        .isEqualTo(text);
    assertThat(Run.of("check", facts).code()).isZero();
  }

  @Test
  void answersAboutAFactWhoseValuesAllTakeSeveralLines() throws IOException {
    Path facts =
        Files.writeString(
            directory.resolve("long.yaml"),
            "subject:\n  us_nexus:\n    - us_persons\n  name: Long\n    Ltd");
    Run run = Run.reading("company\nsave\n", "ask", facts);
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(facts))
        .startsWith("subject:\n  ")
        .endsWith("  # answered 2026-11-01\n  us_nexus:\n    - us_persons\n  name: Long\n    Ltd");
  }

  @Test
  void keepsThePermissionsOfTheFile() throws IOException {
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions");
    var own = PosixFilePermissions.fromString("rw-rw----");
    Files.setPosixFilePermissions(file, own);
    Run.reading("production\n", "ask", file);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
  }

  @Test
  void refusesWhatIsNoInterview() {
    assertThat(Run.of("ask", "-").err()).contains("'-' is no file");
    assertThat(Run.of("ask", directory).err()).contains("an interview takes one fact file");
    assertThat(Run.of("ask", file, "--format", "json").err())
        .contains("--format json goes with --questions");
    assertThat(Run.of("ask", file, "--questions", "--format", "markdown").code()).isEqualTo(2);
  }

  @Test
  void interviewsOnATerminalToTheEnd() throws IOException, InterruptedException {
    String command =
        "%s -cp '%s' eu.policyadvisor.cli.Main ask '%s'"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                file);
    Process process =
        new ProcessBuilder(PseudoTerminal.running(command, Path.of("/dev/null")))
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
