package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two situations, or between two versions of the rules, and why. */
class CompareCommandTest {
  private static final String ASCEND = "facts/examples/ascend-cluster.yaml";
  private static final String MAGNETS = "facts/examples/magnet-importer.yaml";

  @TempDir Path directory;

  @Nested
  class TwoVersionsOfTheRules {
    private static final String RARE_EARTHS = "inputs/rare-earths.drl";
    private static final String OCTOBER = "facts/cases/rare-earths-october-2025.yaml";

    @Test
    void aChangedThresholdNamesTheCasesThatChangeAndWhy() throws IOException {
      Path changed = copyOfTheRules();
      edit(
          changed,
          "parameters.yaml",
          "{name: dependency.share, value: 0.65",
          "{name: dependency.share, value: 0.9");
      Run run = Run.of("compare", "--rules", "rules", changed, "facts/examples", "facts/cases");
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isEqualTo(1);
      assertThat(flat(run))
          .contains(
              "1 edit; advice differs for 1 of ",
              "parameter dependency.share: value 0.65 → 0.9",
              OCTOBER,
              "- finding inputs/rare-earth-concentration on rare-earths (moderate, confidence 0.8)",
              "- recommendation inputs/tell-the-elements on rare-earths",
              "concluded under rules: Other rare earths, one country ← parameter dependency.share ="
                  + " 0.65",
              "not concluded under " + changed + ": share must be at least 0.9",
              ".shares.CN = 0.85 · rare-earths-october-2025.yaml:21)")
          .doesNotContain("facts/examples", "Together", "No edit was found");
    }

    @Test
    void aChangedDateAndSeverityEachNameWhatTheyChange() throws IOException {
      Path changed = copyOfTheRules();
      edit(
          changed, RARE_EARTHS, "date-effective \"04-Apr-2025\"", "date-effective \"01-Jan-2027\"");
      edit(
          changed,
          "export-control/huawei-ascend.drl",
          "@severity(\"high\")",
          "@severity(\"moderate\")");
      Run run = Run.of("compare", "--rules", "rules", changed, ASCEND, MAGNETS);
      assertThat(run.code()).isEqualTo(1);
      assertThat(flat(run))
          .contains(
              "rule inputs/rare-earth-single-source: date-effective 2025-04-04 → 2027-01-01 ("
                  + changed.resolve(RARE_EARTHS)
                  + ":16)",
              "the rule is not in force on 2026-11-01; it holds from 2027-01-01",
              "rule export-control/huawei-ascend-gp10: severity high → moderate",
              "~ finding export-control/huawei-ascend-gp10 on expansion: severity high → moderate")
          // it came because another finding went, which no proof holds
          .contains(
              "+ finding dependency/dependence-on-one-country on magnets (high, confidence 0.85)"
                  + " *");
    }

    @Test
    void aRuleWithTheAdviceOnItIsNamedTogetherWithIt() throws IOException {
      Path before = copyOfTheRules();
      Files.delete(before.resolve("chips/chips-target.drl"));
      Run run = Run.of("compare", "--rules", before, "rules", "facts/examples/union-position.yaml");
      assertThat(flat(run))
          .contains(
              "rule chips/chips-act-target-realism added (rules/chips/chips-target.drl:8)",
              "Together: rule chips/chips-act-target-realism added"
                  + " (rules/chips/chips-target.drl:8); and rule chips/plan-for-choke-points added",
              "not concluded under " + before + ": there is no such rule");
    }

    @Test
    void namesAnEntryOfTheCatalogueAndAGroupOfCountries() throws IOException {
      Path changed = copyOfTheRules();
      edit(changed, "catalog/models.yaml", "developer_hq: CN", "developer_hq: FR");
      edit(changed, "catalog/country-groups.yaml", "countries: [", "countries: [US, ");
      Run run = Run.of("compare", "--rules", "rules", changed, "facts/examples");
      assertThat(flat(run))
          .contains("catalogue entry models/", "developer_hq CN → FR", "countries added: US");
    }

    @Test
    void rewritingWithoutChangingTheMeaningIsNoEdit() throws IOException {
      Path changed = copyOfTheRules();
      edit(changed, RARE_EARTHS, "\nwhen", "\n  // the words of the law\n  when  ");
      Run run = Run.of("compare", "--rules", "rules", changed, "facts/examples");
      assertThat(run.code()).isZero();
      assertThat(flat(run)).contains("no edit that matters; advice is the same for 8 fact sets");
    }

    @Test
    void listsEditsWithoutEffect() throws IOException {
      Path changed = copyOfTheRules();
      edit(changed, "parameters.yaml", "window.days, value: 180", "window.days, value: 181");
      Run run = Run.of("compare", "--rules", "rules", changed, ASCEND);
      assertThat(run.code()).isZero();
      assertThat(flat(run))
          .contains("Without effect on these facts parameter window.days: value 180 → 181");
    }

