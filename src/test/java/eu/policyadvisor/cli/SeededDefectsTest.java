package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Defects that an analyst may put into a copy of the rules, each one small edit, and the complaint
 * that {@code check --rules} makes of it. Nothing else is complained of.
 */
class SeededDefectsTest {
  private static final Path RULES = Path.of("rules");

  @TempDir Path directory;

  /**
   * A defect.
   *
   * @param file the file of the shipped rules that has it
   * @param find what stands there, once
   * @param replace what stands there instead
   * @param complaint what is said of it, after the file
   */
  private record Defect(String file, String find, String replace, String complaint) {}

  private static final List<Defect> DO_NOT_COMPILE =
      List.of(
          new Defect(
              "talent/skills-gap.drl",
              "vacancyRate >= ",
              "vacancyRat >= ",
              ":18:19: rule 'talent/skills-gap' reads the field 'vacancyRat', which Talent does not"
                  + " have; did you mean 'vacancyRate'?"),
          new Defect(
              "apps/consumers.drl",
              "errorNotice ==",
              "notice ==",
              "reads the field 'notice', which Application does not have; its fields are id,"
                  + " name,"),
          new Defect(
              "chips/memory.drl",
              "Layer.CHIPS",
              "Layer.CHIP",
              "reads 'CHIP', which is no value of Layer; did you mean 'CHIPS'?"),
          new Defect(
              "inputs/licensed-materials.drl",
              "share >= $limit )\n    $licensed : TermGroup( name == \"mofcom-10-2025\"",
              "share >= $limt )\n    $licensed : TermGroup( name == \"mofcom-10-2025\"",
              "reads '$limt', to which no condition before it gives a value; did you mean"
                  + " '$limit'?"),
          new Defect(
              "funding/investai.drl",
              ": Funding(",
              ": Fundng(",
              "reads 'Fundng', which is no kind of fact or conclusion; did you mean 'Funding'?"),
          new Defect(
              "compute/siting.drl",
              "import eu.policyadvisor.fact.Layer\n",
              "",
              "reads 'Layer', which is not imported; add 'import eu.policyadvisor.fact.Layer'"),
          new Defect(
              "models/agents.drl",
              "import eu.policyadvisor.finding.Finding\n",
              "import eu.policyadvisor.finding.Findings\n",
              "imports 'eu.policyadvisor.finding.Findings', which does not exist; did you mean"
                  + " 'eu.policyadvisor.finding.Finding'?"));

  private static final List<Defect> CANNOT_BE_READ =
      List.of(
          new Defect(
              "talent/research-security.drl",
              "militaryLinkedPartner == true, openFundamentalResearch == false",
              "militaryLinkedPartner == true openFundamentalResearch == false",
              "rule 'talent/research-security' cannot be read from 'openFundamentalResearch' on"));

  private static final List<Defect> USED_TWICE =
      List.of(
          new Defect(
              "talent/research-security.drl",
              "rule \"talent/ring-fence-joint-work\"",
              "rule \"talent/research-security\"",
              "rule id 'talent/research-security' is used twice"));

  private static final List<Defect> LACK_METADATA =
      List.of(
          new Defect(
              "talent/skills-gap.drl",
              "    @title(\"Skills are short\")\n",
              "",
              "rule 'talent/skills-gap' has no @title"),
          new Defect(
              "apps/consumers.drl",
              "@severity(\"moderate\") @confidence(0.85)\n"
                  + "    @cites(\"unfair-practices Arts 6 and 7\")\nwhen",
              "@confidence(0.85)\n    @cites(\"unfair-practices Arts 6 and 7\")\nwhen",
              "rule 'apps/consumer-disclosure' has no @severity"),
          new Defect(
              "chips/memory.drl",
              "@layer(\"chips\") @severity",
              "@layer(\"chip\") @severity",
              "has @layer(chip), which is not one of chips, compute"),
          new Defect(
              "talent/open-source.drl",
              "@cites(\"eu-open-source-strategy-2026; merics-ai-2025\")",
              "@cites(\"eu-open-source-strategy-2025; merics-ai-2025\")",
              "cites 'eu-open-source-strategy-2025', which the catalogue does not list; did you"
                  + " mean 'eu-open-source-strategy-2026'?"),
          new Defect(
              "funding/investai.drl",
              "    @kind(\"finding\")\n",
              "    @kind(\"findings\")\n",
              "has @kind(findings), which is not one of concept, finding, advice, precedence"),
          new Defect(
              "compute/siting.drl",
              "@urgency(\"medium\") ",
              "",
              "rule 'compute/grid-first' has no @urgency"),
          new Defect(
              "models/training-data.drl",
              "    date-effective \"17-Dec-2024\"\n",
              "    date-effective \"17-Dec-2024\"\n    date-expires \"17-Dec-2023\"\n",
              "never holds: date-expires is 2023-12-17, not after date-effective, 2024-12-17"));

