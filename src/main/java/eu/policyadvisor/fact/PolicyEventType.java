package eu.policyadvisor.fact;

/** What a state did. */
public enum PolicyEventType {
  @Means("made exports subject to a licence")
  EXPORT_LICENCE,
  @Means("banned exports")
  EXPORT_BAN,
  @Means("required its licence for exports elsewhere")
  EXTRATERRITORIAL_EXPORT_LICENCE,
  @Means("published guidance")
  GUIDANCE,
  @Means("imposed sanctions")
  SANCTIONS,
  @Means("imposed a tariff")
  TARIFF,
  @Means("threatened a measure")
  THREAT,
  @Means("blocked trade without a formal measure")
  INFORMAL_TRADE_BLOCK,
  @Means("banned procurement")
  PROCUREMENT_BAN,
  @Means("excluded from a market or a network")
  MARKET_EXCLUSION,
  @Means("cut access to a service or a model")
  ACCESS_BAN,
  @Means("forbade to obey a foreign law or order")
  PROHIBITION_ORDER,
  @Means("opened a probe")
  PROBE,
  @Means("put parties on a list")
  LISTING,
  @Means("ordered what is done with data")
  DATA_ORDER
}
