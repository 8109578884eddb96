package eu.policyadvisor.fact;

/** How far an application has come. */
public enum Stage {
  /** An idea. */
  IDEA,
  /** A pilot. */
  PILOT,
  @Means("in service")
  SERVICE
}
