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
              "reads the field 'notice', which Application does not have; its fields are id, name,"),
          new Defect(
              "chips/memory.drl",
              "Layer.CHIPS",
              "Layer.CHIP",
              "reads 'CHIP', which is no value of Layer; did you mean 'CHIPS'?"),
          new Defect(
              "inputs/licensed-materials.drl",
              "share >= $limit",
              "share >= $limt",
              "reads '$limt', to which no condition before it gives a value; did you mean '$limit'?"),
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
              "militaryLinkedPartner == true, openFundamentalResearch",
              "militaryLinkedPartner == true openFundamentalResearch",
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
              "@severity(\"low\") ",
              "",
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
              "cites 'eu-open-source-strategy-2025', which the catalogue does not list; did you mean"
                  + " 'eu-open-source-strategy-2026'?"),
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
              "can never conclude: 'supplierCount <= $most' and 'supplierCount > $most' exclude each"
                  + " other; change or remove one of them"),
          new Defect(
              "apps/consumers.drl",
              "stage in (Stage.PILOT, Stage.SERVICE)",
              "stage == Stage.PILOT, stage == Stage.SERVICE",
              "can never conclude: 'stage == Stage.PILOT' and 'stage == Stage.SERVICE' exclude each"
                  + " other"),
          new Defect(
              "compute/gigafactory.drl",
              "singleChipVendor == true",
              "singleChipVendor == true, singleChipVendor == null",
              "can never conclude: 'singleChipVendor == true' and 'singleChipVendor == null' exclude"
                  + " each other"),
          new Defect(
              "inputs/gallium-germanium.drl",
              "share >= $limit",
              "share >= $limit, share < $limit",
              "can never conclude: 'share >= $limit' and 'share < $limit' exclude each other"),
          new Defect(
              "models/training-data.drl",
              "    @cites(\"edpb-opinion-28-2024\")\n",
              "    @cites(\"edpb-opinion-28-2024\")\n    date-expires \"01-Jan-2024\"\n",
              "rule 'models/assess-training' can never conclude: it holds before 2024-01-01 , and what"
                  + " it needs is concluded only from 2024-12-17, by 'models/unlawful-training-taint'"));

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

  private void found(int code, List<Defect> defects) throws IOException {
    for (Defect defect : defects) {
      Path file = directory.resolve(defect.file());
      String text = Files.readString(Files.exists(file) ? file : RULES.resolve(defect.file()));
      assertThat(text.split(java.util.regex.Pattern.quote(defect.find()), -1))
          .as("'%s' stands once in %s", defect.find(), defect.file())
          .hasSize(2);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.replace(defect.find(), defect.replace()));
    }
    Run run = Run.of("check", "--rules", directory);
    List<String> complaints =
        new ArrayList<>(
            Stream.concat(run.out().lines(), run.err().lines())
                .filter(line -> !line.startsWith("    "))
                .toList());
    for (Defect defect : defects) {
      List<String> matching =
          complaints.stream().filter(line -> line.contains(defect.complaint())).toList();
      assertThat(matching).as("%s%n%s", defect.complaint(), String.join("\n", complaints)).hasSize(1);
      complaints.removeAll(matching);
    }
    assertThat(complaints).as("nothing else").isEmpty();
    assertThat(run.code()).isEqualTo(code);
  }
}
