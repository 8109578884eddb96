package eu.policyadvisor.fact;

/** How an item or service reaches the other side. */
public enum ExportKind {
  /** Export from the Union. */
  EXPORT,
  /** Re-export of an item of foreign origin. */
  REEXPORT,
  /** Transfer within a country. */
  TRANSFER,
  /** Remote access to machines. */
  REMOTE_ACCESS,
  /** Service or technical assistance. */
  SERVICE
}
