package eu.policyadvisor.fact;

/** A category of data. */
public enum DataCategory {
  /** Personal data, GDPR Article 4(1). */
  PERSONAL,
  /** Special categories, GDPR Article 9. */
  SPECIAL,
  /** Trade secrets, source code, designs. */
  TRADE_SECRET,
  /** Technology listed in an export control regime. */
  EXPORT_CONTROLLED,
  /** Classified information. */
  CLASSIFIED,
  /** Official, not public. */
  OFFICIAL,
  /** Public. */
  PUBLIC
}
