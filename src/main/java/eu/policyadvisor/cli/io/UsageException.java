package eu.policyadvisor.cli.io;

/** Something on the command line cannot be done; the message is one line for the user. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
