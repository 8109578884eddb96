package eu.policyadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.KnowledgeBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** In whatever order this process holds sets and maps. */
  @Test
  void theBuildWritesTheSameBytesWheneverTheKnowledgeIsTheSame() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    KnowledgeFile.write(READ, KnowledgeFile.builtIn().orElseThrow().compiled(), written);
    try (InputStream kept =
        KnowledgeFile.class.getClassLoader().getResourceAsStream(KnowledgeFile.RESOURCE)) {
      assertThat(kept).isNotNull();
      assertThat(written.toByteArray()).isEqualTo(kept.readAllBytes());
    }
  }

  @Test
  void theAdvisorKnowsTheSameEitherWay() {
    assertThat(Advisor.standard().knowledge()).isEqualTo(READ);
  }
}
