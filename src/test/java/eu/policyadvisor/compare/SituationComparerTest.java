package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which differing facts cause which difference in advice. */
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
    int together = 0;
    for (int i = 0; i < all.size(); i++) {
      FactSet one = all.get(i);
      FactSet other = all.get((i + 3) % all.size());
      SituationComparison comparison =
          SituationComparer.compare(ADVISOR, one, NOVEMBER, other, NOVEMBER);
      assertThat(comparison.bounded()).isFalse();
      assertThat(comparison.causes()).isNotEmpty();
      Trial trial = new Trial(new FactDifferences(one, other, NOVEMBER, NOVEMBER), new HashMap<>());
      for (Cause<FactDifference> cause : comparison.causes()) {
        Difference difference = cause.difference();
        assertThat(cause.ways()).as(difference.toString()).isNotEmpty();
        for (List<FactDifference> way : cause.ways()) {
          assertThat(trial.makes(way, difference)).as("%s makes %s", way, difference).isTrue();
          for (FactDifference step : way) {
            List<FactDifference> rest = new ArrayList<>(way);
            rest.remove(step);
            assertThat(trial.makes(rest, difference))
                .as("without %s %s still makes %s", step, rest, difference)
                .isFalse();
          }
          together += way.size() > 1 ? 1 : 0;
        }
      }
    }
    assertThat(together).as("causes of more than one fact").isPositive();
  }

  /** The first situation with some differences, and the advice that was given on it. */
  private record Trial(FactDifferences differences, Map<Set<Integer>, Optional<Snapshot>> seen) {
    boolean makes(List<FactDifference> some, Difference difference) {
      Set<Integer> wanted = new HashSet<>();
      some.forEach(each -> wanted.add(differences.all().indexOf(each)));
      return seen.computeIfAbsent(differences.closed(wanted), this::at)
          .map(there -> there.shows(difference))
          .orElse(false);
    }

    private Optional<Snapshot> at(Set<Integer> some) {
      try {
        return Optional.of(
            snapshot(differences.with(some.stream().map(differences.all()::get).toList())));
      } catch (InvalidFactsException e) {
        return Optional.empty(); // A fact names another one that is not there.
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