  /** Each is told of, and most of them are shown by facts that were run. */
  private static final List<Defect> COMPILE =
      List.of(
          new Defect(
              "chips/memory.drl",
              "supplierCount <= $most",
              "supplierCount <= $most, supplierCount > $most",
              "can never conclude: 'supplierCount <= $most' and 'supplierCount > $most' exclude"
                  + " each other; change or remove one of them"),
          new Defect(
              "apps/consumers.drl",
              "stage in (Stage.PILOT, Stage.SERVICE)",
              "stage == Stage.PILOT, stage == Stage.SERVICE",
              "can never conclude: 'stage == null || stage == Stage.PILOT' and 'stage =="
                  + " Stage.SERVICE' exclude each other"),
          new Defect(
              "compute/gigafactory.drl",
              "singleChipVendor == true",
              "singleChipVendor == true, singleChipVendor == null",
              "can never conclude: 'singleChipVendor == true' and 'singleChipVendor == null'"
                  + " exclude each other"),
          new Defect(
              "inputs/gallium-germanium.drl",
              "share >= $limit",
              "share >= $limit, share < $limit",
              "can never conclude: 'share >= $limit' and 'share < $limit' exclude each other"),
          new Defect(
              "models/training-data.drl",
              "    @cites(\"edpb-opinion-28-2024\")\n",
              "    @cites(\"edpb-opinion-28-2024\")\n    date-expires \"01-Jan-2024\"\n",
              "rule 'models/assess-training' can never conclude: it holds before 2024-01-01, and"
                  + " what it needs is concluded only from 2024-12-17, by"
                  + " 'models/unlawful-training-taint'"));

  private static final List<Defect> NAME_NOTHING =
      List.of(
          new Defect(
              "talent/skills-gap.drl",
              "\"talent.vacancy-rate\"",
              "\"talent.vacancy-rates\"",
              "names the parameter 'talent.vacancy-rates', which does not exist; did you mean"
                  + " 'talent.vacancy-rate'?"),
          new Defect(
              "export-control/us-origin.drl",
              "\"us-d5-or-macau\"",
              "\"us-d5\"",
              "names the country group 'us-d5', which does not exist; did you mean"
                  + " 'us-d5-or-macau'?"),
          new Defect(
              "talent/research-security.drl",
              "Finding( rule == \"talent/research-security\"",
              "Finding( rule == \"talent/research-securty\"",
              "names the finding 'talent/research-securty', which does not exist; did you mean"
                  + " 'talent/research-security'?"),
          new Defect(
              "funding/match-instrument.drl",
              "Finding( rule == \"funding/match-instrument-to-layer\"",
              "Finding( rule == \"funding/split-by-layer\"",
              "rule 'funding/split-by-layer' names the finding 'funding/split-by-layer', which does"
                  + " not exist; the rule of that id concludes something else, as its @kind says"),
          new Defect(
              "models/precedence.drl",
              "rule == \"models/fence-agents\"",
              "rule == \"models/fence-agent\"",
              "names the recommendation 'models/fence-agent', which does not exist; did you mean"
                  + " 'models/fence-agents'?"),
          new Defect(
              "frameworks/lock-in.drl",
              "Reversibility( $on : on, level == Severity.HIGH )",
              "Reversibility( $on : on, level == Severity.CRITICAL )",
              "matches Reversibility with 'level == Severity.CRITICAL', which no rule concludes"),
          new Defect(
              "catalog/country-groups.yaml",
              "  - name: eu-russia-partners",
              "  - {name: unread, countries: [DE], reference: none, verified: true}\n"
                  + "  - name: eu-russia-partners",
              "country group 'unread' is read by no rule; remove it, or match it"),
          new Defect(
              "apps/deployment.drl",
              "\"apps.sovereign-option-months\"",
              "\"apps.pilot-months\"",
              "rules/parameters.yaml:50:12: parameter 'apps.sovereign-option-months' is read by no"
                  + " rule; remove it, or match it"));

