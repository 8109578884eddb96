package eu.policyadvisor.fact;

/** How far an acquisition has gone. */
public enum Lifecycle {
  @Means("planned, nothing signed")
  PLANNED,
  @Means("out to tender or under offer")
  TENDER,
  @Means("contract signed, not in service")
  CONTRACTED,
  @Means("in service")
  OPERATING,
  @Means("being taken out of service")
  PHASE_OUT,
  @Means("out of service")
  RETIRED
}
