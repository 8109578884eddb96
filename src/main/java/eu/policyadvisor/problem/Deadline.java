package eu.policyadvisor.problem;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends work that is told to end. Whoever works long asks here again and again, so that an interrupt
 * of the thread, or the end of the time that was set for it, ends the work soon.
 *
 * <pre>{@code
 * Assessment assessment = Deadline.within(Duration.ofSeconds(5), () -> advisor.assess(facts));
 * }</pre>
 *
 * <p>It holds for the thread that calls. Asking costs a few nanoseconds.
 */
public final class Deadline {
  private static final ThreadLocal<@Nullable Deadline> OF_THREAD = new ThreadLocal<>();

  private final long end;
  private final Duration time;

  private Deadline(Duration time, @Nullable Deadline around) {
    long own = System.nanoTime() + time.toNanos();
    if (around == null || own - around.end < 0) {
      this.end = own;
      this.time = time;
    } else {
      this.end = around.end;
      this.time = around.time;
    }
  }

  /**
   * Does work that must be done within a time. A deadline inside of another one cannot be later.
   *
   * @param time how long it may take
   * @param work what is done, by the thread that calls
   * @return what the work returns
   * @throws StoppedException if the time is over before the work is done, or the thread was
   *     interrupted, which it stays
   */
  public static <T> T within(Duration time, Supplier<T> work) {
    Deadline around = OF_THREAD.get();
    OF_THREAD.set(new Deadline(time, around));
    try {
      check();
      return work.get();
    } finally {
      if (around == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(around);
      }
    }
  }

  /**
   * Asks whether to go on.
   *
   * @throws StoppedException if the thread was interrupted, which it stays, or its time is over
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("interrupted");
    }
    Deadline own = OF_THREAD.get();
    if (own != null && System.nanoTime() - own.end >= 0) {
      throw new StoppedException(
          "not done within " + own.time.toMillis() / 1_000.0 + " seconds; stopped");
    }
  }
}
