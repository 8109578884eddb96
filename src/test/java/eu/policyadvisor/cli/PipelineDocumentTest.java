package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code docs/ci.md} gives to copy works. */
class PipelineDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/ci.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final Pattern COMMAND = Pattern.compile("advisor (assess facts/ [^\n`]*)");

  @TempDir Path directory;

  @Test
  void isYaml() throws IOException {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(block -> block.group(1).stripIndent())
            .toList();
    assertThat(blocks).hasSize(3);
    assertThat(blocks)
        .allSatisfy(block -> assertThat(new YAMLMapper().readTree(block).isContainer()).isTrue());
  }

  @Test
  void runs() throws IOException {
    Files.writeString(directory.resolve("waivers.yaml"), "waivers: []\n");
    Run.of(
        "assess", "facts/examples", "-q", "--output", "json=" + directory.resolve("baseline.json"));
    List<String> commands =
        COMMAND.matcher(Files.readString(DOCUMENT)).results().map(each -> each.group(1)).toList();
    assertThat(commands).hasSize(4);
    for (String command : commands) {
      List<Object> words = new ArrayList<>();
      for (String word : command.split(" ")) {
        words.add(
            word.equals("facts/")
                ? "facts/examples"
                : word.replaceAll("^(\\w+=)?(\\w+\\.\\w+)$", "$1" + directory + "/$2"));
      }
      Run run = Run.of(words.toArray());
      assertThat(run.code()).as(command + run.err()).isIn(0, 1);
      assertThat(run.err()).doesNotContain("facts/");
    }
    assertThat(directory).isDirectoryContaining("glob:**advice.sarif");
    assertThat(directory).isDirectoryContaining("glob:**advice.xml");
  }
}
