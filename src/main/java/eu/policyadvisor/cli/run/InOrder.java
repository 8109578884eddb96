package eu.policyadvisor.cli.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Work on many items by several threads, whose results come in the order of the items.
 *
 * <p>However many items there are, only so many are open at a time, and no further one is taken
 * while what the open ones hold is more than {@link #MOST_BYTES}.
 *
 * @param <I> an item
 * @param <R> a result
 */
final class InOrder<I, R> implements AutoCloseable {
  /** How many items are open at a time for each thread. */
  static final int OPEN_PER_THREAD = 16;

  private static final long MOST_BYTES = 24L << 20;

  private final int mostOpen;
  private final ToLongFunction<R> weight;
  private final ExecutorService workers;
  private final Deque<Slot<R>> open = new ArrayDeque<>();
  private long held;
  private boolean exhausted;
  private boolean stopped;
  private @Nullable Throwable fault;

  /** Where the result of an item will be. */
  private static final class Slot<R> {
    private @Nullable R result;
    private @Nullable Throwable fault;

    boolean done() {
      return result != null || fault != null;
    }
  }

  /**
   * Begins.
   *
   * @param threads how many items are worked on at once
   * @param items asked for by one thread of its own, so that one that waits for input stops nobody
   * @param size bytes that an item holds
   * @param work what is done with an item, by any thread
   * @param weight bytes that a result holds
   */
  InOrder(
      int threads,
      Iterator<I> items,
      ToLongFunction<I> size,
      Function<I, R> work,
      ToLongFunction<R> weight) {
    this.mostOpen = threads * OPEN_PER_THREAD;
    this.weight = weight;
    this.workers = Executors.newFixedThreadPool(threads, InOrder::thread);
    thread(() -> take(items, size, work)).start();
  }

  /** Threads that keep no process from ending. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "advisor");
    thread.setDaemon(true);
    return thread;
  }

  /** The next result; null when there is no more, or when it was stopped before it was there. */
  synchronized @Nullable R next() throws InterruptedException {
    while (true) {
      Slot<R> first = open.peek();
      if (stopped && (first == null || !first.done())) {
        return null;
      } else if (first == null && exhausted) {
        rethrow(fault);
        return null;
      } else if (first != null && first.done()) {
        open.remove();
        rethrow(first.fault);
        R result = first.result;
        held -= result == null ? 0 : weight.applyAsLong(result);
        notifyAll();
        return result;
      }
      wait();
    }
  }

  /** Takes no further item; results that are there and wait for none before them still come. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void take(Iterator<I> items, ToLongFunction<I> size, Function<I, R> work) {
    try {
      while (items.hasNext()) {
        I item = items.next();
        Slot<R> slot = admit(size.applyAsLong(item));
        if (slot == null) {
          return;
        }
        workers.execute(() -> run(item, size.applyAsLong(item), work, slot));
      }
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        fault = e;
      }
    }
    synchronized (this) {
      exhausted = true;
      notifyAll();
    }
  }

  /** Waits until there is room for an item; null when no further one is taken. */
  private synchronized @Nullable Slot<R> admit(long size) {
    while (!stopped && !open.isEmpty() && (open.size() >= mostOpen || held + size > MOST_BYTES)) {
      try {
        wait();
      } catch (InterruptedException e) {
        stopped = true;
      }
    }
    if (stopped) {
      return null;
    }
    held += size;
    Slot<R> slot = new Slot<>();
    open.add(slot);
    return slot;
  }

  private void run(I item, long size, Function<I, R> work, Slot<R> slot) {
    R result = null;
    Throwable thrown = null;
    try {
      result = work.apply(item);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    synchronized (this) {
      slot.result = result;
      slot.fault = thrown;
      held += (result == null ? 0 : weight.applyAsLong(result)) - size;
      notifyAll();
    }
  }

  private static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  @Override
  public void close() {
    stop();
    workers.shutdownNow();
  }
}
