package eu.policyadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.KnowledgeBase;
import org.junit.jupiter.api.Test;

/** What the build leaves for a quick start says what rules and YAML say. */
final class KnowledgeCompilerTest {
  private static final KnowledgeBase READ = KnowledgeCompiler.read();

  @Test
  void theBuildLeavesWhatRulesAndYamlSay() {
    KnowledgeFile built = KnowledgeFile.builtIn().orElseThrow();
    assertThat(built.reference().catalogue()).isEqualTo(READ.catalogue());
    assertThat(built.reference().parameters()).isEqualTo(READ.parameters());
    assertThat(built.reference().countryGroups()).isEqualTo(READ.countryGroups());
    assertThat(built.cards()).isEqualTo(READ.cards());
    assertThat(built.rules()).isEqualTo(READ.cards().size());
  }

  @Test
  void theAdvisorKnowsTheSameEitherWay() {
    assertThat(Advisor.standard().knowledge()).isEqualTo(READ);
  }
}
