package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what the project src/it/kie-consumer printed with the command line. */
final class KieConsumerIT {
  private static final Path PRINTED = Path.of("target/it/kie-consumer/target");

  @Test
  void aConsumerOfTheKieModuleFindsWhatTheCommandLineFinds() throws Exception {
    assertThat(Files.readAllLines(PRINTED.resolve("kie.txt")))
        .contains("export-control/huawei-ascend-gp10")
        .isEqualTo(foundByTheCommandLine());
  }

  @Test
  void anEmbedderFindsWhatTheCommandLineFinds() throws Exception {
    assertThat(Files.readAllLines(PRINTED.resolve("embedding.txt")))
        .contains("export-control/huawei-ascend-gp10")
        .isEqualTo(foundByTheCommandLine());
  }

  private static List<String> foundByTheCommandLine() throws IOException, InterruptedException {
    Process advisor =
        new ProcessBuilder(
                Path.of("advisor").toAbsolutePath().toString(),
                "assess",
                "--format",
                "json",
                "facts/examples/ascend-cluster.yaml")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    JsonNode result = JsonMapper.shared().readTree(advisor.getInputStream());
    assertThat(advisor.waitFor()).isZero();
    TreeSet<String> rules = new TreeSet<>();
    result
        .at("/assessments/0/findings")
        .forEach(finding -> rules.add(finding.get("rule").asString()));
    return List.copyOf(rules);
  }
}
