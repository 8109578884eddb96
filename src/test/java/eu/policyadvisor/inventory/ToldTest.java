package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that comes of small inventories that try each branch: facts, places, remarks, problems. */
class ToldTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/golden/told");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @Test
  void thereAreInventoriesOfEachForm() throws IOException {
    assertThat(files()).hasSize(15);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isWhatIsKept(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Golden.assertSame(
        DIRECTORY.resolve(name + ".txt"), Samples.read(name, Files.readAllBytes(file)).told());
  }
}
