package eu.policyadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of parts, and how often the test is asked for it. */
final class MinimalTest {
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  /** What was tried, as words. */
  private final List<String> tried = new ArrayList<>();

  private Predicate<List<String>> noted(Predicate<List<String>> test) {
    return some -> {
      tried.add(String.join("", some));
      return test.test(some);
    };
  }

  @Test
  void leavesWhatIsNeeded() {
    Predicate<List<String>> test = some -> some.containsAll(List.of("b", "g"));
    assertThat(Minimal.of(WORDS, test)).containsExactly("b", "g");
    assertThat(Minimal.oneByOne(WORDS, test)).containsExactly("b", "g");
    assertThat(Minimal.smallest(WORDS, test)).containsExactly("b", "g");
  }

  @Test
  void leavesOutHalvesThenQuartersThenSinglePartsUntilARoundLeavesOutNone() {
    assertThat(Minimal.of(WORDS, noted(some -> some.contains("f")))).containsExactly("f");
    assertThat(tried).containsExactly("efgh", "", "gh", "ef", "f", "", "");
  }

  @Test
  void leavesOutOnePartAtATimeAndTriesTheRestOnceMore() {
    List<String> words = WORDS.subList(0, 4);
    assertThat(Minimal.oneByOne(words, noted(some -> some.contains("c")))).containsExactly("c");
    assertThat(tried).containsExactly("bcd", "cd", "d", "c", "");
  }

  @Test
  void triesSubsetsOfFewerPartsFirst() {
    List<String> words = WORDS.subList(0, 3);
    assertThat(Minimal.smallest(words, noted(some -> some.containsAll(List.of("a", "c")))))
        .containsExactly("a", "c");
    assertThat(tried).containsExactly("", "a", "b", "c", "ab", "ac");
  }

  @Test
  void leavesTheLastOfPartsThatCanStandForEachOther() {
    Predicate<List<String>> test = some -> some.contains("c") || some.contains("e");
    assertThat(Minimal.of(WORDS, test)).containsExactly("e");
    assertThat(Minimal.oneByOne(WORDS, test)).containsExactly("e");
  }

  @Test
  void leavesPartsThatAreNeededOnlyForEachOtherWhereSmallestDoesNot() {
    // Without b, c is wrong and without c, b is; without both, all is well.
    Predicate<List<String>> test =
        some -> some.contains("a") && some.contains("b") == some.contains("c");
    List<String> words = WORDS.subList(0, 3);
    assertThat(Minimal.oneByOne(words, test)).containsExactly("a", "b", "c");
    assertThat(Minimal.smallest(words, test)).containsExactly("a");
  }

  @Test
  void keepsAllWhereAllIsNeededAndNothingWhereNothingIs() {
    assertThat(Minimal.of(WORDS, some -> false)).isEqualTo(WORDS);
    assertThat(Minimal.smallest(WORDS, some -> false)).isEqualTo(WORDS);
    assertThat(Minimal.of(WORDS, some -> true)).isEmpty();
    assertThat(Minimal.of(List.of(), some -> true)).isEmpty();
    assertThat(Minimal.smallest(List.of(), some -> true)).isEmpty();
  }

  @Test
  void leavesPartsThatPassWhereTheTestEndsTheSearch() {
    Predicate<List<String>> needed = some -> some.contains("h");
    List<String> left =
        Minimal.oneByOne(WORDS, noted(some -> tried.size() <= 3 && needed.test(some)));
    assertThat(left).containsExactly("d", "e", "f", "g", "h");
  }

  @Test
  void takesFarFewerTestsThanPartsWhereFewAreNeeded() {
    List<Integer> numbers = IntStream.range(0, 1_000).boxed().toList();
    int[] tests = {0};
    Set<Integer> needed = Set.of(17, 941);
    List<Integer> left =
        Minimal.of(
            numbers,
            some -> {
              tests[0]++;
              return some.containsAll(needed);
            });
    assertThat(left).containsExactly(17, 941);
    assertThat(tests[0]).isLessThan(60);
  }
}
