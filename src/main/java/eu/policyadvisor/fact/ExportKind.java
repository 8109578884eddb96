package eu.policyadvisor.fact;

/** How an item or service reaches the other side. */
public enum ExportKind {
  @Means("export from the Union")
  EXPORT,
  @Means("re-export of an item of foreign origin")
  REEXPORT,
  @Means("transfer within a country")
  TRANSFER,
  @Means("remote access to machines")
  REMOTE_ACCESS,
  @Means("service or technical assistance")
  SERVICE
}
