package eu.policyadvisor.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.engine.SmallWorld;
import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Party;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Binding;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which things are looked at for a pattern, once something is bound that they have to agree with.
 */
final class CandidatesTest {
  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void compile() throws IOException {
    advisor =
        new RuleSketches()
            .finding("join/text", "Dependency( $c : frontEndCountry ) Party( hq == $c )")
            .finding(
                "join/number",
                "Dependency( $m : substitutionMonths ) CriticalInput( substitutionMonths == $m )")
            .finding(
                "join/two",
                "Dependency( $i : item, $c : frontEndCountry )" + " Party( name == $i, hq == $c )")
            .finding("join/named", "Dependency() Party( hq == \"TW\" )")
            .in(directory);
  }

  /** What a rule asks of the pattern after the dependency, over facts. */
  private static final class Asked {
    private final List<Binding> taken;
    private final Memory memory;
    private final Criteria criteria;
    private final List<String> alone = new ArrayList<>();
    private final Candidates candidates;

    Asked(String rule, String facts) throws IOException {
      SmallWorld world = SmallWorld.of(advisor, facts);
      List<org.drools.model.Condition> conditions = Conditions.of(world.rule(rule));
      taken = ((Pattern<?>) conditions.get(1)).getBindings().stream().toList();
      memory = world.memory();
      criteria = world.rules().criteria().of((Pattern<?>) conditions.get(2));
      candidates = new Candidates(criteria, memory, this::alone);
    }

    /** All but those that are called {@code never}. */
    private @Nullable Awaited alone(Object object) {
      alone.add(((Fact) object).id());
      return "never".equals(((Fact) object).id()) ? null : Awaited.NOTHING;
    }

    List<String> beside(@Nullable Object... values) {
      Bindings bound = Bindings.EMPTY;
      for (int i = 0; i < values.length; i++) {
        bound = bound.bind(taken.get(i).getBoundVariable(), values[i]);
      }
      return candidates.beside(bound).stream()
          .map(each -> ((Fact) each.item().object()).id())
          .toList();
    }
  }

  private static final String SUPPLIERS =
      """
      parties:
        - {id: x, hq: TW}
        - {id: y, hq: US}
        - {id: z}
        - {id: v, hq: TW}
        - {id: never, hq: TW}
      """;

  @Test
  void thoseThatAgreeAreLeftWithThoseOfWhichNobodyKnowsInTheOrderInWhichTheyCame()
      throws IOException {
    assertThat(new Asked("join/text", SUPPLIERS).beside("TW")).containsExactly("x", "z", "v");
    assertThat(new Asked("join/text", SUPPLIERS).beside("CN")).containsExactly("z");
  }

  @Test
  void whereTheValueIsNotKnownAnyMayAgree() throws IOException {
    assertThat(new Asked("join/text", SUPPLIERS).beside((Object) null))
        .containsExactly("x", "y", "z", "v");
  }

  @Test
  void aThingIsAskedOnceForWhatItMeetsAlone() throws IOException {
    Asked asked = new Asked("join/text", SUPPLIERS);
    asked.beside("TW");
    asked.beside("US");
    assertThat(asked.alone).containsExactly("x", "y", "z", "v", "never");
  }

  @Test
  void whatComesLaterStandsBehind() throws IOException {
    Asked asked = new Asked("join/text", SUPPLIERS);
    asked.beside("TW");
    asked.memory.add(Fact.unknown(Party.class, "late").with("hq", "TW"));
    assertThat(asked.beside("TW")).containsExactly("x", "z", "v", "late");
    assertThat(asked.alone).containsOnlyOnce("x").endsWith("late");
  }

  @Test
  void ofTwoValuesTheOneThatLeavesFewerCounts() throws IOException {
    Asked asked =
        new Asked(
            "join/two",
            """
            parties:
              - {id: x, name: Foundry, hq: TW}
              - {id: y, name: Foundry, hq: US}
              - {id: z, name: Foundry, hq: CN}
            """);
    assertThat(asked.beside("Foundry", "US")).containsExactly("y");
    assertThat(asked.beside("Foundry", null)).containsExactly("x", "y", "z");
  }

  @Test
  void numbersThatAreEqualToARuleNeedNotBeEqualToJavaAndAreAllLookedAt() throws IOException {
    assertThat(
            new Asked(
                    "join/number",
                    """
                    critical_inputs:
                      - {id: i, substitution_months: 6}
                      - {id: j, substitution_months: 12}
                    """)
                .beside(6))
        .containsExactly("i", "j");
  }

  @Test
  void aTextInTheRuleIsLookedUpAndTheOthersAreNotAsked() throws IOException {
    Asked asked = new Asked("join/named", "parties: [{id: x, hq: TW}, {id: y, hq: US}]");
    assertThat(asked.beside()).containsExactly("x");
    assertThat(asked.alone).containsExactly("x");
  }

  @Test
  void noneIsLookedUpWhereOneIsNotKnown() throws IOException {
    assertThat(new Asked("join/named", SUPPLIERS).beside()).containsExactly("x", "y", "z", "v");
  }
}
