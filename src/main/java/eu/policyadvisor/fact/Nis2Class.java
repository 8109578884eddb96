package eu.policyadvisor.fact;

/** Standing under the NIS2 Directive (EU) 2022/2555. */
public enum Nis2Class {
  /** Essential entity. */
  ESSENTIAL,
  /** Important entity. */
  IMPORTANT,
  /** Neither. */
  OUT_OF_SCOPE
}
