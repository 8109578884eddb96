package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is left of fact sets that must show something. */
final class MinimalFactsTest {
  private static final String FACTS =
      """
      title: A centre
      as_of: 2026-11-01
      subject: {id: s, type: company, country: DE, name: unknown}
      accelerators:
        - {id: a, quantity: 5, designer_hq: CN}
        - {id: b, quantity: 7, designer_hq: CN, purpose: production}
      models: [{id: m, hosting_country: CN}]
      parties: []
      """;

  private static FactSet read() throws IOException {
    return FactReader.read(
            "x.yaml", new ByteArrayInputStream(FACTS.getBytes(StandardCharsets.UTF_8)))
        .value()
        .get(0);
  }

  private static List<String> left(int mostRuns, Predicate<FactSet> shows) throws IOException {
    return FactText.lines(MinimalFacts.of(read(), mostRuns, shows));
  }

  private static Predicate<FactSet> holds(String field, Object value) {
    return facts ->
        facts.all().stream()
            .filter(fact -> fact.id().equals("b"))
            .anyMatch(fact -> value.equals(fact.value(field)));
  }

  @Test
  void leavesTheOneValueThatIsNeeded() throws IOException {
    assertThat(left(100, holds("quantity", 7)))
        .containsExactly(
            "as_of: 2026-11-01", "subject: {id: s}", "accelerators:", "  - {id: b, quantity: 7}");
  }

  @Test
  void leavesAListThatMustBeStatedAndNothingInIt() throws IOException {
    assertThat(left(100, facts -> facts.states(Section.MODELS)))
        .containsExactly("as_of: 2026-11-01", "subject: {id: s}", "models: []");
  }

  @Test
  void looksAgainAtWhatALaterCutMakesNeedless() throws IOException {
    // The model is needed only while the subject has a country.
    assertThat(
            left(
                100,
                facts ->
                    facts.subject().country() == null
                        || !facts.all().stream()
                            .map(Fact::id)
                            .filter("m"::equals)
                            .toList()
                            .isEmpty()))
        .containsExactly("as_of: 2026-11-01", "subject: {id: s}");
  }

  @Test
  void runsNoFactsTwiceThatFailedAndNoMoreThanItMay() throws IOException {
    List<FactSet> run = new ArrayList<>();
    assertThat(
            left(
                3,
                facts -> {
                  run.add(facts);
                  return false;
                }))
        .as("all that was stated, but for the title")
        .hasSize(8);
    assertThat(run).hasSize(3).doesNotHaveDuplicates();
  }
}
