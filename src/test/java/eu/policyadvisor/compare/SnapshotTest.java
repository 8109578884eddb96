package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two pieces of advice, aspect by aspect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotTest {
  private static final Path RULES = Path.of("src/test/resources/golden/small-rules");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private Advisor advisor;

  @BeforeAll
  void compile(@TempDir Path directory) throws IOException {
    for (String file : List.of("small.drl", "parameters.yaml")) {
      Files.copy(RULES.resolve(file), directory.resolve(file));
    }
    Path catalog = Files.createDirectories(directory.resolve("catalog"));
    for (String file : List.of("instruments.yaml", "accelerators.yaml", "country-groups.yaml")) {
      Files.copy(RULES.resolve(file), catalog.resolve(file));
    }
    advisor = Advisor.standard().withRules(directory);
  }

  private Snapshot snapshot(String yaml) throws IOException {
    return Snapshot.of(
        advisor
            .inquire(
                advisor
                    .read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .factSets()
                    .get(0),
                DAY)
            .conclusionsOnly());
  }

  private static List<String> told(Snapshot before, Snapshot after) {
    return before.differences(after).stream()
        .map(
            each ->
                "%s %s %s %s%s: %s -> %s"
                    .formatted(
                        each.how(),
                        each.aspect().of(),
                        each.aspect().rule(),
                        each.aspect().fact(),
                        each.aspect().attribute().isEmpty() ? "" : "." + each.aspect().attribute(),
                        each.before(),
                        each.after()))
        .toList();
  }

  @Test
  void adviceThatComesAndThatYieldsIsTold() throws IOException {
    Snapshot one =
        snapshot(
            "subject: {id: s, country: US}\n"
                + "accelerators: [{id: a, product: chip, quantity: 5}]\n");
    Snapshot other =
        snapshot(
            "subject: {id: s, country: US}\n"
                + "accelerators: [{id: a, product: chip, quantity: 5}, {id: b, quantity: 8}]\n");
    assertThat(told(one, other))
        .containsExactly(
            "ADDED FINDING small/holds b: null -> low, confidence 0.8",
            "ADDED FINDING small/none b: null -> low, confidence 0.8",
            "ADDED RECOMMENDATION small/advice-holds b: null -> should, confidence 0.8",
            "CHANGED RECOMMENDATION small/advice-yields a.status: live -> superseded");
    assertThat(one.differences(one)).isEmpty();
    one.differences(other).forEach(each -> assertThat(other.shows(each)).isTrue());
    one.differences(other).forEach(each -> assertThat(one.shows(each)).isFalse());
    assertThat(told(other, one)).hasSameSizeAs(told(one, other));
  }
}
