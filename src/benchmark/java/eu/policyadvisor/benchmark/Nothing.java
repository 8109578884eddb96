package eu.policyadvisor.benchmark;

/** What a process takes that does nothing. */
final class Nothing {
  private Nothing() {}

  /** Returns. */
  public static void main(String[] args) {
    // Starting is all there is to it.
  }
}
