package eu.policyadvisor.engine.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Obstacle;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.reasoning.UnknownFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a rule did not conclude, for people, and what may make it conclude. */
final class WhyNotTest {
  private static final String BOTH =
      "dependencies: [{id: a, strategic: false}, {id: b}, {id: c, strategic: true}]";

  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .concept(
                "why/each",
                "$d : Dependency( strategic == true )",
                "new SinglePointOfFailure( $d )")
            .finding("why/risky", "TransferRisk()")
            .concept("why/risk", "Party( hq == \"TW\" )", "new TransferRisk( $on )")
            .finding("why/two", "Party( hq == \"TW\" ) Dependency( strategic == true )")
            .in(directory);
  }

  private static WhyNot over(SmallWorld world) {
    return new WhyNot(
        world.rules(),
        world.given(),
        world.conclusions(),
        UnknownFacts.beside(world.facts()),
        FewRules.DAY);
  }

  private static Optional<NearMiss> nearest(String rule, @Nullable String on, String facts)
      throws IOException {
    SmallWorld world = SmallWorld.of(advisor, facts);
    return over(world).nearest(rule, on, world.facts(), (of, object) -> null);
  }

  private static List<Obstacle> obstacles(String rule, @Nullable String on, String facts)
      throws IOException {
    return nearest(rule, on, facts).orElseThrow().obstacles();
  }

  private static String fact(Obstacle obstacle) {
    Obstacle.Value value = (Obstacle.Value) obstacle;
    return value.fact().id() + "." + String.join(",", value.fields());
  }

  @Test
  void aRuleThatConcludesOnAFactHasNothingInItsWayThere() throws IOException {
    assertThat(nearest("why/each", "c", BOTH)).isEmpty();
  }

  @Test
  void theFactThatIsAskedForIsLookedAtThoughAnotherIsNearer() throws IOException {
    assertThat(obstacles("why/each", "a", BOTH))
        .extracting(WhyNotTest::fact)
        .containsExactly("a.strategic");
  }

  @Test
  void ofEquallyNearFactsTheOneWhoseValueIsNotKnownSaysMore() throws IOException {
    assertThat(obstacles("why/each", null, "dependencies: [{id: a, strategic: false}, {id: b}]"))
        .extracting(WhyNotTest::fact)
        .containsExactly("b.strategic");
  }

  @Test
  void aMissingConclusionTellsWhatItsOwnRuleLacks() throws IOException {
    assertThat(obstacles("why/risky", null, "parties: [{id: x, hq: US}]"))
        .singleElement()
        .isInstanceOfSatisfying(
            Obstacle.NotConcluded.class,
            missing -> {
              NearMiss way = missing.ways().get(0);
              assertThat(way.rule().id()).isEqualTo("why/risk");
              assertThat(way.obstacles()).extracting(WhyNotTest::fact).containsExactly("x.hq");
            });
  }

  @Test
  void anEmptyListLacksAFact() throws IOException {
    assertThat(obstacles("why/risk", null, "parties: []"))
        .singleElement()
        .isInstanceOfSatisfying(
            Obstacle.NoFact.class,
            none -> {
              assertThat(none.section()).isEqualTo(Section.PARTIES);
              assertThat(none.stated()).isTrue();
            });
  }

  @Test
  void aRuleTellsTheListsOfWhatItConcludesOn() throws IOException {
    SmallWorld world = SmallWorld.of(advisor, BOTH);
    assertThat(over(world).about("why/each")).containsExactly(Section.DEPENDENCIES);
    assertThat(over(world).about("why/risky")).containsExactly(Section.NONE);
  }

  @Test
  void editsWithFewerChangesComeFirst() throws IOException {
    SmallWorld world = SmallWorld.of(advisor, "dependencies: [{id: a, strategic: false}]");
    assertThat(over(world).edits("why/each", null, Choices.ANY))
        .extracting(edit -> edit.changes().size())
        .containsExactly(1, 2);
  }
}
