package eu.policyadvisor.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What takes longer than some seconds is told, once. */
final class SlowWorkTest {
  private final AtomicLong now = new AtomicLong();
  private final SlowWork work = new SlowWork(now::get, SlowWork.AT_TERMINAL);

  private void pass(int seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void quickWorkIsNotTold() {
    work.at("a.yaml", "reading");
    pass(3);
    assertThat(work.due()).isEmpty();
    work.done("a.yaml");
    pass(3);
    assertThat(work.due()).isEmpty();
  }

  @Test
  void slowWorkIsToldOnceForEachThingThatIsDone() {
    work.at("a.yaml", "reading");
    pass(5);
    assertThat(work.due()).contains("a.yaml: reading ... (5 s so far)");
    assertThat(work.due()).isEmpty();
    work.at("a.yaml", "running the rules");
    assertThat(work.due()).contains("a.yaml: running the rules ... (5 s so far)");
    assertThat(work.due()).isEmpty();
  }

  @Test
  void theInputThatTakesLongestIsTold() {
    work.at("a.yaml", "reading");
    pass(1);
    work.at("b.yaml", "reading");
    pass(9);
    assertThat(work.due()).contains("a.yaml: reading ... (10 s so far)");
    work.done("a.yaml");
    assertThat(work.due()).contains("b.yaml: reading ... (9 s so far)");
  }
}
