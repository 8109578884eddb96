package eu.policyadvisor.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a conclusion of the engine rests on, with what Drools does not tell. */
final class SupportTest {
  private static final String TW = "Party( hq == \"TW\" )";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("support/plain", TW)
            .finding("support/not", "not " + TW)
            .finding("support/exists", "exists " + TW)
            .finding("support/total", "accumulate( %s; $n : count() )".formatted(TW))
            .finding(
                "support/two-totals",
                """
                accumulate( %s; $n : count() )
                    accumulate( Party(); $all : count() )\
                """
                    .formatted(TW))
            .finding(
                "support/per-country",
                "Dependency( $c : frontEndCountry )"
                    + " accumulate( Party( hq == $c ); $n : count() )")
            .in(directory);
  }

  /** The facts of each match of a rule, as the conclusion tells them. */
  private static List<List<String>> support(String rule, String facts) throws IOException {
    return SmallWorld.of(advisor, facts).conclusions().matches().values().stream()
        .flatMap(List::stream)
        .filter(match -> match.rule().equals(rule))
        .map(match -> SmallWorld.ids(match.objects()))
        .toList();
  }

  @Test
  void onlyExistsAndTotalsNeedMoreThanTheEngineNames() throws IOException {
    SmallWorld world = SmallWorld.of(advisor, "");
    assertThat(Support.isNeeded(world.rule("support/plain"))).isFalse();
    assertThat(Support.isNeeded(world.rule("support/not"))).isFalse();
    assertThat(Support.isNeeded(world.rule("support/exists"))).isTrue();
    assertThat(Support.isNeeded(world.rule("support/total"))).isTrue();
  }

  @Test
  void whatExistsIsNamed() throws IOException {
    assertThat(
            support(
                "support/exists", "parties: [{id: x, hq: US}, {id: y, hq: TW}, {id: z, hq: TW}]"))
        .singleElement()
        .satisfies(facts -> assertThat(facts).contains("s", "y").doesNotContain("x"));
  }

  @Test
  void aTotalRestsOnWhatItAddsUpAndOnNothingElse() throws IOException {
    assertThat(
            support(
                "support/total", "parties: [{id: z, hq: TW}, {id: y, hq: US}, {id: x, hq: TW}]"))
        .containsExactly(List.of("x", "z", "s"));
  }

  @Test
  void aTotalOfNothingRestsOnTheSubjectAlone() throws IOException {
    assertThat(support("support/total", "parties: [{id: y, hq: US}]"))
        .containsExactly(List.of("s"));
  }

  @Test
  void whatTwoTotalsAddUpIsNamedOnce() throws IOException {
    assertThat(
            support(
                "support/two-totals",
                "parties: [{id: z, hq: TW}, {id: y, hq: US}, {id: x, hq: TW}]"))
        .containsExactly(List.of("x", "z", "y", "s"));
  }

  @Test
  void eachMatchRestsOnItsOwnTotal() throws IOException {
    assertThat(
            support(
                "support/per-country",
                """
                dependencies: [{id: a, front_end_country: TW}, {id: b, front_end_country: US}]
                parties: [{id: x, hq: TW}, {id: y, hq: US}]
                """))
        .allSatisfy(facts -> assertThat(facts).hasSize(3))
        .anySatisfy(facts -> assertThat(facts).contains("a", "x"))
        .anySatisfy(facts -> assertThat(facts).contains("b", "y"));
  }
}
