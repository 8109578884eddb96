package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an option takes a file and gets a directory, or the other way round, it is said so. */
class FileOrDirectoryTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assess --resume DIR FILE",
        "assess --resume FILE/log FILE",
        "assess --waivers DIR FILE",
        "assess --baseline DIR FILE",
        "assess --confirm DIR FILE",
        "assess --lists FILE FILE",
        "assess --rules FILE FILE",
        "assess --output json=DIR FILE",
        "assess --output json=FILE/report FILE",
        "screen --file DIR",
        "screen --lists FILE x",
        "lists --lists FILE",
        "lists import --lists FILE FILE",
        "lists import DIR",
        "ask --output DIR FILE",
        "import --output DIR FILE",
        "import --output DIR --force FILE",
        "test --rules FILE",
        "compare --rules HEAD FILE FILE",
        "rules --rules FILE"
      })
  void isSaid(String command) {
    Run run =
        Run.of(
            Stream.of(command.split(" "))
                .map(
                    word ->
                        word.replace("DIR", directory.toString())
                            .replace("FILE", "facts/examples/magnet-importer.yaml"))
                .toArray());
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("director").doesNotContain("no such");
  }
}
