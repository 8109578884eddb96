package eu.policyadvisor.cli.run;

import java.util.concurrent.CountDownLatch;

/**
 * Lets work end in good order when the process is told to end, as by Ctrl-C: it is asked to stop,
 * and the process does not end before it has. The process then ends with the exit code that the
 * signal gives, 130 for Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean came;

  /**
   * Watches out until it is closed.
   *
   * @param stop asks the work to stop; called by another thread
   */
  Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              came = true;
              stop.run();
              awaitEnd();
            },
            "advisor interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the process was told to end. */
  boolean came() {
    return came;
  }

  private void awaitEnd() {
    boolean ended = false;
    while (!ended) {
      try {
        done.await();
        ended = true;
      } catch (InterruptedException e) {
        // What is being written must be whole.
      }
    }
  }

  /** The work has ended; all is written. */
  @Override
  public void close() {
    done.countDown();
    if (!came) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        came = true; // The process is ending already, and nothing is left that it must wait for.
      }
    }
  }
}
