package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Advice that cannot be followed together, where rules of precedence are missing. */
final class ContradictionTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            named("prohibit", "short", "must", "prohibit"),
            named("restrict", "short", "may", "restrict"),
            named("permit", "short", "may", "permit"),
            named("conditional", "short", "should", "conditional"),
            named("diversify", "short", "must", "diversify"),
            // One is told before all that binds, the other after it.
            named("told-prohibit", "now", "info", "prohibit"),
            named("told-permit", "watch", "info", "permit"),
            named("outranked", "short", "must", "prohibit"),
            precedence(
                "over/outranked",
                """
                $prevails : Recommendation( rule == "advice/permit", $chip : on )
                $yields : Recommendation( rule == "advice/outranked", on == $chip )
                """));
  }

  /** Advice on each accelerator whose name holds a word. */
  private static String named(String word, String urgency, String strength, String stance) {
    return advice(
        "advice/" + word,
        urgency,
        strength,
        stance,
        "0.8",
        "$on : Accelerator( name matches \"(.* )?%s( .*)?\" )".formatted(word));
  }

  private static Assessment on(String... names) throws IOException {
    StringBuilder facts = new StringBuilder("subject: {id: s}\naccelerators:\n");
    for (int i = 0; i < names.length; i++) {
      facts.append("  - {id: chip-%d, name: %s}\n".formatted(i, names[i]));
    }
    Assessment assessment = advisor.assess(FewRules.facts(advisor, facts.toString()), DAY);
    assertThat(assessment.recommendations()).hasSizeGreaterThan(1);
    return assessment;
  }

  private static List<Set<String>> found(Assessment assessment) {
    return assessment.contradictions().stream()
        .map(each -> Set.copyOf(FewRules.named(List.of(each.one(), each.other()))))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"prohibit, permit", "prohibit, conditional", "conditional, restrict"})
  void ofAdviceForAndAgainstOneThingIsFound(String first, String second) throws IOException {
    assertThat(found(on(second + " " + first)))
        .containsExactly(
            Set.of("advice/" + first + " on chip-0", "advice/" + second + " on chip-0"));
  }

  @ParameterizedTest
  @CsvSource({
    "prohibit restrict",
    "permit conditional",
    "prohibit diversify",
    "diversify permit",
    "told-prohibit permit",
    "told-permit prohibit",
    "told-permit told-prohibit"
  })
  void needsTwoThatBindAndPullApart(String names) throws IOException {
    assertThat(found(on(names))).isEmpty();
  }

  @Test
  void needsOneThingThatBothSpeakOf() throws IOException {
    assertThat(found(on("prohibit", "permit"))).isEmpty();
  }

  @Test
  void needsBothToBeLive() throws IOException {
    Assessment assessment = on("outranked permit diversify");
    assertThat(FewRules.named(assessment.recommendations()))
        .containsExactlyInAnyOrder("advice/permit on chip-0", "advice/diversify on chip-0");
    assertThat(assessment.superseded()).hasSize(1);
    assertThat(found(assessment)).isEmpty();
  }

  @Test
  void isFoundOnEachThingAndBetweenEachPair() throws IOException {
    assertThat(found(on("prohibit permit restrict", "diversify", "permit restrict")))
        .containsExactlyInAnyOrder(
            Set.of("advice/prohibit on chip-0", "advice/permit on chip-0"),
            Set.of("advice/restrict on chip-0", "advice/permit on chip-0"),
            Set.of("advice/restrict on chip-2", "advice/permit on chip-2"));
  }

  @Test
  void isShownInReports() throws IOException {
    Assessment assessment = on("prohibit permit");
    JsonNode shown =
        JsonMapper.shared()
            .readTree(new JsonReport().render(List.of(assessment)))
            .at("/assessments/0/contradictions");
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.at("/0/on/id").asString()).isEqualTo("chip-0");
    assertThat(shown.at("/0/rules").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("advice/prohibit", "advice/permit");
    assertThat(new TextReport(100, false).render(List.of(assessment)))
        .contains("CONTRADICTORY ADVICE");
    assertThat(new TextReport(100, false).render(List.of(on("prohibit restrict"))))
        .doesNotContain("CONTRADICTORY ADVICE");
  }
}
