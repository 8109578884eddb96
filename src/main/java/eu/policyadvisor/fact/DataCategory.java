package eu.policyadvisor.fact;

/** A category of data. */
public enum DataCategory {
  @Means("personal data, Article 4(1) of the GDPR")
  PERSONAL,
  @Means("such as health or religion, Article 9 of the GDPR")
  SPECIAL,
  @Means("trade secrets, source code, designs")
  TRADE_SECRET,
  @Means("technology listed in an export control regime")
  EXPORT_CONTROLLED,
  @Means("classified information")
  CLASSIFIED,
  @Means("official, not public")
  OFFICIAL,
  /** Public. */
  PUBLIC
}
