package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many assessments in one JVM, on all cores: each is compared with the first of the same facts, and
 * the heap is measured after collections. Prints {@code = assessments megabytes} ten times.
 *
 * <p>{@code --count N} says how many, {@code --whole} asks for what is not known as well.
 */
public final class LongRun {
  private static final int MEASUREMENTS = 10;

  private final Advisor advisor = Advisor.standard();
  private final List<FactSet> sets = new ArrayList<>(FactSets.examples(advisor));
  private final List<Said> expected = new ArrayList<>();
  private final boolean whole;
  private final AtomicLong next = new AtomicLong();

  /** The part of an assessment that must not differ. */
  private record Said(Object conclusions, Object advice, Object rest) {
    private static Said by(Assessment assessment) {
      return new Said(
          List.of(assessment.concepts(), assessment.findings()),
          List.of(
              assessment.recommendations(), assessment.superseded(), assessment.contradictions()),
          List.of(assessment.stance(), assessment.statuses(), assessment.undetermined()));
    }
  }

  private LongRun(boolean whole) {
    this.whole = whole;
    sets.add(FactSets.of(advisor, FactSets.AVERAGE));
    sets.forEach(facts -> expected.add(assess(facts)));
  }

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    int at = all.indexOf("--count");
    long count = at < 0 ? 1_000_000 : Long.parseLong(all.get(at + 1));
    PrintStream out = System.out;
    LongRun run = new LongRun(all.contains("--whole"));
    for (int i = 1; i <= MEASUREMENTS; i++) {
      run.until(count * i / MEASUREMENTS);
      out.printf("= %d %.2f%n", count * i / MEASUREMENTS, usedAfterCollection() / 1e6);
      out.flush();
    }
  }

  private void until(long count) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(workers.submit(() -> compareUntil(count)));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      workers.shutdown();
      if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the threads do not end");
      }
    }
    next.set(count);
  }

  private void compareUntil(long count) {
    for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      int set = (int) (i % sets.size());
      if (!assess(sets.get(set)).equals(expected.get(set))) {
        throw new IllegalStateException("assessment " + i + " differs from the first of its facts");
      }
    }
  }

  private Said assess(FactSet facts) {
    return Said.by(
        whole
            ? advisor.assess(facts, FactSets.AS_OF)
            : advisor.inquire(facts, FactSets.AS_OF).conclusionsOnly());
  }

  private static long usedAfterCollection() {
    // Twice: what the first collection finds to be finalised goes with the second.
    ManagementFactory.getMemoryMXBean().gc();
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