    @Test
    void speaksJsonAndMarkdown() throws IOException {
      Path changed = copyOfTheRules();
      edit(
          changed,
          "parameters.yaml",
          "{name: dependency.share, value: 0.65",
          "{name: dependency.share, value: 0.9");
      assertThat(Run.of("compare", "--rules", "rules", changed, OCTOBER, "--format", "json").out())
          .contains(
              "\"name\": \"dependency.share\"",
              "\"before\": \"0.65\"",
              "\"rule\": \"inputs/rare-earth-concentration\"",
              "\"in_proof\": true",
              "\"differs\": true");
      assertThat(
              Run.of("compare", "--rules", "rules", changed, OCTOBER, "--format", "markdown").out())
          .startsWith("# Rules: rules → ")
          .contains("## parameter dependency.share: value 0.65 → 0.9\n");
    }

    @Test
    void refusesTheSameRulesTwice() {
      Run run = Run.of("compare", "--rules", "rules", "./rules", ASCEND);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("'rules' and './rules' are the same rules");
    }

    @Test
    void refusesAFileInPlaceOfADirectory() {
      Run run = Run.of("compare", "--rules", "rules", "rules/parameters.yaml", ASCEND);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains("'rules/parameters.yaml' is a file; --rules takes directories");
    }

    @Test
    void refusesADirectoryWithoutRules() {
      Run run = Run.of("compare", "--rules", "rules", directory, ASCEND);
      assertThat(run.code()).isEqualTo(5);
      assertThat(run.err()).isEqualTo(directory + ": holds no rules (*.drl)\n");
    }

    @Test
    void namesAllThatIsWrongWithBothVersions(@TempDir Path other) throws IOException {
      Files.writeString(
          directory.resolve("own.drl"), "package own\nrule \"own/a\" when then end\n");
      Files.writeString(other.resolve("parameters.yaml"), "parameters: 1\n");
      Files.writeString(other.resolve("own.drl"), "package own\n");
      Run run = Run.of("compare", "--rules", directory, other, ASCEND);
      assertThat(run.code()).isEqualTo(5);
      assertThat(run.err())
          .contains(
              "own.drl:2:1: rule 'own/a' has no @kind", "parameters.yaml:1:1: must hold one list");
    }

    @Test
    void needsFacts() throws IOException {
      Path changed = copyOfTheRules();
      Run none = Run.of("compare", "--rules", "rules", changed);
      assertThat(none.code()).isEqualTo(2);
      assertThat(none.err()).contains("name the facts on which advice is compared");
      Run empty =
          Run.of(
              "compare",
              "--rules",
              "rules",
              changed,
              Files.createDirectory(directory.resolve("f")));
      assertThat(empty.code()).isEqualTo(2);
      assertThat(empty.err()).contains("the directory holds no fact files");
      assertThat(empty.out()).isEmpty();
    }