  private static final String SAME =
      """
      rule "talent/%s"
          @kind("finding")
          @title("Few European contributors")
          @summary("Few contributors come from the Union.")
          @keyPoints("4, 5") @layer("talent") @severity("low") @confidence(0.65)
          @cites("eu-open-source-strategy-2026; merics-ai-2025")
      when
          Parameter( name == "talent.contributor-share", $limit : value )
          $talent : Talent( euContributorShare < $limit%s )
      then
          insertLogical( new Finding( drools.getRule().getName(), $talent ) );
      end

      """;

  private static final String EXTREME =
      """
      rule "derived/single-point-of-failure-extreme"
          @kind("concept")
          @title("Extreme dependence")
          @summary("One supplier has nearly all of the supply.")
          @keyPoints("5") @layer("whole_stack") @confidence(0.7)
          @cites("merics-ai-2025")
      when
          Parameter( name == "dependency.high-share", $high : value )
          $item : Dependency( supplierShare > $high, secondSourceQualified == false )
      then
          insertLogical( new SinglePointOfFailure( $item ) );
      end

      """;

  private static final List<Defect> ADD_NOTHING_OR_CONTRADICT =
      List.of(
          new Defect(
              "talent/open-source.drl",
              "rule \"talent/contribute-openly\"",
              SAME.formatted("few-contributors", "") + "rule \"talent/contribute-openly\"",
              "rule 'talent/few-contributors' adds nothing to 'talent/open-source-participation',"
                  + " which concludes the same whenever it does"),
          new Defect(
              "talent/open-source.drl",
              "rule \"talent/ring-fence-over-openness\"",
              SAME.formatted("fewer-contributors", ", netOutflow == true")
                  + "rule \"talent/ring-fence-over-openness\"",
              "rule 'talent/fewer-contributors' adds nothing to"
                  + " 'talent/open-source-participation'"),
          new Defect(
              "derived/single-point-of-failure.drl",
              "rule \"derived/single-point-of-failure-back-end\"",
              EXTREME + "rule \"derived/single-point-of-failure-back-end\"",
              "rule 'derived/single-point-of-failure-extreme' adds nothing to"
                  + " 'derived/single-point-of-failure', which concludes the same"),
          new Defect(
              "compute/foreign-administration.drl",
              "rule in (\"compute/classify-before-cloud\", \"compute/hold-own-keys\",",
              "rule in (\"compute/classify-before-cloud\",",
              "rule 'compute/cut-foreign-administration' advises to restrict and"
                  + " 'compute/hold-own-keys' to go ahead under conditions with the same thing"),
          new Defect(
              "talent/open-source.drl",
              "$yields : Recommendation( rule == \"talent/contribute-openly\"",
              "$yields : Recommendation( rule == \"talent/teach-ai-early\"",
              "rule 'talent/contribute-openly' advises to go ahead under conditions with and"
                  + " 'talent/ring-fence-joint-work' to restrict the same thing"));

  private static final List<Defect> HOLD_LITERALS =
      List.of(
          new Defect(
              "frameworks/lock-in.drl",
              "shareOfCode >= $limit",
              "shareOfCode >= 0.8",
              "rule 'frameworks/cuda-lock-in' compares with 0.8 written in its conditions; give it"
                  + " a name in rules/parameters.yaml"),
          new Defect(
              "apps/deployment.drl",
              "sovereignOptionMonths > $limit",
              "sovereignOptionMonths > 12",
              "rule 'apps/deploy-reversibly' compares with 12 written in its conditions"),
          new Defect(
              "derived/reversibility.drl",
              "$day.minusMonths( $months.longValue() )",
              "$day.minusMonths( 18 )",
              "rule 'derived/reversibility-portable-code' compares with 18 written in its"
                  + " conditions"),
          new Defect(
              "export-control/diversion.drl",
              "redFlags.size() >= $least,\n                  endUseVerified == false",
              "redFlags.size() >= 3,\n                  endUseVerified == false",
              "rule 'export-control/foundry-diversion-red-flags' compares with 3 written in its"
                  + " conditions"),
          new Defect(
              "models/gpai.drl",
              "placedOnEuMarketSince >= \"02-Aug-2025\"",
              "placedOnEuMarketSince >= \"02-Aug-2024\"",
              "rule 'models/gpai-documentation-gap' compares with the day 02-Aug-2024, which its"
                  + " summary does not name; write there what happened on 2 August 2024"),
          new Defect(
              "chips/chips-target.drl",
              "claim == Claim.CHIPS_TARGET_REACHED",
              "claim == Claim.CHIPS_TARGET_REACHED, id == \"no\", id matches \"[a-c]+x\"",
              "rule 'chips/chips-act-target-realism' was made to conclude by none of "));

