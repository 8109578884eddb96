package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Seed;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.reasoning.Conclusive;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.yaml.FactCheck;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Seed.class)
class GeneratorTest {
  private static final long SEED = Seed.of(20261123);

  @Test
  void makesTheSameFactSetsForTheSameSeed() {
    Generator one = new Generator(SEED);
    Generator same = new Generator(SEED);
    Generator other = new Generator(SEED + 1);

    assertThat(sets(one, 50).toList())
        .isEqualTo(sets(same, 50).toList())
        .isNotEqualTo(sets(other, 50).toList());
  }

  @Test
  void makesFactSetsThatAreValid() {
    var catalogue = Advisor.standard().knowledge().catalogue();

    assertThat(sets(new Generator(SEED), 1000))
        .allSatisfy(set -> assertThat(FactCheck.check(set, catalogue)).isEmpty());
  }

  @Test
  void reachesNearlyEveryRuleThatConcludesFindings() {
    Advisor advisor = Advisor.standard();
    Set<String> concluding = new TreeSet<>();
    for (FactSet set : sets(new Generator(SEED), 1600).toList()) {
      Assessment assessment = Conclusive.assess(advisor, set, Objects.requireNonNull(set.asOf()));
      assessment.findings().forEach(finding -> concluding.add(finding.card().id()));
    }
    Set<String> rules =
        advisor.knowledge().cards().values().stream()
            .filter(card -> card.kind() == Kind.FINDING)
            .map(RuleCard::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(concluding).hasSizeGreaterThanOrEqualTo(rules.size() * 9 / 10);
  }

  private static Stream<FactSet> sets(Generator generator, int count) {
    return IntStream.range(0, count).mapToObj(i -> generator.next());
  }
}
