package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  private static final String GP10 = "export-control/huawei-ascend-gp10";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assess",
        "rules",
        "rules show",
        "check",
        "backtest",
        "lists",
        "lists import",
        "screen",
        "schema",
        "completion"
      })
  void helpsEverywhereWithTheExitCodes(String command) {
    String line = (command + " --help").strip();
    Run run = Run.broken((Object[]) line.split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: advisor" + (command.isEmpty() ? "" : " " + command))
        .containsSubsequence("Exit codes", "0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "70 ");
    assertThat(run.out().lines()).allMatch(text -> text.length() <= Door.COLUMNS);
  }

  @Test
  void namesItsVersions() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.out())
        .containsPattern("advisor \\S+\\R")
        .containsPattern("rules \\S+ \\(\\d+ rules\\)\\R")
        .containsPattern("catalogue \\d{4}-\\d\\d-\\d\\d, sources read to July 2026\\R")
        .containsPattern("Drools 10\\.\\d");
  }

  @Test
  void asksForACommand() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly("advisor: Missing required subcommand", "Try 'advisor --help'.");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Run run = Run.of("asess");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean 'assess'");
  }

  @Test
  void listsARuleALine() {
    Run run = Run.of("rules");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSizeGreaterThanOrEqualTo(30)
        .allMatch(line -> line.matches("\\S+/\\S+ +[1-7](,[1-7])* +[a-z ]+(not )?in force"))
        .isSorted();
    for (int keyPoint = 1; keyPoint <= 7; keyPoint++) {
      String number = String.valueOf(keyPoint);
      assertThat(run.out().lines())
          .anyMatch(line -> Arrays.asList(line.split(" +")[1].split(",")).contains(number));
    }
    assertThat(Run.of("rules", "--all").out().lines().count())
        .isGreaterThan(run.out().lines().count());
  }

  @Test
  void listsWhatIsInForceOnADay() {
    assertThat(rule("2025-05-12")).endsWith("not in force");
    assertThat(rule("2025-05-13")).endsWith("  in force");
  }

  @Test
  void showsWhichRulesEncodeWhat() {
    Run run = Run.of("rules", "--coverage");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("key point 7 +\\d+  \\S+/\\S+")
        .containsPattern("layer chips +\\d+  ")
        .containsPattern("addressee commission +\\d+  ")
        .doesNotContain("no rule");
  }

  @Test
  void showsWhatTheRulesDoNotKnowWithTheLawOfTheDay() {
    String title = "medical-devices: Medical device law";
    assertThat(Run.of("rules", "--coverage", "--as-of", "2018-01-01").out())
        .contains(title, "Medical Devices Regulation (EU) 2017/745", "Turn to: ")
        .doesNotContain("(EU) 2022/2554");
    assertThat(Run.of("rules", "--coverage", "--as-of", "2026-11-30").out())
        .contains(title, "Regulation (EU) 2022/2554")
        .containsPattern("Turn to: the data protection officer, and the supervisory authority");
  }

  @Test
  void aCheckOfRulesFindsASlipInWhatTheyDoNotKnow() throws IOException {
    Path rules = Files.createDirectories(directory.resolve("own"));
    Files.writeString(rules.resolve("own.drl"), "package own\n");
    Files.createDirectories(rules.resolve("catalog"));
    Files.writeString(
        rules.resolve("catalog/coverage.yaml"),
        "coverage:\n  - {id: a, title: A, question: main, where: [{lists: [modls]}], law: l,"
            + " turn_to: t, says: s}\n");
    Run run = Run.of("check", "--rules", rules);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .contains(
            "catalog/coverage.yaml:2:56: 'modls' is no list of facts; did you mean 'models'?");
  }

  @Test
  void printsATableOfDocumentedDecisions() {
    Run run = Run.of("backtest", "facts/cases/tiktok-dpc-2025.yaml");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("tiktok-dpc-2025  restrict   restrict  agrees     data/remote-access-is-transfer")
        .contains("1 case: 1 agree, 0 disagree for a reason, 0 lack rules, 0 fail");
    assertThat(Run.of("backtest", "--format", "markdown", "facts/cases/tiktok-dpc-2025.yaml").out())
        .contains("| **tiktok-dpc-2025**");
    assertThat(
            JsonMapper.shared()
                .readTree(
                    Run.of("backtest", "--format", "json", "facts/cases/tiktok-dpc-2025.yaml")
                        .out())
                .at("/cases/0/decided_by")
                .size())
        .isEqualTo(2);
  }

  @Test
  void saysHowOftenItWasRightWithTheRulesOfTodayAndAtFirstRun() throws IOException {
    String decision = Files.readString(Path.of("facts/cases/tiktok-dpc-2025.yaml"));
    Files.writeString(
        directory.resolve("missed-at-first.yaml"),
        decision.replace(
            "  blind: false\n",
            """
              blind: true
              first_run: {result: disagrees, stance: investigate, date: 2026-11-30, rules: 7e89120}
            """));
    Files.writeString(
        directory.resolve("allowed.yaml"),
        decision
            .replace("stance: restrict", "stance: permit")
            .replace(
                "  blind: false\n",
                """
                  blind: true
                  first_run: {result: disagrees, stance: prohibit, date: 2026-11-30, rules: 0.1.0}
                  disagrees: a permission that was never given
                """));
    Files.writeString(directory.resolve("not-blind.yaml"), decision);
    Run run = Run.of("backtest", directory);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "3 cases: 2 agree, 1 disagree for a reason, 0 lack rules, 0 fail\n",
            "With the rules of today, all cases\n",
            "right: 2 of 3 (66 %); right by direction: 2 of 3 (66 %); spoken against: 1 of 1 in",
            "At first run, cases with blind facts only\n",
            "right: 0 of 2 (0 %); right by direction: 0 of 2 (0 %); spoken against: 1 of 1 in",
            "not counted: 1 of 3 cases (1 not known to be blind, 0 without a first run)\n");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= Door.COLUMNS);
    assertThat(Run.of("backtest", "--format", "markdown", directory).out())
        .containsSubsequence(
            "## With the rules of today, all cases",
            "| **against** | 2 | 2 | 2 |  |\n",
            "## At first run, cases with blind facts only",
            "| restrict | 1 | 0 | 0 |  |\n",
            "| **total** | 2 | 0 | 0 | 1 |\n");
    JsonNode json =
        JsonMapper.shared().readTree(Run.of("backtest", "--format", "json", directory).out());
    assertThat(json.at("/rates/today/total/right").intValue()).isEqualTo(2);
    assertThat(json.at("/rates/first_run/total/cases").intValue()).isEqualTo(2);
    assertThat(json.at("/rates/first_run/not_blind").intValue()).isEqualTo(1);
    assertThat(json.at("/cases/0/first_run/stance").stringValue()).isEqualTo("prohibit");
  }

  @Test
  void failsABacktestThatDiffers() throws IOException {
    Path file = directory.resolve("case.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("facts/cases/tiktok-dpc-2025.yaml"))
            .replace("stance: restrict", "stance: permit"));
    assertThat(Run.of("backtest", file).code()).isEqualTo(1);
    assertThat(Run.of("backtest", "facts/examples/magnet-importer.yaml").code()).isEqualTo(3);
    assertThat(Run.of("backtest", directory.resolve("none.yaml")).code()).isEqualTo(2);
    assertThat(Run.of("assess", "--quiet", "facts/cases/tiktok-dpc-2025.yaml").code()).isZero();
  }

  private static String rule(String day) {
    return Run.of("rules", "--as-of", day)
        .out()
        .lines()
        .filter(line -> line.startsWith(GP10 + " "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsARule() {
    Run run = Run.of("rules", "show", GP10);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Export-control breach risk · " + GP10)
        .containsSubsequence(
            "finding",
            "high",
            "yes on 2026-11-01, from 2025-05-13",
            "answered by",
            "export-control/keep-ascend-out-of-service",
            "Basis",
            "BIS guidance of 13 May 2025",
            "15 CFR 736.2(b)(10)",
            "https://",
            "Conditions",
            "rules/export-control/huawei-ascend.drl:",
            "insertLogical");
  }

  @Test
  void saysTheConditionsOfARuleInSentences() {
    assertThat(words(GP10))
        .containsSubsequence(
            "An item is exposed to General Prohibition Ten.",
            "ground is named or unspecified_ascend.",
            "What they mention",
            "is exposed to General Prohibition Ten: concluded by derived/gp10-exposure");
    assertThat(words("inputs/rare-earth-single-source"))
        .containsSubsequence(
            "A country has a share in a critical input such that the country is CN",
            "the share is at least 0.65 (dependency.share)",
            "its material names one of: samarium, gadolinium",
            "dependency.share: the parameter 0.65; source: project parameter");
    assertThat(words("chips/eu-designed-alternative"))
        .contains("its designer_hq is in the group eu", "eu: the group AT, BE");
  }

  private static String words(String rule) {
    return Run.of("rules", "show", rule).out().replaceAll("\\s+", " ");
  }

  @Test
  void saysNoConditionInTheWordsOfAProgram() {
    for (String rule : Run.of("rules", "--all").out().lines().map(s -> s.split(" ")[0]).toList()) {
      String out = Run.of("rules", "show", rule).out();
      int from = out.indexOf("\nConditions\n");
      assertThat(out.substring(from, out.indexOf("\nrules/", from)))
          .as(rule)
          .doesNotContainPattern(
              "\\bnull\\b|\\$|==|\\(\\)|\\.\\*|\\b(with a|with on|is so|contain|belongs to"
                  + " it)\\b|\\b[a-su-z][a-z]*[A-Z]\\w*");
    }
  }

  @Test
  void showsWhatAnAdviceRuleRecommends() {
    assertThat(Run.of("rules", "show", "export-control/keep-ascend-out-of-service").out())
        .contains("advice", "Keep {on} out of service", "subject · now, within 7 days · should");
  }

  @Test
  void suggestsTheRuleThatWasMeant() {
    Run run = Run.of("rules", "show", "export-control/huawei-ascnd-gp10");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean '" + GP10 + "'");
    assertThat(Run.of("rules", "show", "zzz").err()).contains("'advisor rules --all' lists them");
  }

  @Test
  void listsRulesOfOnesOwn() throws IOException {
    Path rules = Files.createDirectory(directory.resolve("rules"));
    Files.writeString(rules.resolve("a.drl"), "rule \"own/broken\" when Nope() then end");
    assertThat(Run.of("rules", "--rules", rules).code()).isEqualTo(5);
    assertThat(Run.of("rules", "show", GP10, "--rules", rules).code()).isEqualTo(5);
  }

  @Test
  void checksFactsWithoutAssessingThem() throws IOException {
    Path good =
        Files.writeString(
            directory.resolve("good.yaml"),
            "subject: {id: a}\n"
                + "talent: [{id: t, field: x}]\n"
                + "---\n"
                + "subject: {id: b}\n"
                + "talent: [{id: t, field: x}]\n");
    Run run = Run.of("check", good);
    assertThat(run)
        .isEqualTo(new Run(0, "2 fact sets in 1 file are valid" + System.lineSeparator(), ""));
    Path wrong =
        Files.writeString(directory.resolve("wrong.yaml"), "subject: {id: a, countri: SE}\n");
    Run both = Run.of("check", good, wrong, directory.resolve("missing.yaml"));
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.out()).startsWith("2 fact sets in 1 file");
    assertThat(both.err().lines()).hasSize(2);
    assertThat(Run.of("check", wrong).code()).isEqualTo(3);
    assertThat(Run.of("check", wrong).out()).isEmpty();
    assertThat(Run.reading("subject: {id: a}\n", "check", "-").out())
        .startsWith("1 fact set in 1 file is valid");
  }

  @Test
  void reportsAllThatIsWrongWithAFileAtOnce() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("wrong.yaml"),
            """
            subject: {id: a, countri: SE}
            accelerators:
              - {id: x, product: huawei-ascend-911, lifecycle: opperating}
            data_flows:
              - {id: f, model: nope}
            """);
    assertThat(Run.of("check", file).err().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("unknown field 'countri'"))
        .anyMatch(line -> line.contains("product 'huawei-ascend-911' is not among"))
        .anyMatch(line -> line.contains("'opperating' is not a lifecycle"))
        .anyMatch(line -> line.contains("model names 'nope'"));
  }

  @Test
  void keepsIdsWholeOnANarrowTerminal() {
    var cards = eu.policyadvisor.Advisor.standard().knowledge().cards().values();
    assertThat(eu.policyadvisor.report.rules.RuleCoverage.render(cards, 80).lines())
        .allMatch(line -> line.length() <= 80)
        .noneMatch(line -> line.strip().startsWith(","));
  }

  @Test
  void printsTheSchemaOfResults() {
    Run run = Run.of("schema", "results");
    assertThat(run.code()).isZero();
    assertThat(new JsonMapper().readTree(run.out()).get("$id").asString())
        .endsWith("/assessment-1");
    assertThat(Run.of("schema", "nonsense").err()).contains("'nonsense' is none of facts, results");
  }

  @Test
  void printsTheSchemaOfFacts() throws IOException {
    Run run = Run.of("schema");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(Path.of("facts/facts.schema.json")));
    assertThat(Run.of("schema", "facts")).isEqualTo(run);
  }

  @Test
  void printsACompletionScript() {
    Run run = Run.of("completion");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("assess", "--fail-on", "moderate", "completion");
  }

  @Test
  void givesTheFirstExitCodeInTheDocumentedOrder() {
    List<Exit> order =
        List.of(
            Exit.INTERNAL,
            Exit.RULES,
            Exit.USAGE,
            Exit.INVALID_FACTS,
            Exit.FINDINGS,
            Exit.UNDETERMINED,
            Exit.DONE);
    for (Exit one : order) {
      assertThat(Exit.of(one.code())).isEqualTo(one);
      for (Exit other : order) {
        Exit first = order.indexOf(one) <= order.indexOf(other) ? one : other;
        assertThat(one.or(other)).isEqualTo(first);
      }
    }
    assertThat(order.stream().map(Exit::code)).containsExactly(70, 5, 2, 3, 1, 4, 0);
  }
}
