package eu.policyadvisor.problem;

/** That a library is not there which an embedder may leave out, and what cannot be done without. */
public final class MissingLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which library is missing, and what for. */
  public MissingLibraryException(String message, LinkageError cause) {
    super(message, cause);
  }
}
