package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --rules} through the command line. */
class LintTest {
  private static final Path EXAMPLE = Path.of("facts/examples/ascend-cluster.yaml");

  @TempDir Path directory;

  @Test
  void saysNothingOfTheRulesThatShipAndChecksFactsBesideThem() {
    Run run = Run.of("check", "--rules", EXAMPLE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("1 fact set in 1 file is valid\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void wantsSomethingToCheck() {
    Run run = Run.of("check");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("names nothing to check; name fact files, or --rules");
  }

  @Test
  void showsEachComplaintWithFactsThatCanBePastedIntoAFile() throws IOException {
    overlay("frameworks/lock-in.drl", "shareOfCode >= $limit", "shareOfCode >= 0.8");
    overlay(
        "compute/foreign-administration.drl",
        "rule in (\"compute/classify-before-cloud\", \"compute/hold-own-keys\",",
        "rule in (\"compute/classify-before-cloud\",");
    overlay("chips/memory.drl", "<= $most", "<= $most, supplierCount > $most");
    Run run = Run.of("check", "--rules", directory);
    assertThat(run.code()).isEqualTo(1);
    List<String> witnesses = witnesses(run.out());
    assertThat(witnesses).as(run.out()).hasSize(4);
    for (String witness : witnesses) {
      FactsRead read =
          Advisor.standard()
              .read(
                  "witness.yaml",
                  new ByteArrayInputStream(witness.getBytes(StandardCharsets.UTF_8)));
      assertThat(read.problems()).as(witness).isEmpty();
      assertThat(read.factSets()).hasSize(1);
    }
    assertThat(run.out())
        .contains("    # both are advised here\n")
        .contains("    # 'frameworks/cuda-lock-in' concludes here\n")
        .contains("share_of_code: 0.8")
        .contains("    # 'frameworks/cuda-lock-in' is silent here\n")
        .contains("    # comes nearest to 'chips/hbm-exposure'; fails: ");
  }

  @Test
  void writesComplaintsAsJson() throws IOException {
    overlay("apps/deployment.drl", "sovereignOptionMonths > $limit", "sovereignOptionMonths > 12");
    Run run = Run.of("check", "--rules", directory, "--format", "json", "--witness", "none");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"concern\": \"literal\"")
        .contains("\"rules\": [\n        \"apps/deploy-reversibly\"\n      ]");
  }

  private void overlay(String file, String find, String replace) throws IOException {
    Path to = directory.resolve(file);
    Files.createDirectories(to.getParent());
    String text = Files.readString(Path.of("rules").resolve(file));
    assertThat(text).contains(find);
    Files.writeString(to, text.replace(find, replace));
  }

  private static List<String> witnesses(String out) {
    List<String> witnesses = new ArrayList<>();
    for (String line : out.lines().toList()) {
      if (line.startsWith("    # ")) {
        witnesses.add("");
      }
      if (line.startsWith("    ")) {
        int last = witnesses.size() - 1;
        witnesses.set(last, witnesses.get(last) + line.substring(4) + "\n");
      }
    }
    return witnesses;
  }
}
