package eu.policyadvisor.problem;

/**
 * Work was ended before it was done: its thread was interrupted, its {@linkplain Deadline time} was
 * over, or there was more of it than is allowed. What was given is not to blame, and nothing was
 * changed; the same work can be done again.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what ended it, as a sentence says it. */
  public StoppedException(String message) {
    super(message);
  }
}
