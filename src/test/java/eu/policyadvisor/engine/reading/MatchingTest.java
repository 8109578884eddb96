package eu.policyadvisor.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.engine.compiled.Bindings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All ways in which the conditions of a rule are met: condition by condition, each with every thing
 * that fits what was bound before it. Every rule here asks for the subject {@code s} first.
 */
final class MatchingTest {
  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("match/join", "Dependency( $c : frontEndCountry ) Party( hq == $c )")
            .finding("match/or", "( Party( hq == \"TW\" ) or Party( subjectToEar == true ) )")
            .finding("match/not", "Dependency( $c : frontEndCountry ) not Party( hq == $c )")
            .finding("match/exists", "exists Party( hq == \"TW\" )")
            .finding(
                "match/count",
                "accumulate( Party( hq == \"TW\" ); $n : count() )"
                    + " Subject( this == $on, $n >= 2 )")
            .finding(
                "match/sum",
                "accumulate( Accelerator( shareOfCompute != null, $part : shareOfCompute );"
                    + " $total : sum( $part ) )")
            .finding(
                "match/count-per-country",
                "Dependency( $c : frontEndCountry )"
                    + " accumulate( Party( hq == $c ); $n : count() )")
            .in(directory);
  }

  private static List<Bindings> ways(String rule, String facts) throws IOException {
    SmallWorld world = SmallWorld.of(advisor, facts);
    return new Matching(world.memory(), world.rules().criteria()).matches(world.rule(rule));
  }

  /** The facts of each way, in the order of the conditions that they meet. */
  private static List<List<String>> matched(String rule, String facts) throws IOException {
    return ways(rule, facts).stream().map(way -> SmallWorld.ids(way.objects())).toList();
  }

  @Test
  void eachPairThatAgreesIsAWay() throws IOException {
    assertThat(
            matched(
                "match/join",
                """
                dependencies: [{id: a, front_end_country: TW}, {id: b, front_end_country: US}]
                parties: [{id: x, hq: TW}, {id: y, hq: CN}, {id: z, hq: TW}]
                """))
        .containsExactly(List.of("s", "a", "x"), List.of("s", "a", "z"));
  }

  @Test
  void aFactThatMeetsBothBranchesOfAnOrIsTwoWays() throws IOException {
    assertThat(
            matched(
                "match/or",
                "parties: [{id: x, hq: TW, subject_to_ear: true}, {id: y, subject_to_ear:"
                    + " true}]"))
        .containsExactly(List.of("s", "x"), List.of("s", "x"), List.of("s", "y"));
  }

  @Test
  void aNotIsAskedForEachThatWasBoundBeforeIt() throws IOException {
    assertThat(
            matched(
                "match/not",
                """
                dependencies: [{id: a, front_end_country: TW}, {id: b, front_end_country: US}]
                parties: [{id: x, hq: TW}]
                """))
        .containsExactly(List.of("s", "b"));
  }

  @Test
  void howManyExistMakesNoFurtherWay() throws IOException {
    assertThat(matched("match/exists", "parties: [{id: x, hq: TW}, {id: y, hq: TW}]"))
        .containsExactly(List.of("s"));
    assertThat(matched("match/exists", "parties: [{id: x, hq: US}]")).isEmpty();
  }

  @Test
  void aTotalIsTestedByThePatternAfterIt() throws IOException {
    assertThat(ways("match/count", "parties: [{id: x, hq: TW}]")).isEmpty();
    assertThat(ways("match/count", "parties: [{id: x, hq: TW}, {id: y, hq: TW}]"))
        .singleElement()
        .extracting(way -> way.value("$n"))
        .isEqualTo(2L);
  }

  @Test
  void aSumTakesUpWhatIsKnown() throws IOException {
    assertThat(
            ways(
                "match/sum",
                """
                accelerators:
                  - {id: g, share_of_compute: 0.5}
                  - {id: h}
                  - {id: i, share_of_compute: 0.2}
                """))
        .singleElement()
        .extracting(way -> way.value("$total"))
        .isEqualTo(new BigDecimal("0.7"));
  }

  @Test
  void aTotalIsMadeAnewForWhatItReadsOfOthers() throws IOException {
    assertThat(
            ways(
                "match/count-per-country",
                """
                dependencies:
                  - {id: a, front_end_country: TW}
                  - {id: b, front_end_country: US}
                  - {id: c, front_end_country: TW}
                parties: [{id: x, hq: TW}, {id: y, hq: TW}, {id: z, hq: US}]
                """))
        .extracting(way -> way.value("$n"))
        .containsExactly(2L, 1L, 2L);
  }

  @Test
  void toYesAndNoAloneWhatIsNotKnownDoesNotHold() throws IOException {
    assertThat(matched("match/exists", "parties: [{id: x}]")).isEmpty();
  }
}
