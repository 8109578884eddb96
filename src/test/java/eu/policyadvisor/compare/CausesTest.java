package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which of ten steps make a difference, in worlds that are made up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CausesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int STEPS = 10;

  private final AtomicInteger runs = new AtomicInteger();
  private Snapshot without;
  private Snapshot with;
  private Difference difference;

  @BeforeAll
  void advise() throws IOException {
    Advisor advisor = Advisor.standard();
    without = snapshot(advisor, "subject: {id: a, country: SE}\n");
    with =
        snapshot(
            advisor,
            "subject: {id: a, country: SE}\naccelerators:\n"
                + "  - {id: c, product: huawei-ascend-910c, lifecycle: operating}\n");
    difference = without.differences(with).get(0);
  }

  private static Snapshot snapshot(Advisor advisor, String yaml) throws IOException {
    FactSet facts =
        advisor
            .read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
            .factSets()
            .get(0);
    return Snapshot.of(advisor.inquire(facts, DAY).conclusionsOnly());
  }

  private Causes causes(
      int most, UnaryOperator<Set<Integer>> closed, Predicate<Set<Integer>> makes) {
    runs.set(0);
    return new Causes(
        STEPS,
        most,
        closed,
        some -> {
          runs.incrementAndGet();
          return Optional.of(makes.test(some) ? with : without);
        });
  }

  private List<Set<Integer>> find(Predicate<Set<Integer>> makes, Integer... suspects) {
    Causes causes = causes(1_000, UnaryOperator.identity(), makes);
    List<Set<Integer>> found = causes.find(difference, List.of(suspects));
    assertThat(causes.bounded()).isFalse();
    return found;
  }

  @Test
  void eachSuspectThatMakesItAloneIsOne() {
    assertThat(find(some -> some.contains(3) || some.contains(7), 7, 1, 3))
        .containsExactly(Set.of(3), Set.of(7));
  }

  @Test
  void suspectsMayBeNeededTogether() {
    assertThat(find(some -> some.containsAll(Set.of(1, 5, 8)), 1, 2, 3, 5, 7, 8))
        .containsExactly(Set.of(1, 5, 8));
  }

  @Test
  void stepsThatNobodySuspectsAreTriedLast() {
    assertThat(find(some -> some.containsAll(Set.of(0, 9)), 1, 2)).containsExactly(Set.of(0, 9));
    assertThat(find(some -> some.contains(9), 9)).containsExactly(Set.of(9));
    assertThat(find(some -> some.contains(4))).containsExactly(Set.of(4));
  }

  @Test
  void whatNoStepMakesHasNoCause() {
    assertThat(find(some -> false, 1, 2)).isEmpty();
    assertThat(find(Set::isEmpty, 1, 2)).as("nothing is no step").isEmpty();
  }

  @Test
  void whatMakesNothingValidMakesNoDifference() {
    Causes causes = new Causes(2, 100, UnaryOperator.identity(), some -> Optional.empty());
    assertThat(causes.find(difference, List.of(0, 1))).isEmpty();
  }

  @Test
  void aStepThatNeedsAnotherIsNotBlamedForIt() {
    UnaryOperator<Set<Integer>> closed =
        some -> {
          Set<Integer> all = new TreeSet<>(some);
          if (some.contains(2)) {
            all.add(6);
          }
          return all;
        };
    assertThat(causes(100, closed, some -> some.contains(6)).find(difference, List.of(2, 4, 6)))
        .containsExactly(Set.of(6));
    UnaryOperator<Set<Integer>> both =
        some -> {
          Set<Integer> all = new TreeSet<>(some);
          if (some.contains(2) || some.contains(6)) {
            all.addAll(Set.of(2, 6));
          }
          return all;
        };
    assertThat(causes(100, both, some -> some.contains(6)).find(difference, List.of(2, 6)))
        .as("steps that need each other are both causes")
        .containsExactly(Set.of(2), Set.of(6));
  }

  @Test
  void theSameStepsAreRunOnce() {
    Causes causes = causes(100, UnaryOperator.identity(), some -> some.contains(3));
    causes.find(difference, List.of(1, 2, 3));
    int first = runs.get();
    assertThat(first).isEqualTo(3);
    causes.find(difference, List.of(3, 2, 1));
    assertThat(runs).hasValue(first);
  }

  @Test
  void afterTheMostRunsNoMoreAreMade() {
    Causes causes = causes(2, UnaryOperator.identity(), some -> some.contains(3));
    assertThat(causes.find(difference, List.of(1, 2))).isEmpty();
    assertThat(causes.bounded()).isTrue();
    assertThat(runs).hasValue(2);
    Causes enough = causes(3, UnaryOperator.identity(), some -> some.contains(3));
    assertThat(enough.find(difference, List.of(1, 2, 3))).containsExactly(Set.of(3));
    assertThat(enough.bounded()).isFalse();
  }
}
