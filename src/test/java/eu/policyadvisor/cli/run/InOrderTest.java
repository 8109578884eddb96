package eu.policyadvisor.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final int THREADS = 4;

  private static InOrder<Integer, Integer> over(
      Iterator<Integer> items, Function<Integer, Integer> work, long weight) {
    return new InOrder<>(THREADS, items, item -> 0, work, result -> weight);
  }

  private static List<Integer> all(InOrder<Integer, Integer> work) throws InterruptedException {
    List<Integer> results = new ArrayList<>();
    for (@Nullable Integer next = work.next(); next != null; next = work.next()) {
      results.add(next);
    }
    return results;
  }

  /** Takes longer for some than for others. */
  private static int busy(int item) {
    Random random = new Random(item);
    int sum = 0;
    for (int i = random.nextInt(20_000); i > 0; i--) {
      sum += random.nextInt(2);
    }
    return sum >= 0 ? item : -item;
  }

  @Test
  void givesResultsInTheOrderOfTheItems() throws InterruptedException {
    List<Integer> items = IntStream.range(0, 5000).boxed().toList();
    try (var work = over(items.iterator(), InOrderTest::busy, 1)) {
      assertThat(all(work)).isEqualTo(items);
    }
  }

  @Test
  void takesNoMoreItemsThanItMayHoldWhileNobodyTakesResults() throws InterruptedException {
    for (long weight : new long[] {1, 1 << 20}) {
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Iterator<Integer> items =
          IntStream.range(0, 3000).map(i -> taken.incrementAndGet()).iterator();
      int given = 0;
      try (var work = over(items, item -> item, weight)) {
        while (work.next() != null) {
          given++;
          most.accumulateAndGet(taken.get() - given, Math::max);
        }
      }
      assertThat(given).isEqualTo(3000);
      assertThat(most.get()).isLessThanOrEqualTo(THREADS * InOrder.OPEN_PER_THREAD + 1);
    }
  }

  @Test
  void givesWhatIsThereBeforeTheInputEnds() throws InterruptedException {
    CountDownLatch given = new CountDownLatch(1);
    Iterator<Integer> slow =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            if (next == 1) {
              await(given);
            }
            return next < 2;
          }

          @Override
          public Integer next() {
            return next++;
          }
        };
    try (var work = over(slow, item -> item, 1)) {
      assertThat(work.next()).isZero();
      given.countDown();
      assertThat(work.next()).isEqualTo(1);
      assertThat(work.next()).isNull();
    }
  }

  @Test
  void endsWhenItIsStoppedThoughAnItemIsStillWorkedOn() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    Function<Integer, Integer> hangs =
        item -> {
          if (item == 2) {
            reached.countDown();
            await(never);
          }
          return item;
        };
    try (var work = over(IntStream.iterate(0, i -> i + 1).iterator(), hangs, 1)) {
      assertThat(work.next()).isZero();
      assertThat(work.next()).isEqualTo(1);
      reached.await();
      Thread stopping = new Thread(work::stop);
      stopping.start();
      assertThat(work.next()).isNull();
      stopping.join();
      never.countDown();
    }
  }

  @Test
  void throwsWhatWorkThrowsInItsPlace() throws InterruptedException {
    Function<Integer, Integer> fails =
        item -> {
          if (item == 3) {
            throw new IllegalStateException("three");
          }
          return item;
        };
    try (var work = over(IntStream.range(0, 9).iterator(), fails, 1)) {
      assertThat(List.of(work.next(), work.next(), work.next())).containsExactly(0, 1, 2);
      assertThatThrownBy(work::next).hasMessage("three");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
