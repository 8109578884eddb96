package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesComparerTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final Pattern VALUE = Pattern.compile("value: ([0-9.e]+)");

  @TempDir Path directory;

  @Test
  void everyDifferenceThatOtherThresholdsMakeHasACauseThatMakesItAlone() throws IOException {
    copyOfTheRules();
    Path parameters = directory.resolve("parameters.yaml");
    Files.writeString(
        parameters,
        VALUE
            .matcher(Files.readString(parameters))
            .replaceAll(
                value ->
                    "value: "
                        + new BigDecimal(value.group(1))
                            .multiply(new BigDecimal("1.25"))
                            .toPlainString()));
    Advisor changed = ADVISOR.withRules(directory);
    RulesComparison comparison =
        RulesComparer.compare(
            Side.of("built in", ADVISOR),
            Side.of("changed", changed),
            corpus(),
            facts -> Objects.requireNonNullElse(facts.asOf(), LocalDate.of(2026, 11, 1)));
    assertThat(comparison.bounded()).isFalse();
    assertThat(comparison.edits()).hasSizeGreaterThan(30);
    assertThat(comparison.unexplained()).isEmpty();
    assertThat(comparison.impacts()).hasSizeGreaterThan(3);
    for (RulesComparison.Impact impact : comparison.impacts()) {
      Advisor alone =
          new Advisor(ADVISOR.loaded().with(KnowledgeEdit.parts(impact.edits()), changed.loaded()));
      for (RulesComparison.Change change : impact.changes()) {
        Snapshot there =
            Snapshot.of(alone.inquire(change.facts(), change.asOf()).conclusionsOnly());
        assertThat(there.shows(change.cause().difference()))
            .as(impact.edits() + " " + change.cause().difference())
            .isTrue();
      }
    }
  }

  @Test
  void theSameRulesMakeNoDifference() throws IOException {
    copyOfTheRules();
    RulesComparison comparison =
        RulesComparer.compare(
            Side.of("built in", ADVISOR),
            Side.of("copy", ADVISOR.withRules(directory)),
            corpus(),
            facts -> LocalDate.of(2026, 11, 1));
    assertThat(comparison.edits()).isEmpty();
    assertThat(comparison.differs()).isFalse();
    assertThat(comparison.factSets()).isGreaterThan(20);
  }

  private void copyOfTheRules() throws IOException {
    Path rules = Path.of("rules");
    try (Stream<Path> paths = Files.walk(rules)) {
      for (Path path : paths.toList()) {
        Path target = directory.resolve(rules.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static List<FactSet> corpus() throws IOException {
    List<FactSet> all = new ArrayList<>();
    for (String place : List.of("facts/examples", "facts/cases")) {
      try (Stream<Path> files = Files.list(Path.of(place))) {
        for (Path file : files.sorted().toList()) {
          all.addAll(ADVISOR.read(file).factSets());
        }
      }
    }
    return all;
  }
}
