package eu.policyadvisor.rule;

/**
 * A place in an instrument that a rule rests on.
 *
 * @param instrument the instrument
 * @param pinpoint the place in it, such as {@code Art. 5(1)(b)}; empty for the whole of it
 */
public record Citation(Instrument instrument, String pinpoint) {

  /** The citation as a reader writes it. */
  public String text() {
    return pinpoint.isEmpty() ? instrument.title() : instrument.title() + ", " + pinpoint;
  }
}
