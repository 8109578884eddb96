package eu.policyadvisor.cli.run;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is being done, for a line on standard error where one input takes longer than some seconds:
 * whoever waits shall see that something goes on. Each thing that is done is told once.
 */
final class SlowWork {
  /** What somebody at a terminal takes for long. */
  static final Duration AT_TERMINAL = Duration.ofSeconds(4);

  /** What is long enough for a line in a log. */
  static final Duration IN_LOG = Duration.ofSeconds(20);

  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final LongSupplier clock;
  private final long slow;
  private final Map<String, Work> running = new LinkedHashMap<>();

  /**
   * One input that is worked on.
   *
   * @param since when it was begun
   * @param doing what is done with it
   * @param told whether that was told
   */
  private record Work(long since, String doing, boolean told) {}

  /**
   * Nothing is done yet.
   *
   * @param clock a clock of nanoseconds
   * @param slow what takes longer is told
   */
  SlowWork(LongSupplier clock, Duration slow) {
    this.clock = clock;
    this.slow = slow.toNanos();
  }

  /** Something is being done with an input. */
  synchronized void at(String input, String doing) {
    Work before = running.get(input);
    running.put(input, new Work(before == null ? clock.getAsLong() : before.since(), doing, false));
  }

  /** All is done with an input. */
  synchronized void done(String input) {
    running.remove(input);
  }

  /** What is done with the input that takes longest, if it takes long and that was not told yet. */
  synchronized Optional<String> due() {
    Iterator<Map.Entry<String, Work>> all = running.entrySet().iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<String, Work> longest = all.next();
    Work work = longest.getValue();
    long takes = clock.getAsLong() - work.since();
    if (work.told() || takes < slow) {
      return Optional.empty();
    }
    longest.setValue(new Work(work.since(), work.doing(), true));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s: %s ... (%d s so far)",
            longest.getKey(),
            work.doing(),
            TimeUnit.NANOSECONDS.toSeconds(takes)));
  }

  /** Tells it until it is closed. */
  Teller tell(Consumer<String> to) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "advisor slow work");
              thread.setDaemon(true);
              // Where there is no memory, whoever works says so.
              thread.setUncaughtExceptionHandler((failed, fault) -> {});
              return thread;
            });
    Future<?> telling =
        timer.scheduleWithFixedDelay(
            () -> due().ifPresent(to), INTERVAL, INTERVAL, TimeUnit.NANOSECONDS);
    return () -> {
      telling.cancel(true);
      timer.shutdownNow();
    };
  }

  /** Tells what takes long. */
  interface Teller extends AutoCloseable {
    /** Tells no more. */
    @Override
    void close();
  }
}
