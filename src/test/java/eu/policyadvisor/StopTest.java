package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.problem.StoppedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An assessment ends when its thread is interrupted, wherever it is. */
final class StopTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String RULE = "export-control/huawei-ascend-gp10";

  private static FactSet facts =
      FactSet.of(eu.policyadvisor.fact.Fact.unknown(eu.policyadvisor.fact.Subject.class, "s"));

  @BeforeAll
  static void readFacts() throws IOException {
    facts = ADVISOR.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
  }

  @AfterEach
  void clearTheInterrupt() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void isStopped(ThrowingCallable work) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(work).isInstanceOf(StoppedException.class).hasMessage("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whileFactsAreCompletedAndRulesRun() {
    isStopped(() -> ADVISOR.inquire(facts, DAY));
    assertThat(ADVISOR.assess(facts, DAY).findings()).isNotEmpty();
  }

  @Test
  void whileRulesFire() {
    var memory = ADVISOR.workingMemory(facts, DAY);
    isStopped(() -> ADVISOR.loaded().rules().run(memory, DAY));
  }

  @Test
  void whileItIsLookedForWhatIsNotKnown() {
    Inquiry inquiry = ADVISOR.inquire(facts, DAY);
    isStopped(inquiry::advice);
    isStopped(inquiry::assessment);
  }

  @Test
  void whileItIsTriedWhatWouldTurnTheAnswers() {
    Inquiry inquiry = ADVISOR.inquire(facts, DAY);
    Assessment advice = inquiry.advice();
    isStopped(() -> inquiry.range(advice));
  }

  @Test
  void whileItIsExplained() {
    Inquiry inquiry = ADVISOR.inquire(facts, DAY);
    isStopped(() -> inquiry.nearest("models/do-not-deploy", null));
    isStopped(() -> inquiry.remedy("models/do-not-deploy", null));
    isStopped(() -> inquiry.choice(RULE, null));
  }

  @Test
  void whenItsTimeIsOver() {
    assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> ADVISOR.assess(facts, DAY)))
        .isInstanceOf(StoppedException.class)
        .isNotInstanceOf(RuleBaseException.class);
  }

  @Test
  void whereThereAreMoreFactsThanMayBe() {
    assertThat(ADVISOR.withMostFacts(6).advise(facts, DAY).findings()).isNotEmpty();
    assertThatThrownBy(() -> ADVISOR.withMostFacts(5).assess(facts, DAY))
        .isInstanceOf(StoppedException.class)
        .hasMessage(
            "6 facts in one set are more than the 5 that may be assessed at once; assess them in"
                + " parts");
  }
}
