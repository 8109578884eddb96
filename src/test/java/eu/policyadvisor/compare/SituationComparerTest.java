package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SituationComparerTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @Test
  void allDifferencesTogetherMakeTheSecondSituation() throws IOException {
    List<FactSet> all = examples();
    for (int i = 0; i < all.size(); i++) {
      FactSet one = all.get(i);
      FactSet other = all.get((i + 1) % all.size());
      FactDifferences differences = new FactDifferences(one, other, NOVEMBER, NOVEMBER);
      assertThat(snapshot(differences.with(differences.all())).differences(snapshot(other)))
          .as(one.provenance().file() + " to " + other.provenance().file())
          .isEmpty();
      assertThat(snapshot(differences.with(Set.of())).differences(snapshot(one))).isEmpty();
    }
  }

  @Test
  void everyDifferenceBetweenExamplesHasACauseOfWhichNothingCanBeLeftOut() throws IOException {
    List<FactSet> all = examples();
    for (int i = 0; i < all.size(); i++) {
      SituationComparison comparison =
          SituationComparer.compare(
              ADVISOR, all.get(i), NOVEMBER, all.get((i + 3) % all.size()), NOVEMBER);
      assertThat(comparison.bounded()).isFalse();
      assertThat(comparison.causes()).isNotEmpty();
      for (Cause<FactDifference> cause : comparison.causes()) {
        assertThat(cause.ways()).as(cause.difference().toString()).isNotEmpty();
      }
    }
  }

  private static Snapshot snapshot(FactSet facts) {
    return Snapshot.of(ADVISOR.inquire(facts, NOVEMBER).conclusionsOnly());
  }

  private static List<FactSet> examples() throws IOException {
    List<FactSet> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      for (Path file : files.sorted().toList()) {
        all.addAll(ADVISOR.read(file).factSets());
      }
    }
    return all;
  }
}
