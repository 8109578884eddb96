package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Explainer;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.explanation.ExplanationReport.Explained;
import eu.policyadvisor.report.explanation.ExplanationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why rules concluded, and why not. */
class ExplainCommandTest {
  private static final String ASCEND = "facts/examples/ascend-cluster.yaml";

  /** A value to write, and what stands in its place. */
  private static final Pattern EDIT =
      Pattern.compile("(?<key>\\w+): (?<value>\\S+)  # line (?<line>\\d+) says (?<was>\\S+)");

  @Test
  void showsTheProofOfAFindingDownToLinesOfTheFile() {
    Run run = Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--on", "ascend-pool");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "concluded",
            "15 CFR 736.2(b)(10)",
            "ascend-pool.lifecycle = operating · ascend-cluster.yaml:19:16",
            "see [2]")
        .doesNotContain("expansion");
    // the finding, the exposure below it, the activity below that, a value below that
    assertThat(run.out()).containsPattern("\n      └─ ascend-pool");
  }

  @Test
  void callsNothingEuropeanThatRunsWithAProviderUnderAParentElsewhere(@TempDir Path directory)
      throws IOException {
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(
        facts,
        """
        as_of: 2026-11-30
        subject: {type: public_authority, country: AT}
        models:
          - {id: m, weights: open, developer_hq: CN, hosting_country: AT, egress_blocked: true,
             deployment: eu_cloud_self_host, cloud_service: c}
        cloud_services:
          - {id: c, ultimate_parent_hq: US, region: AT}
        """);

    Run run =
        Run.of(
            "explain",
            facts.toString(),
            "models/self-hosted-open-weight-mitigates-transfer",
            "--as-of",
            "2026-11-30");

    assertThat(run.out())
        .contains(
            "concluded",
            "runs in the European Economic Area, without a path to its developer",
            "c.ultimate_parent_hq = US")
        .doesNotContain("European control");
  }

  @Test
  void givesEachInstrumentTheStatusOfTheDay(@TempDir Path directory) throws IOException {
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(
        facts,
        """
        subject: {type: company, country: DE}
        suppliers:
          - {id: s, hq: CN, owned_by: o, role: [customer], subject_to_ear: true}
          - {id: o, hq: CN, lists: [us_entity_list], entity_listed_since: 2024-12-02, role: [customer]}
        """);

    assertThat(
            Run.of("explain", facts.toString(), "derived/listed-owner", "--as-of", "2025-10-01")
                .out())
        .containsPattern("BIS Affiliates Rule of 29 September 2025, [^(]*\\(in force\\)");
    assertThat(
            Run.of("explain", facts.toString(), "derived/listed-owner", "--as-of", "2026-01-01")
                .out())
        .containsPattern("BIS Affiliates Rule of 29 September 2025, [^(]*\\(suspended\\)");
  }

  @Test
  void namesTheConditionThatFailedWithItsValueAndLineAndATestedEdit() throws IOException {
    Run run =
        Run.of("explain", ASCEND, "export-control/gp10-evaluation-exception", "--on", "expansion");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "✗ purpose must be technical_evaluation",
            "expansion.purpose = production · ascend-cluster.yaml:28",
            "      - id: expansion\n"
                + "        purpose: technical_evaluation  # line 28 says production");
  }

  @Test
  void theEditThatItSuggestsDoesWhatItSays(@TempDir Path directory) throws IOException {
    String rule = "export-control/gp10-evaluation-exception";
    Run before = Run.of("explain", ASCEND, rule, "--on", "expansion");
    assertThat(before.code()).isZero();
    assertThat(before.out()).doesNotContain("\nconcluded\n");
    Matcher edit = EDIT.matcher(before.out());
    assertThat(edit.find()).as("an edit in %s", before.out()).isTrue();

    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(ASCEND)));
    int line = Integer.parseInt(edit.group("line")) - 1;
    String was = edit.group("key") + ": " + edit.group("was");
    assertThat(lines.get(line)).endsWith(was);
    lines.set(line, lines.get(line).replace(was, edit.group("key") + ": " + edit.group("value")));
    Path edited = Files.write(directory.resolve("edited.yaml"), lines);
    Run after = Run.of("explain", edited, rule, "--on", "expansion");
    assertThat(after.code()).isZero();
    assertThat(after.out()).contains("\nconcluded\n");
  }

  @Test
  void speaksOfNoRuleInTheWordsOfAProgram() throws IOException {
    Advisor advisor = Advisor.standard();
    FactSet facts =
        advisor.read(Path.of("facts/examples/ministry-chat-app.yaml")).factSets().get(0);
    // As the command does, but that the facts are assessed once for all rules.
    Explainer explainer =
        new Explainer(advisor.inquire(facts, Objects.requireNonNull(facts.asOf())), Depth.NORMAL);
    Set<String> rules = advisor.knowledge().cards().keySet();
    assertThat(rules).hasSizeGreaterThan(100);
    for (String rule : rules) {
      Explained explained =
          new Explained(explainer.assessment(), List.of(explainer.explain(rule, null)));
      assertThat(new ExplanationText(Door.COLUMNS, false).render(List.of(explained)))
          .as(rule)
          .doesNotContainPattern("\\bnull\\b|eu\\.policyadvisor|\\b[a-z]+[A-Z]\\w*|\\$");
    }
  }

  @Test
  void saysSinceWhenARuleHolds() {
    Run run =
        Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--as-of", "2025-05-01");
    assertThat(run.out()).contains("not in force on 2025-05-01: it holds from 13 May 2025");
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
        Run.of(
            "explain",
            "facts/examples/hospital-open-weight-model.yaml",
            "dependency/qualify-second-vendor",
            "--format",
            "markdown");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("# ")
        .contains(
            "**superseded**.",
            "It yields to dependency/swap-is-not-diversification: A chip that US guidance",
            "(`dependency/swap-supersedes-second-vendor`)")
        .doesNotContain("**concluded**");
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
            "export-control/huawei-ascend-gp10 on expansion: expansion.named_in_guidance is true",
            "Rules of every kind are counted here",
            "finding rules, concluded (",
            "finding rules, clear (",
            "finding rules, undetermined (");
    assertThat(Run.of("assess", ASCEND, "--show", "all", "--format", "json").out())
        .contains(
            "\"rule\": \"export-control/huawei-ascend-gp10\",\n"
                + "          \"status\": \"concluded\"");
  }

  private static String told(Object... arguments) {
    return Run.of(arguments).out().replaceAll("[\\s│├└─]+", " ");
  }

  @Test
  void saysWhatARuleIsAboutWhenAskedOnAnotherKindOfFact() {
    assertThat(
            told(
                "explain",
                "facts/examples/magnet-importer.yaml",
                "inputs/rare-earth-thin-stock",
                "--on",
                "content-rule"))
        .contains(
            "does not concern content-rule, which stands among the policy events; the rule is"
                + " about critical inputs, and it concluded on magnets")
        .doesNotContain("clear");
  }

  @Test
  void leavesOutDocumentsThatDoNotHoldTheFact(@TempDir Path directory) throws IOException {
    Path two =
        Files.writeString(
            directory.resolve("two.yaml"),
            "subject: {id: first}\n"
                + "---\n"
                + "subject: {id: second}\n"
                + "models:\n"
                + "  - {id: m, weights: open}\n");
    assertThat(Run.of("explain", two, "derived/reversibility-open-model", "--on", "m").out())
        .contains("second", "concluded")
        .doesNotContain("first", "undetermined");
  }

  @Test
  void namesTheFindingThatDidNotComeAndWhatANewEntryWouldNeed() {
    assertThat(told("explain", ASCEND, "inputs/rare-earth-thin-stock"))
        .contains(
            "undetermined only because the list of critical inputs is not stated",
            "What keeps it from concluding",
            "not concluded: the finding Rare earths from China (inputs/rare-earth-single-source)",
            "in a new entry country must be CN; share must be at least 0.65 (dependency.share);",
            "material must name one of: samarium, gadolinium")
        .doesNotContain(
            "new-critical-input.", "new-critical-input]", "(?i)", "a finding", "nearest facts");
  }

  @Test
  void namesGroupsAndAlternativesInWords() {
    assertThat(told("explain", ASCEND, "chips/security-assurance-absent"))
        .contains("sensitivity must be high or classified");
    assertThat(told("explain", ASCEND, "derived/transfer-risk-no-decision"))
        .doesNotContain("must contain", "countries of the group");
    assertThat(told("explain", ASCEND, "geo/single-market-split"))
        .contains(
            "imposing_country must be outside the group eu",
            "Nothing that can be chosen here would change it; it turns on: another entry of"
                + " policy_events.");
  }

  @Test
  void takesNoWayThatContradictsTheRule() {
    assertThat(told("explain", ASCEND, "data/direct-collection-nuance"))
        .contains("exporter_in_eu must be false", "The smallest edit")
        .doesNotContain("exporter_in_eu must be true");
    assertThat(told("explain", "facts/examples/magnet-importer.yaml", "data/tia-missing"))
        .contains("The smallest edit", "tia: ");
  }

  private static final String TAX_AGENCY =
      """
      subject: {id: agency, type: public_authority, country: AT}
      models:
        - id: qwen
          %s
          deployment: eu_cloud_self_host
          hosting_country: DE
          cloud_service: rented
          stage: idea
          egress_blocked: true
          integrity_checked: true
      cloud_services:
        - {id: rented, ultimate_parent_hq: US, region: DE, keys_held_by: customer}
      policy_events: []
      """;

  private static String chosen(Path directory, String qwen, String... asked) throws IOException {
    Path file = Files.writeString(directory.resolve("agency.yaml"), TAX_AGENCY.formatted(qwen));
    List<Object> arguments = new ArrayList<>(List.of("explain", file));
    arguments.addAll(List.of(asked));
    return told(arguments.toArray());
  }

  @Test
  void choosesAnotherModelAndMovesNoDeveloper(@TempDir Path directory) throws IOException {
    assertThat(
            chosen(
                directory,
                "product: qwen3",
                "models/european-model-on-own-machines",
                "--on",
                "qwen"))
        .containsPattern("applied and run: models: - id: qwen product: [a-z0-9.-]+ # line 4 says")
        .doesNotContain("developer_hq: ");
  }

  @Test
  void choosesAnotherProviderWithAnotherOwner(@TempDir Path directory) throws IOException {
    assertThat(chosen(directory, "product: qwen3", "compute/european-cloud", "--on", "rented"))
        .contains("provider: another provider # not stated ultimate_parent_hq: ");
  }

  @Test
  void saysWhatItTurnsOnWhereNothingCanBeChosen(@TempDir Path directory) throws IOException {
    assertThat(
            chosen(
                directory,
                "developer_hq: CN\n    weights: open",
                "models/european-model-on-own-machines",
                "--on",
                "qwen"))
        .contains(
            "Nothing that can be chosen here would change it; it turns on: developer_hq of qwen.")
        .doesNotContain("The smallest edit");
  }

  @Test
  void saysWhatIsPresumedAndWhy() {
    assertThat(told("explain", ASCEND, "export-control/huawei-ascend-gp10", "--on", "ascend-pool"))
        .contains(
            "(ascend-pool) (presumed)",
            "presumed: Nothing says that a chip is out of use",
            "ascend-pool.purpose is not known")
        .doesNotContain("what it makes of that");
  }

  @Test
  void saysLastWhereElseAConcludedRuleMayConclude() {
    assertThat(told("explain", ASCEND, "export-control/huawei-ascend-gp10"))
        .contains("It may also conclude when implies_hardware of PyTorch (pytorch) is known.")
        .doesNotContain("waits for");
  }

  @Test
  void showsProofsOfOneKindOnceAndRefersToFindingsShownAbove() {
    String all = told("explain", ASCEND);
    assertThat(all)
        .contains(
            "by the same rules as [1], [7] to [10] included, on expansion.named_in_guidance",
            "Findings whose proofs stand within those above",
            "(export-control/huawei-ascend-gp10): see [2], [7] and [12]");
    assertThat(all)
        .as("what was presumed of one chip was presumed of the other in the same way")
        .containsOnlyOnce("by derived/gp10-activity-presumed");
  }

  @Test
  void leavesAddressesWhole() {
    assertThat(Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10").out())
        .contains("performance-and-strategy-70bc4b5bab6d");
  }

  @Test
  void asksForTheThemeWhereNoRuleIsNear() {
    assertThat(Run.of("explain", ASCEND, "not/exist").err())
        .contains("with the themes apps, ", "'advisor rules --all' lists them")
        .doesNotContain("did you mean");
  }

  @Test
  void saysWhatItWaitsForInPartsOfJson() {
    assertThat(
            Run.of("explain", ASCEND, "export-control/huawei-ascend-gp10", "--format", "json")
                .out())
        .contains(
            "explanation-2",
            "\"fact\": \"ascend-pool\"",
            "\"path\": \"accelerators[0].named_in_guidance\"",
            "\"edit_searched_in_vain\": false",
            "\"field\": \"implies_hardware\"");
  }
}