    @Test
    void namesFactsThatOnlyOneVersionAccepts() throws IOException {
      Path before = copyOfTheRules();
      edit(before, "catalog/models.yaml", "id: deepseek-r1", "id: deepseek-r0");
      Path facts =
          Files.writeString(
              directory.resolve("m.yaml"),
              "subject: {type: company}\nmodels: [{id: m, product: deepseek-r1}]\n");
      Run run = Run.of("compare", "--rules", before, "rules", facts, ASCEND);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err())
          .contains("m.yaml:2:27:", "deepseek-r1", "(under the rules of " + before + ")");
      assertThat(run.out()).contains("1 fact set");
    }
  }

  @Nested
  class TwoSituations {
    @Test
    void namesTheFactsThatCauseEachDifferenceWithTheLinesOfBothFiles() throws IOException {
      Path other = edited(ASCEND, "purpose: production", "purpose: technical_evaluation");
      Run run = Run.of("compare", ASCEND, other);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
      assertThat(flat(run))
          .contains(
              "accelerators[expansion].purpose: production ("
                  + ASCEND
                  + ":28) →"
                  + " technical_evaluation ("
                  + other
                  + ":28)"
                  + " + finding export-control/gp10-evaluation-exception on expansion",
              "- finding export-control/huawei-ascend-gp10 on expansion",
              "Without effect on the advice accelerators[h100-pool].purpose: production")
          .doesNotContain("No differing fact");
    }

    @Test
    void namesFactsThatAreNeededTogether() throws IOException {
      Path none = subject("none.yaml", "us_nexus: [], cn_operations: false");
      Path both = subject("both.yaml", "us_nexus: [subsidiary], cn_operations: true");
      Run run = Run.of("compare", none, both);
      assertThat(run.code()).isEqualTo(1);
      assertThat(flat(run))
          .contains(
              "Together: subject.us_nexus: [] (%s:2) → [subsidiary] (%s:2); and"
                      .formatted(none, both)
                  + " subject.cn_operations: false (%s:2) → true (%s:2)".formatted(none, both),
              "+ finding geo/stack-between-ecosystems on subject");
      for (String one :
          new String[] {
            "us_nexus: [subsidiary], cn_operations: false", "us_nexus: [], cn_operations: true"
          }) {
        assertThat(flat(Run.of("compare", none, subject("one.yaml", one))))
            .as("alone: %s", one)
            .contains("1 fact differs")
            .doesNotContain("Together", "geo/stack-between-ecosystems");
      }
    }

    private Path subject(String name, String fields) throws IOException {
      return Files.writeString(
          directory.resolve(name),
          "as_of: 2026-11-01\nsubject: {type: company, country: SE, %s}\n".formatted(fields));
    }

    @Test
    void namesOneFactThatIsEnoughByItself() throws IOException {
      Path one = facts("one.yaml", "operating", "production");
      Path other = facts("other.yaml", "planned", "production");
      String all = flat(Run.of("compare", one, other));
      assertThat(all).contains("accelerators[a].lifecycle: operating").doesNotContain("Together");
      Path third =
          Files.writeString(
              directory.resolve("third.yaml"), "as_of: 2026-11-01\nsubject: {type: company}\n");
      assertThat(flat(Run.of("compare", third, one)))
          .contains("accelerators[a] only in the second: not there", "Without effect");
    }

    @Test
    void anAddedFactComesWithTheFactsThatItNames() {
      assertThat(flat(Run.of("compare", ASCEND, "facts/examples/hospital-open-weight-model.yaml")))
          .contains(
              "accelerators[ascend-offer] only in the second (with accelerators[own-gpus], which it"
                  + " goes with)")
          .doesNotContain("No differing fact", "Together", " *");
    }

    @Test
    void theDateIsADifferenceToo() throws IOException {
      Path other = edited(ASCEND, "as_of: 2026-11-01", "as_of: 2025-05-01");
      Run run = Run.of("compare", ASCEND, other);
      assertThat(flat(run))
          .contains(
              "as_of: 2026-11-01 ("
                  + ASCEND
                  + ":5) → 2025-05-01 ("
                  + other
                  + ":5)"
                  + " ~ stance restrict → diversify");
      assertThat(Run.of("compare", ASCEND, other, "--as-of", "2026-11-01").code()).isZero();
    }

    @Test
    void theSameFactsGiveTheSameAdvice() throws IOException {
      Run run = Run.of("compare", ASCEND, edited(ASCEND, "purpose", "purpose"));
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("0 facts differ; the advice is the same");
    }

    @Test
    void refusesWhatAreNotTwoFilesWithOneFactSetEach() throws IOException {
      Path many =
          Files.writeString(
              directory.resolve("many.yaml"),
              "subject: {type: company}\n---\nsubject: {type: company}\n");
      assertThat(Run.of("compare", ASCEND, many))
          .satisfies(run -> assertThat(run.code()).isEqualTo(2))
          .satisfies(run -> assertThat(run.err()).contains("many.yaml' holds 2 fact sets; two"));
      assertThat(Run.of("compare", ASCEND, ASCEND))
          .satisfies(run -> assertThat(run.code()).isEqualTo(2))
          .satisfies(run -> assertThat(run.err()).contains("are the same file; name two"));
      assertThat(Run.of("compare", ASCEND))
          .satisfies(run -> assertThat(run.code()).isEqualTo(2))
          .satisfies(run -> assertThat(run.err()).contains("takes two fact files, A and B"));
      assertThat(Run.of("compare", ASCEND, "no-such.yaml"))
          .satisfies(run -> assertThat(run.code()).isEqualTo(2))
          .satisfies(run -> assertThat(run.err()).contains("no-such.yaml: there is no such file"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
      Path wrong = Files.writeString(directory.resolve("w.yaml"), "subject: {typ: company}\n");
      Run run = Run.of("compare", ASCEND, wrong);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("w.yaml:1:11: unknown field 'typ' of subject");
    }

    @Test
    void speaksJsonAndMarkdown() throws IOException {
      Path other = edited(ASCEND, "purpose: production", "purpose: technical_evaluation");
      assertThat(Run.of("compare", ASCEND, other, "--format", "json").out())
          .contains("\"path\": \"accelerators[expansion].purpose\"", "\"line\": 28");
      assertThat(Run.of("compare", ASCEND, other, "--format", "markdown").out())
          .startsWith("# " + ASCEND)
          .contains("## accelerators\\[expansion\\].purpose: production");
    }

    private Path facts(String name, String lifecycle, String purpose) throws IOException {
      return Files.writeString(
          directory.resolve(name),
          """
          as_of: 2026-11-01
          subject: {type: company, country: SE}
          accelerators: [{id: a, product: huawei-ascend-910c, lifecycle: %s, purpose: %s}]
          """
              .formatted(lifecycle, purpose));
    }

    private Path edited(String file, String from, String to) throws IOException {
      return Files.writeString(
          directory.resolve("edited.yaml"), Files.readString(Path.of(file)).replace(from, to));
    }
  }

  private Path copyOfTheRules() throws IOException {
    Path copy = directory.resolve("rules");
    try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
      for (Path path : paths.toList()) {
        Path target = copy.resolve(Path.of("rules").relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return copy;
  }

  /** Replaces the first place at which a text stands. */
  private static void edit(Path rules, String file, String from, String to) throws IOException {
    Path path = rules.resolve(file);
    String text = Files.readString(path);
    int at = text.indexOf(from);
    assertThat(at).as("%s stands in %s", from, file).isNotNegative();
    Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** What was printed, without line breaks and indents. */
  private static String flat(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }
}
