package eu.policyadvisor.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work that asks whether to go on ends when it is told to. */
final class DeadlineTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void workWithinItsTimeReturnsWhatItReturns() {
    assertThat(
            Deadline.<String>within(
                LONG,
                () -> {
                  Deadline.check();
                  return "done";
                }))
        .isEqualTo("done");
  }

  @Test
  void workBeyondItsTimeIsStopped() {
    assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> "done"))
        .isInstanceOf(StoppedException.class)
        .hasMessage("not done within 0.0 seconds; stopped");
  }

  @Test
  void aDeadlineInsideOfAnotherIsNoLater() {
    assertThatThrownBy(
            () -> Deadline.within(Duration.ofNanos(1), () -> Deadline.within(LONG, () -> "done")))
        .isInstanceOf(StoppedException.class);
  }

  @Test
  void aDeadlineEndsWithTheWork() {
    assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> "done"))
        .isInstanceOf(StoppedException.class);
    Deadline.check();
  }

  @Test
  void anInterruptStopsWorkAndIsKept() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(Deadline::check)
        .isInstanceOf(StoppedException.class)
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
