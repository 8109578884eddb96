package eu.policyadvisor.rule;

/**
 * A place in an instrument that a rule rests on.
 *
 * @param instrument the instrument
 * @param pinpoint the place in it, such as {@code Art. 5(1)(b)}; empty for the whole of it
 * @param inSpirit whether the instrument does not say what the rule says: the rule is a judgement
 *     of this project, which follows its aims
 */
public record Citation(Instrument instrument, String pinpoint, boolean inSpirit) {

  /** A place that says what the rule says; of a policy or a study only its aims are followed. */
  public Citation(Instrument instrument, String pinpoint) {
    this(instrument, pinpoint, false);
  }

  /** A policy and a study lay down nothing: who follows them judges. */
  public Citation {
    inSpirit |=
        instrument.kind() == Instrument.Kind.POLICY || instrument.kind() == Instrument.Kind.STUDY;
  }

  /** The citation as a reader writes it. */
  public String text() {
    return pinpoint.isEmpty() ? instrument.title() : instrument.title() + ", " + pinpoint;
  }
}
