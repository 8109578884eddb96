package eu.policyadvisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is only an idea, planned or in tender, and what is taken to be in use. */
final class PlannedTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static FactSet facts;

  @BeforeAll
  static void read() throws IOException {
    facts =
        FewRules.facts(
            ADVISOR,
            """
            subject: {id: s, type: company, country: DE}
            models:
              - {id: idea, stage: idea, cloud_service: empty-yet}
              - {id: pilot, stage: pilot, cloud_service: shared}
              - {id: second-idea, stage: idea, cloud_service: shared}
              - {id: silent}
            applications: [{id: draft, stage: idea}, {id: live, stage: service}]
            accelerators:
              - {id: wished, lifecycle: planned}
              - {id: called-for, lifecycle: tender}
              - {id: ordered, lifecycle: contracted}
              - {id: unsaid}
            cloud_services: [{id: empty-yet}, {id: shared}, {id: bare}]
            data_flows: [{id: to-idea, model: idea}, {id: to-pilot, model: pilot}, {id: elsewhere}]
            """);
  }

  private static boolean planned(String id) {
    return new Planned(facts)
        .all(facts.all().stream().filter(each -> each.id().equals(id)).toList());
  }

  @Test
  void isWhatSaysSoItself() {
    assertThat(List.of("idea", "draft", "wished", "called-for")).allMatch(PlannedTest::planned);
  }

  @Test
  void isNotWhatIsTriedInUseOrOrdered() {
    assertThat(List.of("pilot", "live", "ordered")).noneMatch(PlannedTest::planned);
  }

  /** Advice to stop what goes on must not be lost by silence. */
  @Test
  void isNotWhatIsSilentAboutIt() {
    assertThat(List.of("silent", "unsaid", "bare", "elsewhere")).noneMatch(PlannedTest::planned);
  }

  @Test
  void isAServiceOnWhichOnlyIdeasAreToRun() {
    assertThat(planned("empty-yet")).isTrue();
    assertThat(planned("shared")).isFalse();
  }

  @Test
  void isAFlowToAModelThatIsAnIdea() {
    assertThat(planned("to-idea")).isTrue();
    assertThat(planned("to-pilot")).isFalse();
  }

  @Test
  void ofSeveralOnlyIfAllAre() {
    assertThat(new Planned(facts).all(facts.facts(eu.policyadvisor.fact.Section.MODELS))).isFalse();
  }
}
