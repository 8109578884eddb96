package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that nothing tells apart are named together where people read, and alone elsewhere. */
final class LikeFactsReportTest {
  @TempDir Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void writeFacts() throws IOException {
    file =
        Files.writeString(
            directory.resolve("f.yaml"),
            IntStream.range(0, 6)
                .mapToObj(
                    i ->
                        "  - {id: a%d, product: huawei-ascend-910c, lifecycle: operating}\n"
                            .formatted(i))
                .collect(
                    Collectors.joining(
                        "",
                        "as_of: 2026-11-01\nsubject: {id: s, country: SE}\naccelerators:\n",
                        "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void textNamesTheFirstAndSaysHowManyAreLikeIt(String format) {
    assertThat(Run.of("assess", "--format", format, file).out())
        .contains("Huawei Ascend 910C (a0) and 5 like it")
        .doesNotContain("(a1)", "a1.");
  }

  @Test
  void jsonHasAnItemForEach() {
    assertThat(Run.of("assess", "--format", "json", file).out())
        .contains("\"a0\"", "\"a5\"")
        .doesNotContain("like it");
  }

  @Test
  void textNamesEachWhereFindingsAreHeldAgainstABaseline() throws IOException {
    Path before = directory.resolve("before.json");
    Run.of("assess", "--output", "json=" + before, "--quiet", file);
    Files.writeString(
        file,
        "  - {id: a6, product: huawei-ascend-910c, lifecycle: operating}\n",
        java.nio.file.StandardOpenOption.APPEND);
    assertThat(Run.of("assess", "--baseline", before, file).out())
        .contains("(a6)")
        .doesNotContain("like it");
  }
}