  private static final List<Defect> GO_ROUND =
      List.of(
          new Defect(
              "dependency/exposed-supply.drl",
              "not Finding( rule in (\"dependency/us-hardware-supply-constraint\",",
              "not Finding( rule in (\"dependency/dependence-on-one-country\",",
              "rule 'dependency/dependence-on-one-country' rests on the absence of what it"
                  + " concludes itself; no order of the rules settles that"),
          new Defect(
              "talent/skills-gap.drl",
              "    Subject( type contains SubjectType.MEMBER_STATE || type contains"
                  + " SubjectType.EU_INSTITUTION || type contains SubjectType.UNION )\n",
              "    not Finding( rule == \"talent/ai-not-taught\", on == $on )\n",
              "rests on the absence of what 'talent/ai-not-taught' concludes, which rests on it"
                  + " again: talent/skills-gap -> talent/ai-not-taught -> talent/skills-gap"));

  @Test
  void namesRulesAndParametersThatDoNotExist() throws IOException {
    found(
        1,
        NAME_NOTHING,
        "parameter 'talent.vacancy-rate' is read by no rule",
        // What the rule of precedence with the wrong name no longer settles.
        "rule 'models/bar-from-official-devices' advises to stop and 'models/fence-agents'",
        "rule 'data/notify-app-stores' advises to restrict and 'models/fence-agents'",
        "rule 'models/fence-agents' advises to go ahead");
  }

  @Test
  void namesRulesThatAddNothingAndAdviceThatContradicts() throws IOException {
    found(1, ADD_NOTHING_OR_CONTRADICT);
  }

  @Test
  void namesNumbersAndDaysInConditions() throws IOException {
    found(1, HOLD_LITERALS);
  }

  @Test
  void namesRulesThatRestOnTheirOwnAbsence() throws IOException {
    found(1, GO_ROUND);
  }

  @Test
  void namesWhatDoesNotCompile() throws IOException {
    found(5, DO_NOT_COMPILE);
  }

  @Test
  void namesWhatCannotBeRead() throws IOException {
    found(5, CANNOT_BE_READ);
  }

  @Test
  void namesWhatIsUsedTwice() throws IOException {
    found(5, USED_TWICE);
  }

  @Test
  void namesMetadataThatIsMissingOrWrong() throws IOException {
    found(5, LACK_METADATA);
  }

  @Test
  void namesWhatIsWrongWithRulesThatCompile() throws IOException {
    found(1, COMPILE);
  }

  private void found(int code, List<Defect> defects, String... alsoSaid) throws IOException {
    for (Defect defect : defects) {
      Path file = directory.resolve(defect.file());
      String text = Files.readString(Files.exists(file) ? file : RULES.resolve(defect.file()));
      assertThat(text.split(java.util.regex.Pattern.quote(defect.find()), -1))
          .as("'%s' stands once in %s", defect.find(), defect.file())
          .hasSize(2);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.replace(defect.find(), defect.replace()));
    }
    Run run = Run.of("check", "--rules", directory, "--witness", "none");
    List<String> complaints =
        new ArrayList<>(
            Stream.concat(run.out().lines(), run.err().lines())
                .filter(line -> !line.startsWith("    "))
                .toList());
    for (Defect defect : defects) {
      List<String> matching =
          complaints.stream().filter(line -> line.contains(defect.complaint())).toList();
      assertThat(matching)
          .as("%s%n%s", defect.complaint(), String.join("\n", complaints))
          .hasSize(1);
      complaints.removeAll(matching);
    }
    complaints.removeIf(line -> Stream.of(alsoSaid).anyMatch(line::contains));
    assertThat(complaints).as("nothing else").isEmpty();
    assertThat(run.code()).isEqualTo(code);
  }
}
