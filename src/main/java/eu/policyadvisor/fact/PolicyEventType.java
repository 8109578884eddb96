package eu.policyadvisor.fact;

/** What a state did. */
public enum PolicyEventType {
  /** Made exports subject to a licence. */
  EXPORT_LICENCE,
  /** Banned exports. */
  EXPORT_BAN,
  /** Made exports from other countries subject to its licence. */
  EXTRATERRITORIAL_EXPORT_LICENCE,
  /** Published guidance. */
  GUIDANCE,
  /** Imposed sanctions. */
  SANCTIONS,
  /** Imposed a tariff. */
  TARIFF,
  /** Threatened a measure. */
  THREAT,
  /** Blocked trade without a formal measure. */
  INFORMAL_TRADE_BLOCK
}
